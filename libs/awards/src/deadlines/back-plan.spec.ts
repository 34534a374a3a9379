import { formatLocalDate } from '@thidua/kernel';
import { date, shippedPack, shippedYear } from '../../../../test/harness/shipped-law';
import { CalendarYearMissing, workingCalendar } from '../calendar/working-calendar';
import type { LimitRow, Pack } from '../pack/pack';
import { backPlan, type BackPlan, type BackQuestion } from './back-plan';
import { clockFacts, type ClockEvent } from './clock-facts';
import { deadline } from './deadline';
import { fixedDueOn } from './fixed-date';

const calendar = workingCalendar([2025, 2026, 2027, 2028].map(shippedYear));
const shipped = shippedPack('vn-2025-nd152');
const [model] = shipped.limits;

/** T-01 before the session, the province's T-06 and T-19, the commune's T-16 and a fixed day, whatever the shipped pack holds now. */
const pack: Pack = {
  ...shipped,
  limits: [
    limit('T-01', { kind: 'at-least', level: 'TINH', awards: ['CSTDTQ'], value: 10, startsAt: 'event' }),
    limit('T-06', { level: 'TINH', awards: ['CSTDTQ'], value: 30 }),
    limit('T-19', { level: 'TINH', awards: ['BK_TINH'], value: 20, confirmed: false }),
    limit('T-16', { level: 'XA', awards: ['CSTDTQ', 'BK_TINH'], value: 20 }),
    limit('T-17', { level: 'XA', awards: ['BK_TINH'], value: 10 }),
    { ...limit('T-12', { awards: ['CSTDTQ'], value: 0 }), kind: 'by-date', fixedDay: { month: 12, day: 31, yearOffset: 1 } },
    { ...limit('T-14', { awards: ['CSTDTQ'], value: 0 }), kind: 'by-date', fixedDay: null },
  ],
};

describe('backPlan', () => {
  it('goes from the council back through publication, the province and the commune, each step with its row', () => {
    const plan = planned({ award: 'CSTDTQ', target: { kind: 'council', on: date('2026-06-15') }, levels: ['XA', 'TINH'] });
    expect(shown(plan)).toEqual([
      // Ten days 02–05, 08–12 and 15/6; thirty days back over 30/4, 1/5 and 27/4; twenty days more.
      ['T-01', '2026-06-01', '2026-06-15'],
      ['T-06', '2026-04-15', '2026-06-01'],
      ['T-16', '2026-03-18', '2026-04-15'],
    ]);
    expect([formatLocalDate(plan?.latestSafeOn ?? date('2000-01-01')), plan?.confirmed]).toEqual(['2026-03-18', true]);
  });

  it('names every row without confirmation by being unconfirmed itself, and takes the longer of two rows of a level', () => {
    const plan = planned({ award: 'BK_TINH', target: { kind: 'council', on: date('2026-09-10') }, levels: ['XA', 'TINH'] });
    expect(plan?.confirmed).toBe(false);
    expect(plan?.steps.map((step) => step.rowId)).toEqual(['T-19', 'T-16']);
  });

  it('leaves out the levels a file does not pass', () => {
    const plan = planned({ award: 'BK_TINH', target: { kind: 'council', on: date('2026-09-10') }, levels: ['TINH'] });
    expect(shown(plan)).toEqual([['T-19', '2026-08-11', '2026-09-10']]);
  });

  it('goes back from a day that a row fixes, in the year after', () => {
    const plan = planned({ award: 'CSTDTQ', target: { kind: 'by-date', rowId: 'T-12', year: 2025 }, levels: ['TINH'] });
    expect([formatLocalDate(plan?.targetOn ?? date('2000-01-01')), plan?.targetRowId]).toEqual(['2026-12-31', 'T-12']);
    expect(shown(plan)[0]).toEqual(['T-01', '2026-12-17', '2026-12-31']);
  });

  it('is a working day before the target when nothing lies between', () => {
    const plan = planned({ award: 'GK_XA', target: { kind: 'council', on: date('2026-05-03') }, levels: ['XA'] });
    expect(plan?.steps).toEqual([]);
    expect(formatLocalDate(plan?.latestSafeOn ?? date('2000-01-01'))).toBe('2026-04-29');
  });

  it.each(['T-14', 'T-99'])('has none where %s names no day', (rowId) => {
    expect(planned({ award: 'CSTDTQ', target: { kind: 'by-date', rowId, year: 2025 }, levels: ['TINH'] })).toBeUndefined();
  });

  it('lets a period in calendar days begin so early that its end is no day of rest', () => {
    const days = {
      ...pack,
      limits: [{ ...limit('T-18', { level: 'XA', awards: ['THONVH'], value: 10 }), amount: { value: 10, unit: 'day' as const } }],
    };
    const plan = backPlan({ pack: days, award: 'THONVH', target: { kind: 'council', on: date('2026-09-02') }, levels: ['XA'] }, calendar);
    // From 21/8 the ten days would end on Monday 31/8, off, and so on 03/9; from 18/8 they end on Friday 28/8.
    expect(formatLocalDate(plan?.latestSafeOn ?? date('2000-01-01'))).toBe('2026-08-18');
  });

  it('refuses to guess a year without a table', () => {
    const ask = (): unknown => planned({ award: 'CSTDTQ', target: { kind: 'council', on: date('2025-02-03') }, levels: ['XA', 'TINH'] });
    expect(ask).toThrow(CalendarYearMissing);
  });

  it('starts so late that the limit has just run, from every day of 2026', () => {
    for (let ms = Date.UTC(2026, 2, 1); ms < Date.UTC(2026, 11, 31); ms += 86_400_000) {
      const target = date(new Date(ms).toISOString().slice(0, 10));
      const start = calendar.latestStart(target, 10);
      const next = calendar.addWorkingDays(start, 1);
      expect(calendar.workingDaysBetween(start, target)).toBeGreaterThanOrEqual(10);
      expect(calendar.workingDaysBetween(next, target)).toBeLessThan(10);
    }
  });
});

