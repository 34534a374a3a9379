import { UPLOAD_RULES, type UploadKind, type UploadName } from '@thidua/contract';
import { sizeText } from '../i18n/file-facts';
import type { Text } from '../i18n/use-text';

const ENDINGS: Readonly<Record<UploadKind, readonly string[]>> = {
  pdf: ['pdf'],
  docx: ['docx'],
  xlsx: ['xlsx'],
  jpeg: ['jpg', 'jpeg'],
  png: ['png'],
  txt: ['txt'],
};

/** What may be chosen: endings of file names, what people call such files, bytes. */
export interface FileRule {
  readonly endings: readonly string[];
  readonly says: string;
  readonly largest: number;
}

/** A rule of the contract, or fewer kinds of it; files that no rule knows bring their own. */
export function ruleOf(rule: UploadName | FileRule, kinds: readonly UploadKind[] | undefined, t: Text): FileRule {
  if (typeof rule !== 'string') {
    return rule;
  }
  const taken = kinds ?? UPLOAD_RULES[rule].kinds;
  return { endings: taken.flatMap((kind) => ENDINGS[kind]), says: kindsText(taken, t), largest: UPLOAD_RULES[rule].largest };
}

/** What a file picker offers first. */
export function acceptOf({ endings }: Pick<FileRule, 'endings'>): string {
  return endings.map((ending) => `.${ending}`).join(',');
}

/** 'PDF, ảnh JPEG, ảnh PNG' */
export function kindsText(kinds: readonly UploadKind[], t: Text): string {
  return kinds.map((kind) => t(`file.kind.${kind}`)).join(', ');
}

/** Why a file will not be taken, seen before it is sent; null: it may be sent. The server looks into it and has the last word. */
export function refusalOfFile(file: File, { endings, says, largest }: FileRule, t: Text): string | null {
  const ending = /\.([^.]+)$/.exec(file.name.toLowerCase())?.[1] ?? '';
  if (!endings.includes(ending)) {
    return t('file.wrongKind', { name: file.name, kinds: says });
  }
  if (file.size === 0) {
    return t('file.empty', { name: file.name });
  }
  return file.size > largest ? t('file.tooLarge', { name: file.name, size: sizeText(file.size), largest: sizeText(largest) }) : null;
}
