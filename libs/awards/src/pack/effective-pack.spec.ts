import { date, shippedPack } from '../../../../test/harness/shipped-law';
import { ballotRuleFor } from '../ballots/rules-for';
import { competence } from '../authority/competence';
import { limitFor } from '../deadlines/limit-for';
import { authorityDepartures } from './authority-departures';
import { confirmationProgress, confirmedPack } from './confirmed-pack';
import { effectivePack, withSwitched } from './effective-pack';
import type { Pack } from './pack';
import { packDifference } from './pack-difference';
import { packInForce } from './pack-in-force';
import { listedRows, rowKey } from './rows';

const base = shippedPack('vn-2025-nd152');
const old = shippedPack('vn-2024-nd98');
const next = shippedPack('vn-2026-l2026');
const simulated = shippedPack('vn-2027-next-mo-phong');
const bacNinh = shippedPack('local-bac-ninh-2025-12-15');
const DAY = date('2026-03-02');

function effective(...locals: readonly Pack[]): Pack {
  const made = effectivePack(base, locals);
  if (!made.ok) {
    throw new Error(JSON.stringify(made.error));
  }
  return made.value;
}

const EMPTY_LOCAL: Pack = {
  ...(Object.fromEntries(Object.entries(base).map(([key, value]) => [key, Array.isArray(value) ? [] : value])) as unknown as Pack),
  id: 'local-xx',
  status: 'local',
  province: 'XX',
  basedOn: base.id,
  receivedFrom: date('2026-01-01'),
  receivedTo: null,
  eligibilityDmn: '',
};

describe('effectivePack', () => {
  const merged = effective(bacNinh);

  it('is a pack of its own, for the province, from the day of the local rows to the end of the base', () => {
    expect(merged).toMatchObject({
      id: 'vn-2025-nd152+local-bac-ninh-2025-12-15',
      status: 'in-use',
      province: 'BN',
      basedOn: 'vn-2025-nd152',
      receivedFrom: date('2025-12-15'),
      receivedTo: date('2026-09-30'),
    });
  });

  it('takes the province’s row for its awards and levels, and leaves the others as they were', () => {
    const rule = (award: string, level: 'XA' | 'TINH'): string | undefined => ballotRuleFor(merged, award, level, DAY)?.citation;
    expect(rule('BK_TINH', 'TINH')).toContain('86/2025/QĐ-UBND');
    expect(rule('BK_TINH', 'XA')).toBe(ballotRuleFor(base, 'BK_TINH', 'XA', DAY)?.citation);
    expect(rule('GK_XA', 'XA')).toBe(ballotRuleFor(base, 'GK_XA', 'XA', DAY)?.citation);
  });

  it('has each criterion once', () => {
    const ids = merged.criteria.map((row) => `${row.id} ${row.award}`);
    expect(new Set(ids).size).toBe(ids.length);
    expect(merged.criteria).toHaveLength(base.criteria.length);
    expect(merged.criteria.filter((row) => row.id.startsWith('E-14')).every((row) => row.confirmed)).toBe(true);
  });

  it('decides nothing otherwise', () => {
    expect(merged.authorities).toEqual(base.authorities);
    expect(authorityDepartures(base, merged)).toEqual([]);
  });

  it('lays later rows over earlier ones', () => {
    const [limit] = base.limits.filter((row) => row.id === 'T-19');
    const later: Pack = {
      ...EMPTY_LOCAL,
      id: 'local-bn-2',
      province: 'BN',
      limits: limit === undefined ? [] : [{ ...limit, awards: ['BK_TINH'], amount: { value: 15, unit: 'working-day' } }],
    };
    const both = effective(bacNinh, later);
    expect(both.id).toBe('vn-2025-nd152+local-bac-ninh-2025-12-15+local-bn-2');
    expect(both.limits.filter((row) => row.id === 'T-19').map((row) => [row.awards.join(), row.amount.value])).toEqual([
      ['COTINH,CSTDT,TTLDXS,XATB', 20],
      ['BK_TINH', 15],
    ]);
  });

  it('switches a reading of the base on, and calls that no departure from it', () => {
    const strict = effective({ ...EMPTY_LOCAL, switchOn: ['strict-80-3'] });
    const asked = { award: 'CSTDCS', level: 'XA', role: 'chair', date: DAY } as const;
    expect([competence(base, asked).competent, competence(strict, asked).competent]).toEqual([true, false]);
    expect(strict.overlays).toEqual([]);
    expect(authorityDepartures(withSwitched(base, { switchOn: ['strict-80-3'] }), strict)).toEqual([]);
    expect(effectivePack(base, [{ ...EMPTY_LOCAL, switchOn: ['strict-81'] }])).toMatchObject({
      ok: false,
      error: [{ rowId: 'strict-81' }],
    });
  });

  it('refuses rows that speak of an award nobody knows', () => {
    const [row] = base.ballots;
    const wrong = { ...EMPTY_LOCAL, ballots: row === undefined ? [] : [{ ...row, awards: ['NOBODY'] }] };
    const made = effectivePack(base, [wrong]);
    expect(made.ok ? [] : made.error).toContainEqual(expect.objectContaining({ code: 'reference-unknown', rowId: 'V-01' }));
  });

  it('brings a new award, its council, its threshold and its limit without code', () => {
    const common = {
      effectiveFrom: date('2026-01-01'),
      effectiveTo: null,
      province: 'XX',
      citation: 'QĐ 71',
      confirmed: true,
      source: 's',
      note: null,
    };
    const made = effective({
      ...EMPTY_LOCAL,
      awards: base.awards.filter((row) => row.award === 'BK_TINH').map((row) => ({ ...row, id: 'AW-CDTD', award: 'CDTD' })),
      authorities: base.authorities.filter((row) => row.id === 'AU-07').map((row) => ({ ...row, id: 'AU-07x', awards: ['CDTD'] })),
      ballots: base.ballots
        .filter((row) => row.id === 'V-06')
        .map((row) => ({
          ...row,
          id: 'V-06x',
          awards: ['CDTD'],
          threshold: { kind: 'at-least', share: { numerator: 2, denominator: 3 } },
        })),
      limits: base.limits
        .filter((row) => row.id === 'T-01')
        .map((row) => ({ ...row, ...common, id: 'T-28', awards: ['CDTD'], amount: { value: 7, unit: 'working-day' } })),
    });
    expect(competence(made, { award: 'CDTD', level: 'TINH', role: 'chair', date: DAY }).competent).toBe(true);
    expect(competence(made, { award: 'CDTD', level: 'XA', role: 'chair', date: DAY })).toMatchObject({
      competent: false,
      ruleId: 'AU-07x',
    });
    expect(ballotRuleFor(made, 'CDTD', 'TINH', DAY)?.threshold).toEqual({ kind: 'at-least', share: { numerator: 2, denominator: 3 } });
    expect(limitFor(made, 'T-28')?.amount.value).toBe(7);
  });
});

