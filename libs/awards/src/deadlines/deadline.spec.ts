import { formatLocalDate, type LocalDate } from '@thidua/kernel';
import { date, shippedPack, shippedYear } from '../../../../test/harness/shipped-law';
import { workingCalendar } from '../calendar/working-calendar';
import type { LimitRow, Pack } from '../pack/pack';
import { addMonths } from './add-months';
import { deadline, type Deadline, type Pause } from './deadline';
import { limitFor, LimitUnknown } from './limit-for';

const pack = shippedPack('vn-2025-nd152');
const calendar = workingCalendar([2025, 2026, 2027].map(shippedYear));

describe('limits of vn-2025-nd152', () => {
  it.each([
    ['T-01', 10, 'working-day', 'event', 'none', 'none', true],
    ['T-03', 10, 'working-day', 'received', 'none', 'none', true],
    ['T-05', 20, 'working-day', 'complete', 'restart', 'none', true],
    ['T-06', 30, 'working-day', 'complete', 'restart', 'none', true],
    ['T-07', 10, 'working-day', 'received', 'none', 'none', true],
    ['T-11', 10, 'working-day', 'event', 'none', 'none', false],
    ['T-15', 6, 'month', 'event', 'none', 'none', true],
    ['T-16', 20, 'working-day', 'complete', 'restart', 'none', true],
    ['T-17', 10, 'working-day', 'complete', 'restart', 'none', false],
    ['T-19', 20, 'working-day', 'complete', 'restart', 'none', false],
    ['T-24', 15, 'working-day', 'event', 'none', 'none', true],
    ['T-27', 1, 'working-day', 'event', 'none', 'none', true],
  ] as const)('%s is %i %s from %s', (...[id, value, unit, startsAt, onSupplement, onOpinion, confirmed]) => {
    expect(limitFor(pack, id)).toMatchObject({ amount: { value, unit }, startsAt, onSupplement, onOpinion, confirmed });
  });

  it('have none for the signature of the Prime Minister or the President', () => {
    expect(pack.limits.filter((row) => row.level === 'CTN')).toEqual([]);
  });
});

describe('deadline: the worked days of law.md 14', () => {
  it.each([
    ['2026-02-13', '2026-03-06'],
    ['2026-08-20', '2026-09-07'],
    ['2026-04-22', '2026-05-11'],
  ])('T-03 received %s is due %s', (receivedAt, due) => {
    expect(shown(ask('T-03', { receivedAt, asOf: receivedAt }).dueOn)).toBe(due);
  });
});

describe('deadline: counted from the complete dossier', () => {
  it('has not started while the dossier is incomplete', () => {
    const answer = ask('T-17', { receivedAt: '2026-03-02', asOf: '2026-03-10' });
    expect(answer).toMatchObject({
      status: 'not-started',
      startedOn: null,
      dueOn: null,
      elapsedDays: 0,
      elapsedSinceReceived: 6,
      overdue: false,
    });
  });

  it('starts on the day the dossier is complete and shows both readings', () => {
    const answer = ask('T-17', { receivedAt: '2026-03-02', completeAt: '2026-03-05', asOf: '2026-03-10' });
    expect(answer).toMatchObject({ status: 'running', legalDays: 10, elapsedDays: 3, remainingDays: 7, elapsedSinceReceived: 6 });
    expect(shown(answer.dueOn)).toBe('2026-03-19');
  });

  it('waits while a supplement is awaited', () => {
    const pauses: Pause[] = [{ kind: 'supplement', from: date('2026-03-06'), to: null }];
    expect(ask('T-17', { receivedAt: '2026-03-02', completeAt: '2026-03-02', asOf: '2026-03-10', pauses })).toMatchObject({
      status: 'not-started',
      dueOn: null,
    });
  });

  it('restarts on the day the last supplement came in', () => {
    const pauses: Pause[] = [
      { kind: 'supplement', from: date('2026-03-03'), to: date('2026-03-04') },
      { kind: 'supplement', from: date('2026-03-06'), to: date('2026-03-09') },
    ];
    const answer = ask('T-17', { receivedAt: '2026-03-02', completeAt: '2026-03-02', asOf: '2026-03-10', pauses });
    expect([shown(answer.startedOn), shown(answer.dueOn), answer.elapsedDays]).toEqual(['2026-03-09', '2026-03-23', 1]);
  });

  it('does not stop for an opinion', () => {
    const pauses: Pause[] = [{ kind: 'opinion', from: date('2026-03-03'), to: null }];
    const answer = ask('T-17', { receivedAt: '2026-03-02', completeAt: '2026-03-02', asOf: '2026-03-10', pauses });
    expect([answer.status, shown(answer.dueOn)]).toEqual(['running', '2026-03-16']);
  });
});

