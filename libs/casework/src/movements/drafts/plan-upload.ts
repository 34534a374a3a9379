import { planLines } from '@thidua/plans';
import type { CaseworkDeps } from '../../deps';
import { checkedUpload, type CheckedUpload } from '../../files/checked-upload';
import type { UploadedFile } from '../../handler';
import { Refused } from '../../refused';

const FEWEST_WORDS = 20;
const MOST_LINES = 6000;
const MOST_LETTERS = 400_000;

export interface PlanUpload {
  readonly upload: CheckedUpload;
  readonly lines: readonly string[];
}

/**
 * A plan from a person's file: looked into and taken apart in a process of its own, then its lines. Never inside a transaction.
 * @throws Refused plan-without-text (a scan, or no plan at all) · UPLOAD_ERRORS
 */
export async function planUpload(deps: CaseworkDeps, file: UploadedFile | null): Promise<PlanUpload> {
  const upload = await checkedUpload(deps, file, 'plan');
  // A copy: reading a PDF takes its bytes over.
  const read = await deps.attachments.lines(Uint8Array.from(upload.bytes), upload.mime);
  const lines = planLines((read ?? []).join('\n'));
  const words = lines
    .join(' ')
    .split(/\s+/u)
    .filter((word) => /\p{L}/u.test(word)).length;
  if (words < FEWEST_WORDS) {
    throw new Refused('plan-without-text', { name: upload.name });
  }
  if (lines.length > MOST_LINES || lines.join('').length > MOST_LETTERS) {
    throw new Refused('file-too-large', { name: upload.name, lines: lines.length });
  }
  return { upload, lines };
}
