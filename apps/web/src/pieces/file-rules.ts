import type { UploadKind, UploadRule } from '@thidua/contract';
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

/** What a file picker offers first. */
export function acceptOf(kinds: readonly UploadKind[]): string {
  return kinds.flatMap((kind) => ENDINGS[kind].map((ending) => `.${ending}`)).join(',');
}

/** 'PDF, ảnh JPEG, ảnh PNG' */
export function kindsText(kinds: readonly UploadKind[], t: Text): string {
  return kinds.map((kind) => t(`file.kind.${kind}`)).join(', ');
}

/** Why a file will not be taken, seen before it is sent; null: it may be sent. The server looks into it and has the last word. */
export function refusalOfFile(file: File, { kinds, largest }: Pick<UploadRule, 'kinds' | 'largest'>, t: Text): string | null {
  const ending = /\.([^.]+)$/.exec(file.name.toLowerCase())?.[1] ?? '';
  if (!kinds.some((kind) => ENDINGS[kind].includes(ending))) {
    return t('file.wrongKind', { name: file.name, kinds: kindsText(kinds, t) });
  }
  if (file.size === 0) {
    return t('file.empty', { name: file.name });
  }
  return file.size > largest ? t('file.tooLarge', { name: file.name, size: sizeText(file.size), largest: sizeText(largest) }) : null;
}
