import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { localDate } from '@thidua/kernel';
import type { Movement } from '../movements/movement';
import { readMovement } from '../movements/read-movement';
import { figureProblems } from './check-figures';
import { carriedFigures, compileFigures, type SourceReport } from './compile-figures';
import { defaultIndicators } from './default-indicators';
import { figureText } from './figure-text';
import { askedOf, reportDay, type Figures, type Indicator } from './indicator';
import { punctualityOf } from './punctuality';

const folder = join(__dirname, '../../../../workflows/movements');
const [giaPhuc, vanXuan] = [load('gp-binh-dan-hoc-vu-so'), load('vx-khcn-2025-2030')];

const classes = indicator('lop', 'number', 'lớp');
const skilled = indicator('ky-nang', 'percent');
const done = indicator('viec', 'text');
const FORM = [classes, skilled, done];

describe('the day of a report', () => {
  it('is the plan’s, with its line', () => {
    expect(reportDay(giaPhuc, 'annual', 2026)).toMatchObject({ day: '2026-11-05', source: { line: { from: 513 } } });
  });

  it.each([
    ['the plan gives none', vanXuan, 'annual'],
    ['the plan gives none for the occasion', giaPhuc, 'interim'],
  ] as const)('is not invented when %s', (_, movement, occasion) => {
    expect(reportDay(movement, occasion, 2027)).toBeNull();
  });
});

describe('a movement’s first form', () => {
  it('asks a text for each criterion, beside its line', () => {
    const asked = defaultIndicators(giaPhuc).filter((one) => one.source !== null);
    expect(asked).toHaveLength(giaPhuc.criteria.length);
    expect(asked[0]).toMatchObject({ id: 'tc-1', type: 'text', target: null, source: { line: { from: 221, to: 229 } } });
    expect(asked.every((one) => one.name.length <= 200 && !/[.;,]$/.test(one.name))).toBe(true);
  });

  it.each([
    ['Phấn đấu trên 85% hồ sơ nộp trực tuyến trong năm.', '85%'],
    ['Đạt 82,5 % trở lên số hộ có tài khoản số.', '82,5% trở lên'],
  ])('takes the share out of "%s"', (quote, target) => {
    const form = defaultIndicators({ criteria: [{ audience: 'agency', quote, line: { from: 3, to: 3 } }] });
    expect(form.find((one) => one.id === 'tc-1')).toMatchObject({ type: 'percent', target });
  });

  it('asks each body only what its plan asks of bodies like it', () => {
    const form = defaultIndicators(giaPhuc);
    const asked = (audience: Parameters<typeof askedOf>[1]): number => askedOf(form, audience).filter((one) => one.source !== null).length;
    expect([asked('agency'), asked('front'), asked('enterprise'), asked(null)]).toEqual([8, 4, 5, 13]);
  });

  it('counts in every movement what the report tells of, without naming the plan for it', () => {
    const own = defaultIndicators({ criteria: [] });
    expect(own.map((one) => one.id)).toContain('dien-hinh');
    expect(own.every((one) => one.source === null && one.type === 'number' && !one.required)).toBe(true);
  });
});

describe('figures', () => {
  it.each<[string, Figures, string]>([
    ['a number as text', { lop: { text: '12' } }, 'lop wrong-type'],
    ['fewer than none', { lop: { value: -1 } }, 'lop negative'],
    ['thousandths', { lop: { value: 0.125 } }, 'lop too-fine'],
    ['more than can be counted', { lop: { value: 1e13 } }, 'lop too-large'],
    ['a share of nothing', { 'ky-nang': { part: 3, whole: 0 } }, 'ky-nang no-whole'],
    ['an indicator that is not asked', { khac: { value: 1 } }, 'khac unknown-indicator'],
  ])('are refused: %s', (_, figures, expected) => {
    expect(figureProblems(FORM, figures).map(({ indicator: id, fault }) => `${id} ${fault}`)).toEqual([expected]);
  });

  it('pass with two decimals, a share above the whole, and nothing where nothing is required', () => {
    expect(figureProblems(FORM, { lop: { value: 0.29 }, 'ky-nang': { part: 105, whole: 100 } })).toEqual([]);
  });

  it.each([[{}], [{ viec: { text: '  ' } }]])('miss what is required (%j)', (figures: Figures) => {
    expect(figureProblems([{ ...done, required: true }], figures)).toEqual([{ indicator: 'viec', fault: 'required' }]);
  });
});