describe('a limit by date', () => {
  it.each([
    [{ month: 12, day: 31, yearOffset: 1 }, 2025, '2026-12-31'],
    [{ month: 6, day: 30, yearOffset: 0 }, 2026, '2026-06-30'],
    [{ month: 2, day: 29, yearOffset: 0 }, 2027, '2027-02-28'],
  ] as const)('%j of %i is %s', (fixedDay, year, day) => {
    expect(formatLocalDate(fixedDueOn({ fixedDay }, year) ?? date('2000-01-01'))).toBe(day);
  });

  it('is overdue from the day after, and never waits', () => {
    const ask = (asOf: string): ReturnType<typeof deadline> =>
      deadline(
        {
          pack,
          rowId: 'T-12',
          receivedAt: date('2025-11-03'),
          year: 2025,
          asOf: date(asOf),
          pauses: [{ kind: 'supplement', from: date('2026-12-01'), to: null }],
        },
        calendar,
      );
    expect([ask('2026-12-31').overdue, ask('2027-01-01').overdue]).toEqual([false, true]);
    expect(ask('2026-12-28')).toMatchObject({ status: 'running', legalDays: 0, remainingDays: 3, dueOn: date('2026-12-31') });
  });

  it('has not begun while its day is not announced', () => {
    const answer = deadline({ pack, rowId: 'T-14', receivedAt: date('2026-03-02'), asOf: date('2026-03-09') }, calendar);
    expect(answer).toMatchObject({ status: 'not-started', dueOn: null, overdue: false, remainingDays: 0, elapsedDays: 5 });
  });
});

describe('both readings of a limit', () => {
  it('count from receipt with nothing stopped, and from the complete file as the row says', () => {
    const events: ClockEvent[] = [
      { kind: 'received', on: date('2026-03-02') },
      { kind: 'supplement-asked', on: date('2026-03-04') },
      { kind: 'supplement-received', on: date('2026-03-09') },
      { kind: 'complete', on: date('2026-03-10') },
    ];
    const { completeAt, pauses } = clockFacts(events);
    const answer = deadline(
      { pack, rowId: 'T-17', receivedAt: date('2026-03-02'), completeAt, pauses, asOf: date('2026-03-13') },
      calendar,
    );
    expect(
      answer.readings.map(({ from, elapsedDays, dueOn }) => [from, elapsedDays, dueOn === null ? null : formatLocalDate(dueOn)]),
    ).toEqual([
      ['received', 9, '2026-03-16'],
      ['complete', 3, '2026-03-24'],
    ]);
  });
});

describe('clockFacts', () => {
  const on = date('2026-03-02');
  const later = date('2026-03-05');

  it('knows nothing of a file that was not received', () => {
    expect(clockFacts([])).toEqual({ receivedAt: null, completeAt: null, pauses: [] });
  });

  it('waits until as many opinions are in as were asked', () => {
    const asked: ClockEvent[] = [
      { kind: 'opinion-asked', on },
      { kind: 'opinion-asked', on },
      { kind: 'opinion-received', on: later },
    ];
    expect(clockFacts(asked).pauses).toEqual([{ kind: 'opinion', from: on, to: null }]);
    expect(clockFacts([...asked, { kind: 'opinion-received', on: later }]).pauses).toEqual([{ kind: 'opinion', from: on, to: later }]);
  });

  it('takes being found complete for the answer to a supplement, and to nothing else', () => {
    const events: ClockEvent[] = [
      { kind: 'supplement-asked', on },
      { kind: 'held', on },
      { kind: 'complete', on: later },
    ];
    expect(clockFacts(events).pauses).toEqual([
      { kind: 'supplement', from: on, to: later },
      { kind: 'hold', from: on, to: null },
    ]);
  });

  it('keeps the first receipt and the first completeness, and drops an answer nobody asked for', () => {
    const events: ClockEvent[] = [
      { kind: 'received', on },
      { kind: 'complete', on },
      { kind: 'released', on: later },
      { kind: 'received', on: later },
      { kind: 'complete', on: later },
    ];
    expect(clockFacts(events)).toEqual({ receivedAt: on, completeAt: on, pauses: [] });
  });
});

function limit(
  id: string,
  of: { value: number } & Partial<Pick<LimitRow, 'kind' | 'level' | 'awards' | 'startsAt' | 'confirmed'>>,
): LimitRow {
  if (model === undefined) {
    throw new Error('the pack has limits');
  }
  const { value, ...change } = of;
  const terms = { kind: 'within', level: null, startsAt: 'complete', onSupplement: 'restart', onOpinion: 'none', confirmed: true } as const;
  return {
    ...model,
    ...terms,
    ...change,
    id,
    text: id,
    amount: { value, unit: 'working-day' },
    fixedDay: null,
    effectiveFrom: date('2024-01-01'),
    effectiveTo: null,
  };
}

function planned(question: Omit<BackQuestion, 'pack'>): BackPlan | undefined {
  return backPlan({ ...question, pack }, calendar);
}

function shown(plan: BackPlan | undefined): readonly (readonly string[])[] {
  return (plan?.steps ?? []).map(({ rowId, startOn, endOn }) => [rowId, formatLocalDate(startOn), formatLocalDate(endOn)]);
}
