import { createHash } from 'node:crypto';
import { UPLOAD_RULES, type UploadName, type UploadRule } from '@thidua/contract';
import type { NewFile } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { UploadedFile } from '../handler';
import { Refused } from '../refused';

/** A file that may be kept: what `files.put` takes beside the time. */
export interface CheckedUpload extends Omit<NewFile, 'atMs'> {
  readonly name: string;
  readonly pages: number | null;
  /** What was done to it: active-content-removed, re-encoded. */
  readonly notes: readonly string[];
}

/**
 * The one door for files of people: size, kind by content, active content, bombs, then the virus scanner. Opens the file in a process of its
 * own and may take seconds: never call it inside a transaction.
 * @throws Refused with a code of `UPLOAD_ERRORS`
 */
export async function checkedUpload(
  { attachments }: Pick<CaseworkDeps, 'attachments'>,
  file: UploadedFile | null,
  rule: UploadName | UploadRule,
): Promise<CheckedUpload> {
  const limits: UploadRule = typeof rule === 'string' ? UPLOAD_RULES[rule] : rule;
  const { name, bytes } = file ?? { name: '', bytes: new Uint8Array() };
  if (bytes.byteLength > limits.largest) {
    throw new Refused('file-too-large', { name, size: bytes.byteLength, largest: limits.largest });
  }
  const { kinds, mostPages } = limits;
  const verdict = await attachments.inspect(bytes, name, mostPages === undefined ? { kinds } : { kinds, mostPages });
  if (!verdict.ok) {
    throw new Refused(verdict.code, verdict.details);
  }
  const scan = await scanned({ attachments }, { name, bytes }, limits);
  const { mime, pages, notes } = verdict;
  const changed = notes.length > 0;
  const originalSha256 = changed ? createHash('sha256').update(bytes).digest('hex') : null;
  return { name, bytes: verdict.bytes, mime, pages, notes, scan, originalSha256 };
}

/** Of the file as it was sent, not as it was cleaned: what a scanner knows may lie in what was taken out. */
async function scanned(
  { attachments }: Pick<CaseworkDeps, 'attachments'>,
  { name, bytes }: UploadedFile,
  { quarantine }: UploadRule,
): Promise<'clean' | 'unscanned' | 'waiting'> {
  if (attachments.scanner === null) {
    return 'unscanned';
  }
  const said = await attachments.scanner.scan(bytes);
  if (said.state === 'infected') {
    throw new Refused('file-infected', { name, found: said.found });
  }
  if (said.state === 'away' && !quarantine) {
    throw new Refused('scanner-away', { name });
  }
  return said.state === 'away' ? 'waiting' : 'clean';
}
