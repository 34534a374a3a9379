import { plannedYears, yearOf } from './planned-years';

const planned = (start: string | null, end: string | null, date: string | null = null): number | null =>
  plannedYears({
    period: { quote: '', line: { from: 1, to: 1 }, start, end },
    plan: { seed: '', title: '', issuer: '', number: null, date },
  });

describe('the planned length of a movement', () => {
  it.each([
    ['2025', '2030', null, 6],
    ['2025-07', '2030-06', null, 5],
    ['2025-07-01', '2030-06-30', null, 5],
    ['2025-08', '2030-06', null, 4],
    [null, '2030-12', '2025-06-02', 5],
    ['2030', '2025', null, 0],
  ])('from %s to %s, plan of %s: %s years', (start, end, date, years) => {
    expect(planned(start, end, date)).toBe(years);
  });

  it('is not invented where the plan leaves a date open', () => {
    expect([planned(null, '2030-12'), planned('2025', null), planned(null, null)]).toEqual([null, null, null]);
  });
});

it.each([
  ['2025', 2025],
  ['2025-07-01', 2025],
  ['', null],
  [null, null],
])('the year of %s is %s', (partial, year) => {
  expect(yearOf(partial)).toBe(year);
});
