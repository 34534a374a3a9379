import type { Standing } from '@thidua/contract';
import type { PaperMark, PaperRecord } from '@thidua/store';

const BY_MARK: Readonly<Partial<Record<PaperMark['kind'], Standing>>> = {
  revoked: 'revoked',
  'revoked-in-part': 'revoked-in-part',
  canceled: 'revoked',
  'number-withdrawn': 'revoked',
  restored: 'in-force',
  replaced: 'replaced',
};

/** Where an issued paper stands: its last mark decides, and a cancelled one is revoked whatever it says. */
export function standingOf(paper: Pick<PaperRecord, 'state'>, marks: readonly Pick<PaperMark, 'kind'>[]): Standing {
  if (paper.state === 'canceled') {
    return 'revoked';
  }
  return marks.flatMap((mark) => BY_MARK[mark.kind] ?? []).at(-1) ?? 'in-force';
}
