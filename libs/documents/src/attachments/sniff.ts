import type { AttachmentKind } from './verdict';

const BY_EXTENSION: Readonly<Record<string, AttachmentKind>> = {
  pdf: 'pdf',
  png: 'png',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  docx: 'docx',
  xlsx: 'xlsx',
  txt: 'txt',
};

/** What the bytes begin with; an office file is told from any other archive by its parts, later. */
export type Beginning = 'pdf' | 'png' | 'jpeg' | 'zip' | 'ole' | 'unknown';

const BEGINNINGS: readonly (readonly [Beginning, Buffer])[] = [
  ['pdf', Buffer.from('%PDF-')],
  ['png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ['jpeg', Buffer.from('ffd8ff', 'hex')],
  ['zip', Buffer.from('504b0304', 'hex')],
  ['ole', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
];

export function beginningOf(file: Buffer): Beginning {
  return BEGINNINGS.find(([, magic]) => file.subarray(0, magic.length).equals(magic))?.[0] ?? 'unknown';
}

/** The kind that a name promises by its last ending. */
export function promisedKind(name: string): AttachmentKind | undefined {
  return BY_EXTENSION[/\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? ''];
}

/** A name as it is kept and shown: NFC, no folders, nothing that turns or hides text, at most 120 characters. */
export function cleanName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  // Control and format characters: a right-to-left mark makes "gpj.exe" of "exe.jpg".
  const plain = last
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .trim()
    .replace(/^\.+/, '');
  const ending = /\.[^.]{1,5}$/.exec(plain)?.[0] ?? '';
  return plain.length <= 120 ? plain : plain.slice(0, 120 - ending.length) + ending;
}
