import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatLocalDate, localDate } from '@thidua/kernel';
import { awardName, awardOf } from './award-name';
import type { Pack } from './pack';
import { packInForce } from './pack-in-force';
import { packNotice } from './pack-notice';
import { readPack } from './read-pack';
import { packRows, unconfirmedRows } from './rows';
import { shippedPack } from '../../../../test/harness/shipped-law';

const IDS = ['vn-2024-nd98', 'vn-2025-nd152', 'vn-2026-l2026', 'vn-2027-next', 'local-bac-ninh-2025-12-15'] as const;

function text(id: string): string {
  return readFileSync(join(__dirname, '../../../../workflows/packs', id, 'pack.yaml'), 'utf8');
}

function load(id: string): Pack {
  const read = readPack(text(id));
  if (!read.ok) {
    throw new Error(JSON.stringify(read.error));
  }
  return read.value;
}

const packs = IDS.map(load);
const main = load('vn-2025-nd152');

describe('the shipped packs', () => {
  it.each(IDS)('%s reads without a problem and carries its folder as id', (id) => {
    const read = readPack(text(id));
    expect(read.ok ? [] : read.error).toEqual([]);
    expect(load(id).id).toBe(id);
  });

  it('decide every award of the catalogue by somebody', () => {
    const decided = new Set(main.authorities.flatMap((row) => row.awards));
    expect(main.awards.filter((row) => !decided.has(row.award))).toEqual([]);
  });

  it('flag every row of vn-2026-l2026 as unconfirmed', () => {
    const pack = load('vn-2026-l2026');
    expect(packRows(pack).filter((row) => row.confirmed)).toEqual([]);
    expect(unconfirmedRows(pack)).toHaveLength(packRows(pack).length);
  });

  it('keep the values of vn-2025-nd152 in vn-2026-l2026', () => {
    const strip = (pack: Pack): object => ({
      ballots: pack.ballots.map(({ id, awards, levels, threshold }) => ({ id, awards, levels, threshold })),
      councils: pack.councils.map(({ id, awards, level, body }) => ({ id, awards, level, body })),
      limits: pack.limits.map(({ id, amount, startsAt, onSupplement, onOpinion }) => ({ id, amount, startsAt, onSupplement, onOpinion })),
      coefficients: pack.coefficients.map(({ id, base, factors }) => ({ id, base, factors })),
    });
    expect(strip(load('vn-2026-l2026'))).toEqual(strip(main));
  });

  it.each([
    ['BK_TINH', 'tinh', 'Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh'],
    ['BK_TINH', 'thanh-pho', 'Bằng khen của Chủ tịch Ủy ban nhân dân thành phố'],
    ['GK_XA', 'phuong', 'Giấy khen của Chủ tịch Ủy ban nhân dân phường'],
    ['BK_TTG', 'thanh-pho', 'Bằng khen của Thủ tướng Chính phủ'],
  ] as const)('write %s for %s as “%s”', (award, area, name) => {
    const row = awardOf(main, award);
    expect(row === undefined ? '' : awardName(row, area)).toBe(name);
  });

  it('shorten a name only when asked', () => {
    const row = awardOf(main, 'BK_TINH');
    expect(row === undefined ? '' : awardName(row, 'thanh-pho', 'short')).toBe('Bằng khen của Chủ tịch UBND thành phố');
  });
});

describe('packInForce', () => {
  it.each([
    ['2024-01-01', 'vn-2024-nd98'],
    ['2025-06-30', 'vn-2024-nd98'],
    ['2025-07-01', 'vn-2025-nd152'],
    ['2026-03-02', 'vn-2025-nd152'],
    ['2026-09-30', 'vn-2025-nd152'],
    ['2026-10-01', 'vn-2026-l2026'],
    ['2026-11-21', 'vn-2026-l2026'],
    ['2027-02-26', 'vn-2026-l2026'],
    ['2027-02-28', 'vn-2026-l2026'],
  ])('a dossier received on %s is pinned to %s', (day, id) => {
    const found = packInForce(packs, date(day));
    expect(found.ok && found.value.id).toBe(id);
  });

  it('refuses from 2027-03-01 and names the empty pack', () => {
    const found = packInForce(packs, date('2027-03-01'));
    expect(found).toMatchObject({ ok: false, error: { code: 'no-pack-in-force', date: '2027-03-01', placeholderId: 'vn-2027-next' } });
    expect(found.ok ? '' : found.error.message).toContain('01/03/2027');
  });

  it('refuses before the first pack without a placeholder', () => {
    expect(packInForce(packs, date('2023-12-31'))).toMatchObject({ ok: false, error: { placeholderId: null } });
  });
});

describe('packNotice', () => {
  it('is silent on the demo day', () => {
    expect(packNotice(main, date('2026-03-02'))).toMatchObject({ unconfirmed: false, lapse: null, texts: [] });
  });

  it('says on 2026-10-01 that the values are unconfirmed and that the decree lapses', () => {
    const notice = packNotice(load('vn-2026-l2026'), date('2026-10-01'));
    expect(notice.unconfirmed).toBe(true);
    expect(notice.unconfirmedRows).toContain('AU-07');
    expect(notice.texts[0]).toMatch(/^Dữ liệu mẫu, cần cơ quan xác nhận/);
    expect(notice.texts[1]).toBe('Quy định hết hiệu lực 01/03/2027 (còn 151 ngày).');
  });

  it.each([
    ['2026-09-01', null],
    ['2026-09-02', 180],
    ['2027-02-28', 1],
    ['2027-03-01', 0],
  ])('counts the days to the lapse on %s: %s', (day, left) => {
    expect(packNotice(main, date(day)).lapse?.daysLeft ?? null).toBe(left);
  });
});

