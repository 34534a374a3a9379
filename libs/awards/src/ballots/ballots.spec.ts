import { fraction } from '@thidua/kernel';
import { shippedPack } from '../../../../test/harness/shipped-law';
import type { CouncilBody, Level } from '../pack/pack';
import { BadCount } from './bad-count';
import { feasibility } from './feasibility';
import { neededVotes, type VoteRule } from './needed-votes';
import { ballotRuleFor, councilBodyFor } from './rules-for';
import { tally } from './tally';

const EIGHTY: VoteRule = { threshold: { kind: 'at-least', share: fraction(4, 5) } };
const NINETY: VoteRule = { threshold: { kind: 'at-least', share: fraction(9, 10) } };
const MAJORITY: VoteRule = { threshold: { kind: 'majority' } };

/** law.md section 4: members, needed at 80 % and 90 %, members who may be out. */
const LAW_TABLE = [
  [5, 4, 5, 1, 0],
  [7, 6, 7, 1, 0],
  [8, 7, 8, 1, 0],
  [9, 8, 9, 1, 0],
  [10, 8, 9, 2, 1],
  [11, 9, 10, 2, 1],
  [13, 11, 12, 2, 1],
  [15, 12, 14, 3, 1],
  [17, 14, 16, 3, 1],
  [21, 17, 19, 4, 2],
] as const;

describe('the table of needed votes', () => {
  it.each(LAW_TABLE)('%i members: %i at 80 %%, %i at 90 %%', (total, at80, at90) => {
    expect([neededVotes(total, EIGHTY), neededVotes(total, NINETY)]).toEqual([at80, at90]);
  });

  it.each(LAW_TABLE)('%i members: who may be out', (total, _80, _90, out80, out90) => {
    expect([feasibility({ total, out: 0 }, EIGHTY).maxOut, feasibility({ total, out: 0 }, NINETY).maxOut]).toEqual([out80, out90]);
  });

  it.each(LAW_TABLE)('%i members: one more out is not feasible', (total, _80, _90, out80, out90) => {
    expect(feasibility({ total, out: out80 }, EIGHTY).feasible).toBe(true);
    expect(feasibility({ total, out: out80 + 1 }, EIGHTY).feasible).toBe(false);
    expect(feasibility({ total, out: out90 }, NINETY).feasible).toBe(true);
    expect(feasibility({ total, out: out90 + 1 }, NINETY).feasible).toBe(false);
  });

  it.each([
    [9, 5],
    [10, 6],
    [11, 6],
    [1, 1],
  ])('a majority of %i is %i', (total, needed) => {
    expect(neededVotes(total, MAJORITY)).toBe(needed);
  });

  it('needs the smallest count that reaches the share, for every council up to 200', () => {
    for (let total = 1; total <= 200; total += 1) {
      const needed = neededVotes(total, NINETY);
      expect(needed * 10 >= total * 9 && (needed - 1) * 10 < total * 9).toBe(true);
    }
  });
});

describe('tally', () => {
  it.each([
    [{ yes: 8, no: 1, blank: 0, total: 9 }, NINETY, false, 'Không đạt (88,9% < 90%)'],
    [{ yes: 8, no: 1, blank: 0, total: 9 }, EIGHTY, true, 'Đạt (88,9% ≥ 80%)'],
    [{ yes: 9, no: 0, blank: 0, total: 10 }, NINETY, true, 'Đạt (90% ≥ 90%)'],
    [{ yes: 9, no: 0, blank: 0, total: 11 }, EIGHTY, true, 'Đạt (81,8% ≥ 80%)'],
    [{ yes: 8, no: 0, blank: 3, total: 11 }, EIGHTY, false, 'Không đạt (72,7% < 80%)'],
    [{ yes: 5, no: 5, blank: 0, total: 10 }, MAJORITY, false, 'Không đạt (50% ≤ 50%)'],
    [{ yes: 6, no: 0, blank: 0, total: 10 }, MAJORITY, true, 'Đạt (60% > 50%)'],
    [{ yes: 9, no: 0, blank: 0, total: 9 }, NINETY, true, 'Đạt (100% ≥ 90%)'],
  ])('%j', (counts, rule, passed, sentence) => {
    expect(tally(counts, rule)).toMatchObject({ passed, sentence });
  });

  it('keeps absent members in the base', () => {
    expect(tally({ yes: 7, no: 0, blank: 0, total: 9 }, EIGHTY)).toMatchObject({
      passed: false,
      needed: 8,
      missing: 2,
      shareText: '77,8%',
    });
  });

  it('never shows a lost vote as if it had reached the threshold', () => {
    expect(tally({ yes: 1799, no: 201, blank: 0, total: 2000 }, NINETY).sentence).toBe('Không đạt (89,9% < 90%)');
  });

  it.each([
    { yes: 9, no: 1, blank: 0, total: 9 },
    { yes: -1, no: 0, blank: 0, total: 9 },
    { yes: 1.5, no: 0, blank: 0, total: 9 },
    { yes: 0, no: 0, blank: 0, total: 0 },
  ])('throws on counts that cannot be: %j', (counts) => {
    expect(() => tally(counts, EIGHTY)).toThrow(BadCount);
  });
});

