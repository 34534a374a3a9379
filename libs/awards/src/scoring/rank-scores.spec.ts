import { rankScores } from './rank-scores';
import { scoreOf } from './signed-points';

const told = (totals: Readonly<Record<string, string>>): readonly string[] =>
  rankScores(Object.entries(totals).map(([orgId, total]) => ({ orgId, total }))).map(
    ({ orgId, rank, tied }) => `${String(rank)} ${orgId}${tied ? ' tied' : ''}`,
  );

describe('rankScores', () => {
  it('puts the highest total first', () => {
    expect(told({ a: '89.30', b: '99.00', c: '100.50' })).toEqual(['1 c', '2 b', '3 a']);
  });

  it('gives equals one rank, says so, and counts on past them', () => {
    expect(told({ a: '90.00', b: '95.00', c: '90.00', d: '80.00' })).toEqual(['1 b', '2 a tied', '2 c tied', '4 d']);
  });

  it('tells a tie at the top and decides nothing', () => {
    expect(told({ b: '95.00', a: '95.00' })).toEqual(['1 b tied', '1 a tied']);
  });

  it('ranks totals below zero last', () => {
    expect(told({ a: '-0.50', b: '0.00', c: '-10.00' })).toEqual(['1 b', '2 a', '3 c']);
  });

  it('has nothing to say of nobody', () => {
    expect(rankScores([])).toEqual([]);
  });
});

describe('scoreOf', () => {
  it('reads totals below zero and refuses what is no number', () => {
    expect([scoreOf('-0.50'), scoreOf('12.50')]).toEqual([-50, 1250]);
    expect(() => scoreOf('--1')).toThrow('not points');
  });
});