describe('readPack refuses', () => {
  const SMALL = `
id: p
title: 'P'
status: in-use
receivedFrom: '2025-07-01'
citation: 'Luật'
confirmed: true
awards:
  - { id: AW-A, award: A, kind: form, nominees: [individual], level: XA, names: [{ area: any, full: 'A', short: 'A' }], effectiveFrom: '2025-07-01', citation: 'Điều 1', confirmed: true, source: 'S' }
authorities: []
ballots: []
councils: []
limits: []
baseSalaries:
  - { id: M-08, amount: 100, effectiveFrom: '2025-07-01', effectiveTo: '2026-06-30', citation: 'Điều 1', confirmed: true, source: 'S' }
  - { id: M-08, amount: 200, effectiveFrom: '2026-07-01', citation: 'Điều 1', confirmed: true, source: 'S' }
coefficients: []
rounding: []
rules: []
signing: []
overlays: []
`;

  it('nothing in a sound pack', () => {
    expect(readPack(SMALL).ok).toBe(true);
  });

  it.each([
    ['an unknown key', ["source: 'S' }\nauthorities", "source: 'S', colour: red }\nauthorities"], 'key-unknown', 'AW-A'],
    [
      'a row without citation',
      ["effectiveTo: '2026-06-30', citation: 'Điều 1',", "effectiveTo: '2026-06-30',"],
      'citation-missing',
      'M-08',
    ],
    [
      'a blank citation',
      ["effectiveTo: '2026-06-30', citation: 'Điều 1'", "effectiveTo: '2026-06-30', citation: ' '"],
      'citation-missing',
      'M-08',
    ],
    ['overlapping periods', ["effectiveTo: '2026-06-30'", "effectiveTo: '2026-07-01'"], 'dates-overlap', 'M-08'],
    ['a period that ends before it begins', ["effectiveTo: '2026-06-30'", "effectiveTo: '2025-06-30'"], 'value-invalid', 'M-08'],
    ['a day that does not exist', ["effectiveTo: '2026-06-30'", "effectiveTo: '2026-06-31'"], 'value-invalid', 'M-08'],
    ['an unknown level', ['level: XA', 'level: XOM'], 'value-invalid', 'AW-A'],
    [
      'an award that is not in the catalogue',
      [
        'authorities: []',
        "authorities: [{ id: AU-1, awards: [B], level: XA, role: chair, effectiveFrom: '2025-07-01', citation: 'Đ', confirmed: true, source: 'S' }]",
      ],
      'reference-unknown',
      'AU-1',
    ],
    [
      'a threshold above one',
      [
        'ballots: []',
        "ballots: [{ id: V-1, awards: [A], levels: [XA], atLeast: '11/10', base: all-members, secret: true, effectiveFrom: '2025-07-01', citation: 'Đ', confirmed: true, source: 'S' }]",
      ],
      'value-invalid',
      'V-1',
    ],
    [
      'an overlay that switches off a row it does not have',
      ['overlays: []', "overlays: [{ id: o, off: [AU-9], citation: 'Đ' }]"],
      'reference-unknown',
      'o',
    ],
    ['a doubled key', ["title: 'P'", "title: 'P'\ntitle: 'Q'"], 'yaml-invalid', null],
    ['an alias', ["title: 'P'", "title: &t 'P'\nnote: *t"], 'yaml-invalid', null],
  ] as const)('%s', (_, [from, to], code, rowId) => {
    const broken = SMALL.replace(from, to);
    expect(broken).not.toBe(SMALL);
    const read = readPack(broken);
    expect(read.ok ? [] : read.error).toContainEqual(expect.objectContaining({ code, rowId }));
  });

  it('says where, what is wrong and what to do, in Vietnamese', () => {
    const read = readPack(SMALL.replace('level: XA', 'level: XOM').replace("title: 'P'\n", '').replace('amount: 100', 'amount: nhiều'));
    expect(read.ok ? [] : read.error).toEqual([
      { code: 'key-missing', rowId: 'p', path: 'title', message: "thiếu khóa 'title'; thêm khóa này" },
      { code: 'value-invalid', rowId: 'AW-A', path: 'awards[0].level', message: 'phải là một trong: UNIT, XA, HUYEN, TINH, TTG, CTN' },
      { code: 'value-invalid', rowId: 'M-08', path: 'baseSalaries[0].amount', message: 'phải là số nguyên không âm, không có dấu nháy' },
    ]);
  });

  it('reports every fault at once', () => {
    const read = readPack(SMALL.replace('level: XA', 'level: XOM').replace('amount: 100', 'amount: -1'));
    expect(read.ok ? 0 : read.error.length).toBe(2);
  });
});

function date(text: string): ReturnType<typeof localDate> {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const read = localDate(year, month, day);
  expect(formatLocalDate(read)).toBe(text);
  return read;
}

describe('unconfirmedRows', () => {
  const law = shippedPack('vn-2025-nd152');
  const on = (day: string): readonly string[] => unconfirmedRows(law, ['AU-05'], date(day)).map((row) => row.id);

  it('tells of a row as it stands on the day', () => {
    expect([on('2026-03-02'), on('2026-10-01')]).toEqual([[], ['AU-05']]);
  });
});