describe('packInForce for a province', () => {
  const packs = [old, base, next, simulated, bacNinh, effective(bacNinh)];

  it.each([
    ['BN', '2025-12-14', 'vn-2025-nd152'],
    ['BN', '2025-12-15', 'vn-2025-nd152+local-bac-ninh-2025-12-15'],
    ['BN', '2026-10-01', 'vn-2026-l2026'],
    ['HP', '2026-03-02', 'vn-2025-nd152'],
    [null, '2026-03-02', 'vn-2025-nd152'],
  ])('%s on %s: %s', (province, day, id) => {
    const found = packInForce(packs, date(day), province);
    expect(found.ok && found.value.id).toBe(id);
  });

  it('takes the made-up pack from 2027-03-01 where it is there, and refuses where it is not', () => {
    const withIt = packInForce(packs, date('2027-03-01'), 'HP');
    expect(withIt.ok && [withIt.value.id, withIt.value.simulated]).toEqual(['vn-2027-next-mo-phong', true]);
    expect(packInForce([old, base, next], date('2027-03-01'), 'HP')).toMatchObject({ ok: false, error: { code: 'no-pack-in-force' } });
  });
});

describe('authorityDepartures', () => {
  const changed = (award: string, to: Partial<Pack['authorities'][number]>): Pack => ({
    ...base,
    id: 'other',
    authorities: base.authorities.map((row) => (row.awards.includes(award) && row.level !== 'UNIT' ? { ...row, ...to } : row)),
  });

  it.each([
    ['vn-2025-nd152', base, old],
    ['vn-2026-l2026', next, base],
    ['vn-2027-next-mo-phong', simulated, next],
  ])('finds none in %s', (_, pack, before) => {
    expect(authorityDepartures(before, pack)).toEqual([]);
  });

  it('names the row departed from and its citation', () => {
    const [first] = authorityDepartures(base, changed('BK_TINH', { level: 'XA' }));
    expect(first).toMatchObject({
      award: 'BK_TINH',
      ruleId: 'AU-07',
      baseRuleId: 'AU-07',
      baseCitation: 'điểm b khoản 2 Điều 6 Nghị định số 152/2025/NĐ-CP',
    });
    expect(first?.sentence).toBe(
      'Gói giao “Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh” cho Chủ tịch UBND cấp xã (AU-07); theo AU-07, căn cứ điểm b khoản 2 Điều 6 Nghị định số 152/2025/NĐ-CP, do Chủ tịch UBND cấp tỉnh quyết định.',
    );
  });

  it('sees a power that is only taken away, and one given too high', () => {
    expect(
      authorityDepartures(base, changed('BK_TTG', { awards: ['COCP', 'CSTDTQ'] })).map((one) => [one.award, one.ruleId, one.baseRuleId]),
    ).toEqual([['BK_TTG', null, 'AU-08']]);
    expect(authorityDepartures(base, changed('BK_TTG', { level: 'CTN', role: 'president' })).map((one) => one.award)).toEqual([
      'COCP',
      'CSTDTQ',
      'BK_TTG',
    ]);
  });
});

