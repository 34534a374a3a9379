import { fraction, localDate } from '@thidua/kernel';
import { shippedPack } from '../../../../test/harness/shipped-law';
import type { Pack, QuorumRow } from '../pack/pack';
import { BadCount } from './bad-count';
import { choiceAmong, type Candidate } from './choice-among';
import { itemOutlook } from './item-outlook';
import type { VoteRule } from './needed-votes';
import { quorumFor } from './quorum-for';
import { secrecyRisk } from './secrecy-risk';

const NINETY: VoteRule = { threshold: { kind: 'at-least', share: fraction(9, 10) } };
const MAJORITY: VoteRule = { threshold: { kind: 'majority' } };
const SHARE = fraction(7, 10);

describe('the line before the ballot opens', () => {
  it('tells of 9 members with one recused that 90 % cannot be reached, and of 10 that it can', () => {
    expect(itemOutlook({ total: 9, recused: 1, absent: 0, inWriting: true }, NINETY)).toMatchObject({
      feasible: false,
      out: 1,
      line: 'Tổng 9; cần 9 phiếu cho ngưỡng 90%; 1 không biểu quyết do xung đột lợi ích: không thể đạt.',
    });
    expect(itemOutlook({ total: 10, recused: 1, absent: 0, inWriting: true }, NINETY)).toMatchObject({
      feasible: true,
      line: 'Tổng 10; cần 9 phiếu cho ngưỡng 90%; 1 không biểu quyết do xung đột lợi ích: có thể đạt.',
    });
  });

  it('counts an absent member as out only where nobody is asked in writing', () => {
    expect(itemOutlook({ total: 9, recused: 0, absent: 1, inWriting: true }, NINETY)).toMatchObject({ feasible: true, out: 0 });
    expect(itemOutlook({ total: 9, recused: 0, absent: 1, inWriting: false }, NINETY)).toMatchObject({
      feasible: false,
      line: 'Tổng 9; cần 9 phiếu cho ngưỡng 90%; 1 vắng mặt, không lấy ý kiến bằng văn bản: không thể đạt.',
    });
  });

  it('words a majority', () => {
    expect(itemOutlook({ total: 9, recused: 0, absent: 2, inWriting: true }, MAJORITY).line).toBe(
      'Tổng 9; cần 5 phiếu để quá bán; 2 vắng mặt (lấy ý kiến bằng văn bản): có thể đạt.',
    );
  });

  it('throws when more are out than there are members', () => {
    expect(() => itemOutlook({ total: 9, recused: 5, absent: 5, inWriting: false }, NINETY)).toThrow(BadCount);
  });
});

describe('the quorum of a session', () => {
  const shipped = shippedPack('vn-2025-nd152');
  const row = (id: string, awards: readonly string[], share: QuorumRow['share']): QuorumRow => ({
    ...{ id, awards, share, levels: ['TINH'], text: 'x', citation: 'điều x', confirmed: false, source: 'S24', note: null, province: null },
    ...{ effectiveFrom: localDate(2025, 7, 1), effectiveTo: null },
  });
  const pack: Pack = { ...shipped, quorums: [row('V-13a', [], fraction(2, 3)), row('V-13b', ['CSTDT', 'COTINH'], fraction(4, 5))] };
  const ask = (awards: readonly string[], present: number, total = 9): ReturnType<typeof quorumFor> =>
    quorumFor(pack, { level: 'TINH', awards, total, present });

  it('is two thirds of all members, the row that names an award going before', () => {
    expect(ask(['BK_TINH'], 6)).toMatchObject({ ruleId: 'V-13a', needed: 6, met: true });
    expect(ask(['BK_TINH'], 5)).toMatchObject({ met: false });
    expect(ask(['CSTDT'], 7)).toMatchObject({ ruleId: 'V-13b', needed: 8, met: false });
  });

  it('is the strictest of the awards on the agenda', () => {
    expect(ask(['BK_TINH', 'COTINH'], 7)).toMatchObject({ ruleId: 'V-13b', needed: 8, met: false });
  });

  it('tells the numbers in a sentence', () => {
    expect(ask(['CSTDT'], 7)?.sentence).toBe('Có mặt 7/9; phải có ít nhất 8/9 thành viên (80% tổng số thành viên): chưa đủ.');
    expect(ask(['BK_TINH'], 6)?.sentence).toBe('Có mặt 6/9; phải có ít nhất 6/9 thành viên (66,7% tổng số thành viên): đủ.');
  });

  it('is never reached by rounding down', () => {
    for (let total = 3; total <= 31; total += 1) {
      const needed = ask(['BK_TINH'], 0, total)?.needed ?? 0;
      expect(needed * 3 >= total * 2 && (needed - 1) * 3 < total * 2).toBe(true);
    }
  });

  it('is not asked for at a level the pack says nothing of, nor of an empty agenda', () => {
    expect(quorumFor(pack, { level: 'XA', awards: ['GK_XA'], total: 9, present: 1 })).toBeUndefined();
    expect(ask([], 1)).toBeUndefined();
  });
});

