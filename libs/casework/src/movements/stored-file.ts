import type { FileAnswer } from '@thidua/contract';
import type { CaseworkDeps } from '../deps';
import { fileEnding } from '../files/file-ending';
import { Refused } from '../refused';

/** A file of people, as it is handed out. @throws Refused not-found */
export async function storedFile(
  { stores }: Pick<CaseworkDeps, 'stores'>,
  provinceId: string,
  sha256: string | null,
  name: string,
): Promise<FileAnswer> {
  const found = sha256 === null ? undefined : await stores.files.get(provinceId, sha256);
  if (found === undefined) {
    throw new Refused('not-found', { what: 'file' });
  }
  return { bytes: found.bytes, fileName: `${name}.${fileEnding(found.mime)}`, mime: found.mime, foreign: true };
}
