import { date, shippedPack } from '../../../../test/harness/shipped-law';
import type { AuthorityRole, Level, OrgKind } from '../pack/pack';
import { withOverlay } from '../pack/with-overlay';
import { competence } from './competence';

const main = shippedPack('vn-2025-nd152');
const old = shippedPack('vn-2024-nd98');
const next = shippedPack('vn-2026-l2026');
const strict = withOverlay(main, 'strict-80-3');

const AU_06 = 'khoản 2 Điều 80 Luật Thi đua, khen thưởng năm 2022';

describe('competence: the position that decides', () => {
  it.each<[string, Level, AuthorityRole, string, string, OrgKind]>([
    ['GK_XA', 'XA', 'chair', '2026-03-02', 'AU-04', 'agency'],
    ['LDTT', 'XA', 'chair', '2026-03-02', 'AU-04', 'agency'],
    ['GDVH', 'XA', 'chair', '2026-03-02', 'AU-04', 'agency'],
    ['CSTDCS', 'XA', 'chair', '2025-07-01', 'AU-05', 'agency'],
    ['TTLDTT', 'XA', 'chair', '2026-10-01', 'AU-05', 'agency'],
    ['CSTDCS', 'HUYEN', 'chair', '2025-06-30', 'AU-06', 'agency'],
    ['BK_TINH', 'TINH', 'chair', '2026-03-02', 'AU-07', 'agency'],
    ['COTINH', 'TINH', 'chair', '2026-03-02', 'AU-07', 'agency'],
    ['BK_TTG', 'TTG', 'prime-minister', '2026-03-02', 'AU-08', 'agency'],
    ['COCP', 'TTG', 'prime-minister', '2026-03-02', 'AU-08', 'agency'],
    ['HCLD3', 'CTN', 'president', '2026-03-02', 'AU-09', 'agency'],
    ['GK_UNIT', 'UNIT', 'head', '2026-03-02', 'AU-01', 'agency'],
    ['CSTDCS', 'UNIT', 'head', '2026-03-02', 'AU-01', 'agency'],
    ['CSTDCS', 'UNIT', 'head', '2026-03-02', 'AU-02', 'enterprise'],
    ['GK_DN', 'UNIT', 'board-chair', '2026-03-02', 'AU-03', 'enterprise'],
  ])('%s by %s %s on %s rests on %s', (...[award, level, role, day, rowId, orgKind]) => {
    const answer = competence(main, { award, level, role, orgKind, date: date(day) });
    expect(answer.competent && answer.row.id).toBe(rowId);
  });
});

describe('competence: every other position is unlawful', () => {
  it.each<[string, Level, AuthorityRole, string, string, OrgKind]>([
    ['BK_TINH', 'XA', 'chair', '2026-03-02', 'AU-07', 'agency'],
    ['BK_TTG', 'TINH', 'chair', '2026-03-02', 'AU-08', 'agency'],
    ['HCLD1', 'TTG', 'prime-minister', '2026-03-02', 'AU-09', 'agency'],
    ['GK_XA', 'TINH', 'chair', '2026-03-02', 'AU-04', 'agency'],
    ['GK_XA', 'TTG', 'prime-minister', '2026-03-02', 'AU-04', 'agency'],
    ['GK_XA', 'UNIT', 'head', '2026-03-02', 'AU-04', 'agency'],
    ['BK_TINH', 'TINH', 'head', '2026-03-02', 'AU-07', 'agency'],
    ['CSTDCS', 'XA', 'chair', '2025-06-30', 'AU-06', 'agency'],
    ['CSTDCS', 'HUYEN', 'chair', '2025-07-01', 'AU-05', 'agency'],
    ['CSTDCS', 'UNIT', 'board-chair', '2026-03-02', 'AU-02', 'enterprise'],
    ['GK_DN', 'UNIT', 'head', '2026-03-02', 'AU-02', 'agency'],
    ['GK_UNIT', 'UNIT', 'head', '2026-03-02', 'AU-01', 'enterprise'],
  ])('%s by %s %s on %s is refused with %s', (...[award, level, role, day, rowId, orgKind]) => {
    const answer = competence(main, { award, level, role, orgKind, date: date(day) });
    expect(answer).toMatchObject({ competent: false, ruleId: rowId });
  });

  it('refuses the commune chair on a provincial certificate under every pack', () => {
    for (const pack of [old, main, next]) {
      const answer = competence(pack, { award: 'BK_TINH', level: 'XA', role: 'chair', date: date('2026-11-21') });
      expect(answer).toMatchObject({ competent: false, ruleId: 'AU-07' });
    }
  });

  it('names the award, the competent level and the citation, and what the asker may decide', () => {
    const answer = competence(main, { award: 'BK_TINH', level: 'XA', role: 'chair', date: date('2026-03-02') });
    expect(answer).toMatchObject({
      competent: false,
      citation: 'điểm b khoản 2 Điều 6 Nghị định số 152/2025/NĐ-CP',
      ownRuleIds: ['AU-05', 'AU-04'],
      sentence: {
        awardName: 'Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh',
        date: '2026-03-02',
        competentLevel: 'TINH',
        competentRole: 'chair',
      },
    });
  });

  it('names the row that had ended for the position that asks', () => {
    const after = competence(old, { award: 'CSTDCS', level: 'HUYEN', role: 'chair', date: date('2025-07-01') });
    expect(!after.competent && [after.ruleId, after.lapsed?.id, after.lapsed?.citation]).toEqual(['AU-05', 'AU-06', AU_06]);
    const never = competence(old, { award: 'BK_TINH', level: 'HUYEN', role: 'chair', date: date('2025-07-01') });
    expect(!never.competent && never.lapsed).toBeNull();
  });

  it('refuses an award that nobody decides on that day', () => {
    const answer = competence(main, { award: 'BK_TINH', level: 'TINH', role: 'chair', date: date('2023-12-31') });
    expect(answer).toMatchObject({ competent: false, ruleId: 'AU-00', row: null });
  });
});

describe('competence: both readings of article 80', () => {
  it('reading A refuses a CSTĐ cơ sở by the commune chair', () => {
    const pack = strict.ok ? strict.value : main;
    expect(pack.id).toBe('vn-2025-nd152+strict-80-3');
    const answer = competence(pack, { award: 'CSTDCS', level: 'XA', role: 'chair', date: date('2026-03-02') });
    expect(answer.competent).toBe(false);
  });

  it('reading A leaves the giấy khen alone', () => {
    const pack = strict.ok ? strict.value : main;
    expect(competence(pack, { award: 'GK_XA', level: 'XA', role: 'chair', date: date('2026-03-02') }).competent).toBe(true);
  });

  it('reading B is unconfirmed from 2026-10-01', () => {
    const confirmed = ['2026-09-30', '2026-10-01'].map((day) => {
      const answer = competence(main, { award: 'CSTDCS', level: 'XA', role: 'chair', date: date(day) });
      return answer.competent && answer.row.confirmed;
    });
    expect(confirmed).toEqual([true, false]);
  });

  it('an unknown overlay is refused by name', () => {
    expect(withOverlay(main, 'strict-81')).toEqual({ ok: false, error: { code: 'overlay-unknown', overlayId: 'strict-81' } });
  });
});