describe('too few places for those who passed', () => {
  const person = (rowId: string, yes: number, female: boolean | null): Candidate => ({
    rowId,
    kind: 'individual',
    yes,
    female,
    women: null,
  });
  const team = (rowId: string, yes: number, women: Candidate['women']): Candidate => ({
    rowId,
    kind: 'collective',
    yes,
    female: null,
    women,
  });

  it('forces no choice while there are places', () => {
    expect(choiceAmong([person('a', 9, true), person('b', 8, false)], 3, SHARE)).toMatchObject({
      kind: 'enough',
      sure: ['a', 'b'],
      placesLeft: 1,
    });
  });

  it('goes by votes where they tell', () => {
    expect(choiceAmong([person('a', 7, true), person('b', 9, false), person('c', 8, false)], 2, SHARE)).toEqual({
      ...{ kind: 'by-votes', sure: ['b', 'c'], tied: [], placesLeft: 0, preferred: [], unknown: [] },
    });
  });

  it('prefers the woman among those who stand equal at the last place, and only there', () => {
    const rows = [person('top', 9, false), person('he', 8, false), person('she', 8, true), person('last', 7, true)];
    expect(choiceAmong(rows, 2, SHARE)).toEqual({
      ...{ kind: 'tie', sure: ['top'], tied: ['he', 'she'], placesLeft: 1, preferred: ['she'], unknown: [] },
    });
  });

  it('prefers a collective with at least 70 % women', () => {
    const rows = [
      team('69', 8, { count: 69, of: 100 }),
      team('70', 8, { count: 7, of: 10 }),
      team('none', 8, null),
      team('empty', 8, { count: 0, of: 0 }),
    ];
    expect(choiceAmong(rows, 1, SHARE)).toMatchObject({ kind: 'tie', preferred: ['70'], unknown: ['none', 'empty'] });
  });

  it('does not know of a person whose sex is not recorded', () => {
    expect(choiceAmong([person('a', 8, null), person('b', 8, false)], 1, SHARE)).toMatchObject({ preferred: [], unknown: ['a'] });
  });

  it('has nobody sure when there is no place at all', () => {
    expect(choiceAmong([person('a', 9, true)], 0, SHARE)).toMatchObject({ kind: 'by-votes', sure: [], tied: [] });
  });
});

describe('a written opinion in a secret ballot', () => {
  it('warns who sends the first, and says how many there are', () => {
    expect(secrecyRisk({ secret: true, asked: 3, sent: 0 })).toMatchObject({ atRisk: true });
    expect(secrecyRisk({ secret: true, asked: 3, sent: 0 }).sentence).toMatch(
      /^Đã có 0\/3 ý kiến.*nếu đến lúc kiểm phiếu chỉ có một ý kiến này/,
    );
  });

  it('is certain where only one member is asked', () => {
    expect(secrecyRisk({ secret: true, asked: 1, sent: 0 }).sentence).toContain('chỉ có một thành viên lấy ý kiến bằng văn bản');
  });

  it('is no longer alone after another', () => {
    expect(secrecyRisk({ secret: true, asked: 3, sent: 1 })).toMatchObject({ atRisk: false });
  });

  it('hides nothing in an open vote', () => {
    expect(secrecyRisk({ secret: false, asked: 1, sent: 0 })).toMatchObject({ atRisk: false });
    expect(secrecyRisk({ secret: false, asked: 1, sent: 0 }).sentence).toContain('công khai');
  });
});