describe('packDifference', () => {
  it('is nothing between a pack and itself', () => {
    expect(packDifference(base, base)).toMatchObject({ changes: [], unchanged: listedRows(base).length });
  });

  it('tells rows that came, went and changed, field by field', () => {
    const changes = packDifference(base, effective(bacNinh)).changes;
    expect(changes.filter((one) => one.list === 'limits').map((one) => [one.rowId, one.change])).toEqual([
      ['T-20', 'changed'],
      ['T-21', 'changed'],
      ['T-21b', 'changed'],
      ['T-21c', 'changed'],
    ]);
    expect(changes.find((one) => one.rowId === 'D-07h')).toMatchObject({ change: 'added', before: null });
    const [limit] = changes.filter((one) => one.rowId === 'T-20');
    expect(limit?.fields.map((field) => field.field)).toEqual(['citation']);
  });

  it('finds nothing new in a pack whose values were copied, whatever its rows begin with', () => {
    expect(packDifference(base, next).changes).toEqual([]);
  });

  it('finds the returned limit of the former decree longer', () => {
    const limit = packDifference(old, base).changes.find((one) => one.rowId === 'T-07');
    expect(limit?.fields).toContainEqual({ field: 'workingDays', before: 5, after: 10 });
  });
});

describe('confirmedPack', () => {
  const open = listedRows(base).filter(({ row }) => !row.confirmed);
  const paper = { body: 'UBND thành phố Hải Phòng', number: '15/QĐ-UBND', date: '2026-01-05' };
  const all = new Map(open.map((one) => [rowKey(one), paper]));

  it('prints the local paper behind the citation of a confirmed row', () => {
    const row = confirmedPack(base, all).limits.find((one) => one.id === 'T-19');
    expect(row).toMatchObject({ confirmed: true });
    expect(row?.citation).toMatch(/; văn bản số 15\/QĐ-UBND ngày 05\/01\/2026 của UBND thành phố Hải Phòng$/);
  });

  it('leaves no mark when all are confirmed, and counts the way there', () => {
    expect(listedRows(confirmedPack(base, all)).filter(({ row }) => !row.confirmed)).toEqual([]);
    const [first] = open;
    const one = new Map(first === undefined ? [] : [[rowKey(first), paper]]);
    expect(confirmationProgress(base, one).sentence).toBe(`1/${open.length} dòng đã xác nhận`);
    expect(confirmedPack(next, new Map(listedRows(next).map((line) => [rowKey(line), paper]))).confirmed).toBe(true);
  });

  it('leaves rows alone that the pack itself confirms', () => {
    const key = listedRows(base)
      .filter(({ row }) => row.confirmed)
      .map(rowKey);
    expect(confirmedPack(base, new Map(key.map((one) => [one, paper])))).toEqual(base);
  });
});
