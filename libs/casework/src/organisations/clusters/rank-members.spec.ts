import { rankMembers } from './rank-members';

const turn = (votes: Readonly<Record<string, number>>): { votes: { orgId: string; n: number }[] } => ({
  votes: Object.entries(votes).map(([orgId, n]) => ({ orgId, n })),
});
const told = (ranking: ReturnType<typeof rankMembers>): readonly string[] =>
  (ranking.lines ?? []).map(({ orgId, rank, yes, leader }) => `${rank} ${orgId} ${yes}${leader ? ' leads' : ''}`);

describe('rankMembers', () => {
  it('gives the lead to the one with most votes, and the same rank to equals below', () => {
    expect(told(rankMembers([turn({ a: 1, b: 3, c: 1, d: 0 })]))).toEqual(['1 b 3 leads', '2 a 1', '2 c 1', '4 d 0']);
  });

  it('names those who tied at the top instead of a leader', () => {
    expect(rankMembers([turn({ a: 2, b: 2, c: 0 })])).toEqual({ tied: ['a', 'b'], lines: null });
  });

  it('settles a tie by the next turn and leaves the others where they were', () => {
    expect(told(rankMembers([turn({ a: 2, b: 2, c: 1 }), turn({ a: 1, b: 3 })]))).toEqual(['1 b 3 leads', '2 a 1', '3 c 1']);
  });

  it('takes the one the meeting chose among those who tied, and nobody else', () => {
    expect(told(rankMembers([turn({ a: 2, b: 2, c: 0 })], 'b'))).toEqual(['1 b 2 leads', '2 a 2', '3 c 0']);
    expect(rankMembers([turn({ a: 2, b: 2, c: 0 })], 'c').tied).toEqual(['a', 'b']);
  });

  it('has no leader where nobody voted', () => {
    expect(rankMembers([turn({ a: 0, b: 0 })]).tied).toEqual(['a', 'b']);
  });
});