describe('deadline: where the row pauses', () => {
  const pausing = changed('T-03', { onSupplement: 'pause', onOpinion: 'pause' });

  it('leaves out the days on which the clock stood', () => {
    const pauses: Pause[] = [{ kind: 'supplement', from: date('2026-03-03'), to: date('2026-03-05') }];
    const answer = ask('T-03', { receivedAt: '2026-03-02', asOf: '2026-03-06', pauses }, pausing);
    expect([shown(answer.dueOn), answer.elapsedDays, answer.elapsedSinceReceived]).toEqual(['2026-03-18', 2, 4]);
  });

  it('has no due day while the clock stands', () => {
    const pauses: Pause[] = [{ kind: 'opinion', from: date('2026-03-03'), to: null }];
    const answer = ask('T-03', { receivedAt: '2026-03-02', asOf: '2026-03-20', pauses }, pausing);
    expect(answer).toMatchObject({ status: 'paused', dueOn: null, elapsedDays: 1, remainingDays: 9, overdue: false });
  });

  it('counts a day of two pauses once', () => {
    const pauses: Pause[] = [
      { kind: 'supplement', from: date('2026-03-03'), to: date('2026-03-05') },
      { kind: 'opinion', from: date('2026-03-04'), to: date('2026-03-05') },
    ];
    expect(shown(ask('T-03', { receivedAt: '2026-03-02', asOf: '2026-03-06', pauses }, pausing).dueOn)).toBe('2026-03-18');
  });
});

describe('deadline: other shapes', () => {
  it('is overdue from the day after the last day', () => {
    const on = (asOf: string): boolean => ask('T-03', { receivedAt: '2026-03-02', asOf }).overdue;
    expect([on('2026-03-16'), on('2026-03-17')]).toEqual([false, true]);
  });

  it('ends a period in calendar days on the next working day', () => {
    const days = changed('T-03', { amount: { value: 5, unit: 'day' } });
    expect(shown(ask('T-03', { receivedAt: '2026-03-02', asOf: '2026-03-02' }, days).dueOn)).toBe('2026-03-09');
  });

  it('tells the first day on which a publication has run long enough, and is never overdue', () => {
    const answer = ask('T-01', { receivedAt: '2026-03-02', eventAt: '2026-03-04', asOf: '2026-06-01' });
    expect([shown(answer.dueOn), answer.overdue]).toEqual(['2026-03-18', false]);
  });

  it.each(['T-99', 'T-15'])('refuses %s, which is no running limit', (rowId) => {
    expect(() => ask(rowId, { receivedAt: '2026-03-02', asOf: '2026-03-02' })).toThrow(LimitUnknown);
  });
});

describe('addMonths', () => {
  it.each([
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-01-15', -6, '2025-07-15'],
    ['2024-08-31', -6, '2024-02-29'],
    ['2026-12-01', 1, '2027-01-01'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(formatLocalDate(addMonths(date(from), months))).toBe(to);
  });
});

interface Case {
  readonly receivedAt: string;
  readonly completeAt?: string;
  readonly eventAt?: string;
  readonly asOf: string;
  readonly pauses?: readonly Pause[];
}

function ask(rowId: string, { receivedAt, completeAt, eventAt, asOf, pauses = [] }: Case, law: Pack = pack): Deadline {
  return deadline(
    {
      pack: law,
      rowId,
      receivedAt: date(receivedAt),
      completeAt: completeAt === undefined ? null : date(completeAt),
      eventAt: eventAt === undefined ? null : date(eventAt),
      pauses,
      asOf: date(asOf),
    },
    calendar,
  );
}

function changed(rowId: string, change: Partial<LimitRow>): Pack {
  return { ...pack, limits: pack.limits.map((row) => (row.id === rowId ? { ...row, ...change } : row)) };
}

function shown(day: LocalDate | null): string {
  return day === null ? '–' : formatLocalDate(day);
}
