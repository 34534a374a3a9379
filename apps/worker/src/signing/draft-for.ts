import type { PaperToIssue } from '@thidua/casework';
import type { JsonObject } from '@thidua/kernel';
import { canonicalJson } from '@thidua/store';
import { objectOf } from '../papers/plain';

/**
 * The final data with its number, date and signature left open again: what the draft must have said for its very bytes to be signed. Where
 * the draft has a day of its own (minutes: the meeting's) it stays.
 */
export function openAgain(draft: JsonObject, final: JsonObject): JsonObject {
  const [before, after] = [objectOf(draft['frame']), objectOf(final['frame'])];
  return { ...final, frame: { ...after, number: null, date: before['date'] === after['date'] ? (after['date'] ?? null) : null } };
}

/** Whether the draft that was approved says all that the final paper says, but for what is filled in. */
export function isSameButOpen({ data }: Pick<PaperToIssue, 'data'>, opened: JsonObject): boolean {
  return canonicalJson(data) === canonicalJson(opened);
}