describe('adding up', () => {
  const reports: readonly SourceReport[] = [
    { reportId: 'a', figures: { lop: { value: 0.1 }, 'ky-nang': { part: 1, whole: 2 }, viec: { text: 'Mở lớp' } } },
    { reportId: 'b', figures: { lop: { value: 0.2 }, 'ky-nang': { part: 90, whole: 100 } } },
    { reportId: 'c', figures: { lop: { text: 'nhiều' } } },
  ];

  it('adds numbers exactly and names its sources and who is silent', () => {
    const [sum] = compileFigures(FORM, reports);
    expect(sum).toMatchObject({ sum: { value: 0.3 }, silent: ['c'] });
    expect(sum?.sources.map((source) => source.reportId)).toEqual(['a', 'b']);
  });

  it('makes a share of the parts and the wholes, never a mean of shares', () => {
    expect(figureText(compileFigures(FORM, reports)[1]?.sum)).toBe('89,22% (91/102)');
  });

  it('quotes texts and adds none', () => {
    expect(compileFigures(FORM, reports)[2]).toMatchObject({ sum: null, sources: [{ reportId: 'a', figure: { text: 'Mở lớp' } }] });
  });

  it('carries what a person set instead of the sum, and keeps the sum beside it', () => {
    const compiled = compileFigures(FORM, reports, { lop: { figure: { value: 7 }, reason: 'Hai đơn vị cùng kể một lớp' } });
    expect(compiled[0]?.sum).toEqual({ value: 0.3 });
    expect(carriedFigures(compiled)).toEqual({ lop: { value: 7 }, 'ky-nang': { part: 91, whole: 102 } });
  });

  it('says nothing where nobody reported', () => {
    expect(carriedFigures(compileFigures(FORM, []))).toEqual({});
  });
});

describe('figureText', () => {
  it.each([
    [{ value: 1920 }, 'người', '1.920 người'],
    [{ value: 1234567.5 }, '', '1.234.567,5'],
    [{ part: 2, whole: 3 }, '', '66,67% (2/3)'],
    [{ part: 1, whole: 0 }, '', ''],
    [null, 'người', ''],
  ] as const)('%j %s: %s', (figure, unit, expected) => {
    expect(figureText(figure, unit)).toBe(expected);
  });
});

describe('punctuality', () => {
  const due = localDate(2026, 11, 5);

  it.each([
    ['on the due day', localDate(2026, 11, 5), localDate(2026, 12, 1), { state: 'on-time', onTime: true, daysLate: 0 }],
    ['before it', localDate(2026, 10, 1), localDate(2026, 10, 1), { state: 'on-time', onTime: true, daysLate: 0 }],
    ['the day after', localDate(2026, 11, 6), localDate(2026, 11, 6), { state: 'late', onTime: false, daysLate: 1 }],
    ['not yet, on the due day', null, localDate(2026, 11, 5), { state: 'open', onTime: null, daysLate: 0 }],
    ['not at all', null, localDate(2026, 11, 30), { state: 'missing', onTime: false, daysLate: 25 }],
  ] as const)('sent %s', (_, sent, today, expected) => {
    expect(punctualityOf({ due, sent, override: null }, today)).toEqual({ ...expected, by: 'day' });
  });

  it('tells what the days say beside what a person decided', () => {
    const late = { due, sent: localDate(2026, 11, 9), override: { onTime: true } };
    expect(punctualityOf(late, localDate(2026, 11, 9))).toEqual({ state: 'late', onTime: true, daysLate: 4, by: 'override' });
  });
});

function indicator(id: string, type: Indicator['type'], unit = ''): Indicator {
  return { id, name: id, type, unit, target: null, required: false, audiences: [], source: null };
}

function load(id: string): Movement {
  const read = readMovement(readFileSync(join(folder, `${id}.yaml`), 'utf8'));
  if (!read.ok) {
    throw new Error(JSON.stringify(read.error));
  }
  return read.value;
}
