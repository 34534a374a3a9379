import type { ScoreLineRecord, ScoreSheetRecord } from '@thidua/store';
import { summed, tiesOf } from './score-sums';

const CRITERIA = [{ id: 'a', kind: 'base' as const, text: 'A', most: '100.00', movement: true }];
const sheet = (id: string): ScoreSheetRecord => ({
  ...{ id, boardId: 'b', orgId: `org-${id}`, orgName: `Đơn vị ${id}`, handedInAt: null, selfTotal: null, givenTotal: null },
  ...{ rank: null, tied: false, version: 1 },
});
const line = (sheetId: string, self: string | null, given: string | null, reason: string | null = null): ScoreLineRecord => ({
  ...{ sheetId, criterion: 'a', self, given, reason, note: '' },
});
const board = (...lines: ScoreLineRecord[]): ReturnType<typeof summed> =>
  summed({ criteria: CRITERIA }, [sheet('1'), sheet('2'), sheet('3')], lines);

describe('summed', () => {
  it('ranks by what the standing office gave, not by what bodies gave themselves', () => {
    const found = board(line('1', '99.00', '80.00', 'x'), line('2', '70.00', '90.00', 'x'), line('3', '85.00', '85.00'));
    expect(found.map(({ sheet: one, rank }) => `${String(rank.rank)} ${one.id}`)).toEqual(['1 2', '2 3', '3 1']);
  });

  it('says what is left before the sums mean something', () => {
    const found = board(line('1', '99.00', '80.00'), line('2', '70.00', null), line('3', '85.00', '85.00'));
    expect(found.map(({ sheet: one, open }) => [one.id, open.map(({ code }) => code)])).toEqual([
      ['3', []],
      ['1', ['reason-missing']],
      ['2', ['not-scored']],
    ]);
  });
});

describe('tiesOf', () => {
  it('tells each tie in one sentence, and none where all differ', () => {
    const tied = board(line('1', null, '80.00', 'x'), line('2', null, '80.00', 'x'), line('3', null, '85.00', 'x'));
    expect(tiesOf(tied, (points) => points)).toEqual(['Đơn vị 1 và Đơn vị 2 cùng 80.00 điểm, cùng xếp thứ 2']);
    expect(tiesOf(board(line('1', null, '1.00', 'x'), line('2', null, '2.00', 'x')), String)).toEqual([]);
  });
});