describe('feasibility', () => {
  it('says before the ballot that 9 members with one recused cannot reach 90 %', () => {
    expect(feasibility({ total: 9, out: 1 }, NINETY).sentence).toBe(
      'Cần 9/9 phiếu đồng ý (từ 90% tổng số thành viên); chỉ còn 8 thành viên có thể biểu quyết: không thể đạt.',
    );
  });

  it('finds it feasible with 10 members', () => {
    expect(feasibility({ total: 10, out: 1 }, NINETY)).toMatchObject({ feasible: true, needed: 9, available: 9 });
  });

  it('throws when more are out than there are members', () => {
    expect(() => feasibility({ total: 9, out: 10 }, NINETY)).toThrow(BadCount);
  });
});

describe('rows of vn-2025-nd152', () => {
  const pack = shippedPack('vn-2025-nd152');

  it.each<[string, Level, string, number | 'majority']>([
    ['CSTDTQ', 'TINH', 'V-01', 90],
    ['COCP', 'XA', 'V-02', 80],
    ['COCP', 'TINH', 'V-02', 80],
    ['CSTDCS', 'XA', 'V-07', 80],
    ['COTINH', 'TINH', 'V-08', 80],
    ['BK_TTG', 'TINH', 'V-09', 'majority'],
    ['HCLD3', 'XA', 'V-09', 'majority'],
    ['GK_XA', 'XA', 'V-10', 'majority'],
    ['BK_TINH', 'XA', 'V-10', 'majority'],
    ['BK_TINH', 'TINH', 'V-10', 'majority'],
  ])('%s at %s: %s, %s', (award, level, id, threshold) => {
    const row = ballotRuleFor(pack, award, level);
    const read = row?.threshold.kind === 'at-least' ? (row.threshold.share.numerator * 100) / row.threshold.share.denominator : 'majority';
    expect([row?.id, read, row?.base]).toEqual([id, threshold, 'all-members']);
  });

  it.each<[string, Level, CouncilBody]>([
    ['GK_UNIT', 'UNIT', 'none'],
    ['GK_XA', 'XA', 'full'],
    ['CSTDCS', 'XA', 'full'],
    ['BK_TINH', 'XA', 'full'],
    ['BK_TINH', 'TINH', 'standing'],
    ['COTINH', 'TINH', 'full'],
    ['BK_TTG', 'TINH', 'full'],
    ['HCLD1', 'TINH', 'full'],
  ])('%s at %s is considered by: %s', (award, level, body) => {
    expect(councilBodyFor(pack, award, level)?.body).toBe(body);
  });

  it('has a ballot rule wherever a council considers an award', () => {
    const without = pack.councils
      .filter((row) => row.body !== 'none')
      .flatMap((row) => row.awards.filter((award) => ballotRuleFor(pack, award, row.level) === undefined));
    expect(without).toEqual([]);
  });

  it('holds no ballot at the centre', () => {
    expect(ballotRuleFor(pack, 'BK_TTG', 'TTG')).toBeUndefined();
    expect(councilBodyFor(pack, 'BK_TTG', 'TTG')).toBeUndefined();
  });
});
