import type { PaperMarkView } from '@thidua/contract';
import type { PaperMark } from '@thidua/store';

/** A mark as pages and the public verification show it. */
export function markView({ kind, byTitle, byNumber, byDate, byBody }: PaperMark): PaperMarkView {
  return { kind, title: byTitle, numberText: byNumber, date: byDate, body: byBody };
}
