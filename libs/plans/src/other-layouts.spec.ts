import { expectedPlan, OTHERS, planText, SEEDS, SEEDS_PRESENT } from '../test/expected-plan';
import { numbersFrom, paged, rewrapped, spaced } from '../test/other-layouts';
import { checkCitations } from './check-citations';
import type { AnyField } from './plan-field';
import { readPlan } from './read-plan';
import { planLines } from './text/rows';

const NAMES = [...OTHERS, ...(SEEDS_PRESENT ? SEEDS : [])];
const linesOf = (name: string): readonly string[] => planLines(planText(expectedPlan(name).text));
const valuesOf = (name: string, lines: readonly string[]): readonly string[] =>
  readPlan(lines, { province: expectedPlan(name).province }).fields.map((one) => JSON.stringify([one.kind, one.value, one.asked]));

describe.each(NAMES)('the plan of %s reads the same', (name) => {
  const lines = linesOf(name);
  const wanted = valuesOf(name, lines);

  it('in decomposed letters', () => {
    expect(
      valuesOf(
        name,
        lines.map((line) => line.normalize('NFD')),
      ),
    ).toEqual(wanted);
  });

  it('with a blank line after every line', () => {
    expect(valuesOf(name, spaced(lines))).toEqual(wanted);
  });

  it.each([17, 23, 40])('with a page number after every %d lines', (every) => {
    expect(valuesOf(name, paged(lines, every))).toEqual(wanted);
  });

  it.each([62, 74, 88, 400])('wrapped at %d letters', (width) => {
    expect(valuesOf(name, rewrapped(lines, width, numbersFrom(width)))).toEqual(wanted);
  });

  it('and its findings with it, page numbers or not', () => {
    const codes = (some: readonly string[]): readonly string[] =>
      checkCitations(some, { province: expectedPlan(name).province }).map((one) => one.code);
    expect(codes(paged(lines, 29))).toEqual(codes(lines));
  });
});

it.each(NAMES)('every word cited from %s stands on its lines', (name) => {
  const lines = linesOf(name);
  const { fields } = readPlan(lines, { province: expectedPlan(name).province });
  const wrong = fields.filter((one) => one.source !== null && one.kind !== 'signer' && !stands(one, lines));
  expect(wrong).toEqual([]);
  expect(fields.filter((one) => one.source !== null).length).toBeGreaterThan(25);
});

it('proposes nothing from an empty text, and asks for everything', () => {
  const { fields, asked } = readPlan(['', '  ']);
  expect(fields.filter((one) => one.value !== null)).toEqual([]);
  expect(asked.map((one) => one.question)).toEqual(
    expect.arrayContaining(['number', 'date', 'issuer', 'title', 'name', 'launcher', 'period', 'menu']),
  );
});

it('reads no plan into a letter that is none', () => {
  const { fields } = readPlan(planLines('Kính gửi: Sở Nội vụ\n\nĐề nghị quý Sở xem xét việc mua sắm máy tính năm 2026.\nTrân trọng./.\n'));
  expect(
    fields.filter((one) => one.kind === 'menuItem' || one.kind === 'phase' || one.kind === 'name').filter((one) => one.value !== null),
  ).toEqual([]);
});

/** The words follow each other on those lines; in a letterhead of two columns others stand between them. */
function stands({ source }: AnyField, lines: readonly string[]): boolean {
  const words = lines
    .slice((source?.line.from ?? 1) - 1, source?.line.to)
    .filter((line) => !/^\s*(?:-?\s*\d{1,2}\s*-?|Trang \d+)\s*$/u.test(line))
    .join(' ');
  let rest = words.split(/\s+/u);
  return (source?.quote ?? '').split(/\s+/u).every((word) => {
    const at = rest.findIndex((one) => one.includes(word));
    rest = rest.slice(at + 1);
    return at >= 0;
  });
}
