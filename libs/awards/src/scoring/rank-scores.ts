import { scoreOf } from './signed-points';

/** A body with its total as decimal text ('92.50'). */
export interface ScoredBody {
  readonly orgId: string;
  readonly total: string;
}

export interface RankedBody extends ScoredBody {
  /** 1 is best; equals share a rank and the next one is counted past them: 1, 2, 2, 4. */
  readonly rank: number;
  /** Another body has the very same total: people decide between them, the sum does not. */
  readonly tied: boolean;
}

/** Bodies by their totals, best first; those with equal totals keep the order they came in. */
export function rankScores(bodies: readonly ScoredBody[]): readonly RankedBody[] {
  const sorted = bodies.map((body) => ({ ...body, points: scoreOf(body.total) })).toSorted((a, b) => b.points - a.points);
  return sorted.map(({ orgId, total, points }) => ({
    orgId,
    total,
    rank: sorted.findIndex((one) => one.points === points) + 1,
    tied: sorted.filter((one) => one.points === points).length > 1,
  }));
}
