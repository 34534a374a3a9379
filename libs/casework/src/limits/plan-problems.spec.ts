import { workingCalendar } from '@thidua/awards';
import { shippedYear } from '../../../../test/harness/shipped-law';
import { plannedDays, planProblems } from './plan-problems';

const calendar = workingCalendar([shippedYear(2026)]);
const cite = { name: 'Nghỉ', citation: 'CV 1' };
const [COMMUNE, SCHOOL] = ['01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000002'];

function problems(plan: Parameters<typeof plannedDays>[0], taken: readonly string[] = []): readonly string[] {
  const ground = { calendar, taken: new Set(taken), offices: new Set([COMMUNE, SCHOOL]) };
  return planProblems(plannedDays(plan), ground).map(({ date, code }) => `${date} ${code}`);
}

describe('a plan of days', () => {
  it('may close several offices on one day, each once', () => {
    const closed = (orgId: string) => ({ date: '2026-06-01', kind: 'closure' as const, orgId, ...cite });
    expect(problems({ days: [closed(COMMUNE), closed(SCHOOL)], pairs: [] })).toEqual([]);
    expect(problems({ days: [closed(COMMUNE), closed(COMMUNE)], pairs: [] })).toEqual(['2026-06-01 day-twice']);
    expect(problems({ days: [closed(COMMUNE)], pairs: [] }, [`2026-06-01/${COMMUNE}`])).toEqual(['2026-06-01 day-taken']);
    expect(problems({ days: [closed(COMMUNE)], pairs: [] }, ['2026-06-01/'])).toEqual([]);
  });

  it.each([
    ['a weekday for a Saturday', { off: '2026-06-01', worked: '2026-06-06' }, []],
    ['two weekdays', { off: '2026-06-01', worked: '2026-06-02' }, ['2026-06-02 not-a-rest-day']],
    ['a Sunday for a Saturday', { off: '2026-06-07', worked: '2026-06-06' }, ['2026-06-07 not-a-working-day']],
    ['a holiday for a Saturday', { off: '2026-09-02', worked: '2026-06-06' }, ['2026-09-02 not-a-working-day']],
    ['a Saturday for itself', { off: '2026-06-06', worked: '2026-06-06' }, ['2026-06-06 not-a-working-day', '2026-06-06 day-twice']],
    ['years without a table', { off: '2026-12-31', worked: '2040-01-07' }, ['2040-01-07 year-unknown']],
  ])('swaps %s', (_, pair, expected) => {
    expect(problems({ days: [], pairs: [{ ...pair, ...cite }] })).toEqual(expected);
  });

  it('works a holiday of the table, a Saturday, and no weekday that is worked already', () => {
    const worked = (date: string) => ({ date, kind: 'working-day' as const, ...cite });
    expect(problems({ days: [worked('2026-06-06'), worked('2026-06-02')], pairs: [] })).toEqual(['2026-06-02 not-a-rest-day']);
  });

  it('ends a worked day early, at an hour, for the whole province', () => {
    const half = { date: '2026-06-01', kind: 'half-day' as const, ...cite };
    expect(problems({ days: [{ ...half, closesAt: 11 }], pairs: [] })).toEqual([]);
    expect(problems({ days: [{ ...half, date: '2026-06-06', closesAt: 11 }], pairs: [] })).toEqual(['2026-06-06 not-a-working-day']);
    expect(problems({ days: [{ ...half, closesAt: 11, orgId: COMMUNE }], pairs: [] })).toEqual(['2026-06-01 office-not-fitting']);
  });
});
