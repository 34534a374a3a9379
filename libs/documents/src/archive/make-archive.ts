import { createHash } from 'node:crypto';
import { zipArchive, type ArchiveEntry } from './zip-archive';

/** One paper of a dossier as it goes into the archive. Texts and days come from rows, never from a clock. */
export interface ArchivePaper {
  readonly title: string;
  readonly kind: string;
  readonly state: string;
  /** '12/TTr-UBND'; null when it has none. */
  readonly number: string | null;
  readonly date: string | null;
  readonly pages: number | null;
  readonly templateVersion: string;
  readonly dataHash: string;
  /** Who signed it and how; null on papers nobody signs. */
  readonly signed: { readonly by: string; readonly mode: string } | null;
  /** False: it could not be bound into the merged file, which has an empty page in its place. */
  readonly bound: boolean;
  readonly file: ArchiveFile;
  /** The same text in Word, where there is one. */
  readonly docx: ArchiveFile | null;
}

export interface ArchiveFile {
  readonly bytes: Uint8Array;
  readonly mime: string;
}

export interface ArchiveOrder {
  /** Code of the dossier or round. */
  readonly code: string;
  readonly kind: string;
  readonly title: string;
  readonly papers: readonly ArchivePaper[];
  /** The mục lục that stands before the merged file. */
  readonly contents: Uint8Array;
  /** The same as a table, for whoever files it. */
  readonly table?: Uint8Array;
}

interface Listed {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly about: ArchivePaper | null;
}

const ENDINGS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
};

/** Every paper in the order of the mục lục, with manifest.json and SHA256SUMS; the same rows give the same bytes. */
export function makeArchive(order: ArchiveOrder): Uint8Array {
  const files: Listed[] = [
    { path: '00-muc-luc.pdf', bytes: order.contents, about: null },
    ...(order.table === undefined ? [] : [{ path: '00-muc-luc.xlsx', bytes: order.table, about: null }]),
    ...order.papers.flatMap((paper, at) => filesOf(paper, at + 1)),
  ];
  const sums = files.map((file) => ({ ...file, sha256: sha256(file.bytes) }));
  const manifest = json({ code: order.code, kind: order.kind, title: order.title, files: sums.map(lineOf) });
  const listed: readonly ArchiveEntry[] = [...files, { path: 'manifest.json', bytes: manifest }];
  const checks = listed
    .map(({ path, bytes }) => `${sha256(bytes)}  ${path}\n`)
    .toSorted((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1))
    .join('');
  return zipArchive([...listed, { path: 'SHA256SUMS', bytes: Buffer.from(checks) }]);
}

function filesOf(paper: ArchivePaper, index: number): readonly Listed[] {
  const base = [String(index).padStart(2, '0'), paper.kind, ascii(paper.number ?? '')].filter((part) => part !== '').join('-');
  const named = ({ bytes, mime }: ArchiveFile): Listed => ({ path: `${base}.${ENDINGS[mime] ?? 'bin'}`, bytes, about: paper });
  return paper.docx === null ? [named(paper.file)] : [named(paper.file), named(paper.docx)];
}

function lineOf({ path, bytes, about, sha256: sum }: Listed & { readonly sha256: string }): object {
  return {
    path,
    sha256: sum,
    size: bytes.length,
    ...(about === null
      ? { title: 'Mục lục hồ sơ', kind: 'muc-luc' }
      : {
          title: about.title,
          kind: about.kind,
          state: about.state,
          number: about.number,
          date: about.date,
          pages: about.pages,
          templateVersion: about.templateVersion,
          dataHash: about.dataHash,
          signed: about.signed,
          bound: about.bound,
        }),
  };
}

function json(value: object): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** '12/QĐ-UBND' → '12-QD-UBND', for every file system and mail program. */
function ascii(text: string): string {
  return text
    .replace(/[Đđ]/g, 'D')
    .normalize('NFD')
    .replace(/[^\w]+/g, '-')
    .replace(/^-|-$/g, '');
}
