import type { ClusterVotes, RankLine } from '@thidua/store';

/** Votes of the turns, first to last; later turns hold those who tied before. */
export interface TurnVotes {
  readonly votes: readonly ClusterVotes[];
}

/** Either a ranking with its leader, or those who tied at the top. */
export interface Ranking {
  readonly tied: readonly string[];
  readonly lines: readonly RankLine[] | null;
}

/**
 * Ranks of a cluster's members by their votes, the last turn first for those who were in it. Two at the top are no leader: they are voted on
 * again, unless the meeting has chosen one of them.
 */
export function rankMembers(turns: readonly TurnVotes[], chosen: string | null = null): Ranking {
  const first = turns[0]?.votes ?? [];
  const scoreOf = (orgId: string): readonly number[] => turns.map(({ votes }) => votes.find((one) => one.orgId === orgId)?.n ?? -1);
  const ordered = first.map(({ orgId }) => ({ orgId, score: scoreOf(orgId) })).toSorted((a, b) => compare(b.score, a.score));
  const top = ordered.filter(({ score }) => compare(score, ordered[0]?.score ?? []) === 0).map(({ orgId }) => orgId);
  const leader = top.length === 1 ? top[0] : top.find((orgId) => orgId === chosen);
  if (leader === undefined) {
    return { tied: top, lines: null };
  }
  const sorted = [...ordered.filter(({ orgId }) => orgId === leader), ...ordered.filter(({ orgId }) => orgId !== leader)];
  const lines = sorted.map(({ orgId, score }, at): RankLine => {
    const same = sorted.findIndex((one) => one.orgId !== leader && compare(one.score, score) === 0);
    return {
      orgId,
      rank: orgId === leader ? 1 : Math.min(at, same) + 1,
      yes: score.findLast((n) => n >= 0) ?? 0,
      leader: orgId === leader,
    };
  });
  return { tied: [], lines };
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((n, index) => n !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
