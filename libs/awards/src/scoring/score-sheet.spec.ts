import { changed, scaleOf, sheetProblems, totalsOf, type CriterionKind, type ScoreCriterion, type ScoreLine } from './score-sheet';

const criterion = (id: string, most: string, kind: CriterionKind = 'base'): ScoreCriterion => ({
  id,
  kind,
  text: id,
  most,
  movement: false,
});
const line = (id: string, self: string | null, given: string | null = null, reason: string | null = null): ScoreLine => ({
  ...{ criterion: id, self, given, reason },
});
const CRITERIA = [criterion('a', '40'), criterion('b', '60'), criterion('c', '5', 'bonus'), criterion('d', '10', 'deduction')];

describe('totalsOf', () => {
  it('adds base and bonus and takes deductions away, exactly', () => {
    const lines = [line('a', '39,1'), line('b', '50,2'), line('c', '2'), line('d', '0,5')];
    expect(totalsOf(CRITERIA, lines, 'self')).toEqual({ base: '89.30', bonus: '2.00', deduction: '0.50', total: '90.80' });
  });

  it('keeps the two columns apart and counts nothing for a line without points', () => {
    const lines = [line('a', '40', '35', 'thiếu kế hoạch'), line('b', '60', null)];
    expect([totalsOf(CRITERIA, lines, 'self').total, totalsOf(CRITERIA, lines, 'given').total]).toEqual(['100.00', '35.00']);
  });

  it('may fall below zero', () => {
    expect(totalsOf(CRITERIA, [line('d', '10')], 'self').total).toBe('-10.00');
  });

  it('leaves lines of no criterion out', () => {
    expect(totalsOf(CRITERIA, [line('x', '10')], 'self').total).toBe('0.00');
  });
});

describe('scaleOf', () => {
  it('is what the base criteria give, without bonus and deduction', () => {
    expect(scaleOf(CRITERIA)).toBe('100.00');
  });
});

describe('sheetProblems', () => {
  const full = [line('a', '40'), line('b', '60'), line('c', '0'), line('d', '0')];

  it('has none for a whole sheet', () => {
    expect(sheetProblems(CRITERIA, full, 'self')).toEqual([]);
  });

  it('names rows that are left out, are no points or are above the maximum', () => {
    expect(sheetProblems(CRITERIA, [line('a', '40,01'), line('b', 'sáu mươi'), line('c', null)], 'self')).toEqual([
      { criterion: 'a', code: 'above-most' },
      { criterion: 'b', code: 'not-points' },
      { criterion: 'c', code: 'not-scored' },
      { criterion: 'd', code: 'not-scored' },
    ]);
  });

  it('asks a reason for every change of the standing office, and for nothing else', () => {
    const appraised = [line('a', '40', '40.00'), line('b', '60', '58'), line('c', '0', '1', 'có mô hình mới'), line('d', null, '0', ' ')];
    expect(sheetProblems(CRITERIA, appraised, 'given')).toEqual([
      { criterion: 'b', code: 'reason-missing' },
      { criterion: 'd', code: 'reason-missing' },
    ]);
  });

  it('asks no reason of the body itself', () => {
    expect(sheetProblems(CRITERIA, [...full.slice(1), line('a', '40', '1')], 'self')).toEqual([]);
  });
});

describe('changed', () => {
  it('compares numbers, not how they are written', () => {
    expect([changed(line('a', '12,5', '12.50')), changed(line('a', '12,5', '12.51')), changed(line('a', '12', null))]).toEqual([
      false,
      true,
      false,
    ]);
  });
});
