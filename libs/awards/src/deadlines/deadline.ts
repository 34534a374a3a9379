import { addDays, compareDates, type LocalDate } from '@thidua/kernel';
import type { WorkingCalendar } from '../calendar/working-calendar';
import type { LimitRow, Pack } from '../pack/pack';
import { fixedDueOn } from './fixed-date';
import { limitFor, LimitUnknown } from './limit-for';

/** A wait for a supplement, for an opinion, or for the conclusion on a held nominee; `to` is the day it ended, null while it lasts. */
export interface Pause {
  readonly kind: 'supplement' | 'opinion' | 'hold';
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

export interface DeadlineQuestion {
  readonly pack: Pack;
  readonly rowId: string;
  readonly receivedAt: LocalDate;
  /** Day the dossier was first found complete; null or left out = not yet. */
  readonly completeAt?: LocalDate | null;
  /** Start of a limit that runs from an event (publication, signature). */
  readonly eventAt?: LocalDate | null;
  readonly pauses?: readonly Pause[];
  /** Of a limit by date: the year the matter belongs to; the year of receipt when left out. */
  readonly year?: number;
  /** The day on which it is asked. */
  readonly asOf: LocalDate;
}

/** The same limit read from one of the two possible starts. */
export interface Reading {
  readonly from: 'received' | 'complete';
  readonly startedOn: LocalDate | null;
  readonly dueOn: LocalDate | null;
  readonly elapsedDays: number;
}

export interface Deadline {
  readonly rowId: string;
  readonly status: 'not-started' | 'running' | 'paused';
  readonly startedOn: LocalDate | null;
  /** Last day; for an at-least limit the first day on which it has run its length. Null while not started or paused. */
  readonly dueOn: LocalDate | null;
  readonly overdue: boolean;
  readonly unit: 'working-day' | 'day' | 'month';
  /** 0 for a limit by date. */
  readonly legalDays: number;
  /** Counted by the row, without the days on which the clock stood. */
  readonly elapsedDays: number;
  readonly remainingDays: number;
  /** The other reading: days since receipt, nothing stopped. */
  readonly elapsedSinceReceived: number;
  /** From receipt with nothing stopped, and from the complete file with what the row stops: screens show both (decision 30). */
  readonly readings: readonly Reading[];
  readonly startsAt: LimitRow['startsAt'];
  readonly onSupplement: LimitRow['onSupplement'];
  readonly onOpinion: LimitRow['onOpinion'];
  readonly citation: string;
  readonly confirmed: boolean;
}

/**
 * The state of a limit on a day (decision 30). The first day is not counted; a day is not counted either when the clock
 * stood after it began: days after `from` up to and including `to` of a pause. A period in calendar days that ends on a
 * rest day ends on the next working day. Throws LimitUnknown, CalendarYearMissing.
 */
export function deadline(question: DeadlineQuestion, calendar: WorkingCalendar): Deadline {
  const { pack, rowId, receivedAt, asOf, pauses = [] } = question;
  const limit = limitFor(pack, rowId, receivedAt) ?? limitFor(pack, rowId);
  if (limit === undefined || limit.amount.unit === 'month') {
    throw new LimitUnknown(pack.id, rowId);
  }
  if (limit.kind === 'by-date') {
    return byDate(question, limit, calendar);
  }
  const clock: Clock = { limit, calendar, stops: pauses.filter((pause) => stops(pause, limit)) };
  const startedOn = startOf(question, limit, pauses);
  const open = clock.stops.some((pause) => pause.to === null);
  const status = startedOn === null ? 'not-started' : open ? 'paused' : 'running';
  const elapsedDays = startedOn === null ? 0 : counted(clock, startedOn, asOf);
  const dueOn = startedOn === null || open ? null : dueDate(clock, startedOn);
  return {
    rowId,
    status,
    startedOn,
    dueOn,
    overdue: dueOn !== null && limit.kind === 'within' && compareDates(asOf, dueOn) > 0,
    unit: limit.amount.unit,
    legalDays: limit.amount.value,
    elapsedDays,
    remainingDays: limit.amount.value - elapsedDays,
    elapsedSinceReceived: counted({ ...clock, stops: [] }, receivedAt, asOf),
    readings: readingsOf(question, clock),
    ...termsOf(limit),
  };
}

interface Clock {
  readonly limit: LimitRow;
  readonly calendar: WorkingCalendar;
  readonly stops: readonly Pause[];
}

type Terms = Pick<Deadline, 'startsAt' | 'onSupplement' | 'onOpinion' | 'citation' | 'confirmed'>;

function termsOf({ startsAt, onSupplement, onOpinion, citation, confirmed }: LimitRow): Terms {
  return { startsAt, onSupplement, onOpinion, citation, confirmed };
}

/** A day of the year does not wait for anybody. */
function byDate(question: DeadlineQuestion, limit: LimitRow, calendar: WorkingCalendar): Deadline {
  const { rowId, receivedAt, asOf } = question;
  const dueOn = fixedDueOn(limit, question.year ?? receivedAt.year) ?? null;
  return {
    rowId,
    status: dueOn === null ? 'not-started' : 'running',
    startedOn: dueOn === null ? null : receivedAt,
    dueOn,
    overdue: dueOn !== null && compareDates(asOf, dueOn) > 0,
    unit: 'day',
    legalDays: 0,
    elapsedDays: calendar.workingDaysBetween(receivedAt, asOf),
    remainingDays: dueOn === null ? 0 : calendar.workingDaysBetween(asOf, dueOn),
    elapsedSinceReceived: calendar.workingDaysBetween(receivedAt, asOf),
    readings: [],
    ...termsOf(limit),
  };
}

function readingsOf(question: DeadlineQuestion, clock: Clock): readonly Reading[] {
  const { receivedAt, completeAt = null, asOf, pauses = [] } = question;
  const plain = { ...clock, stops: [] };
  const open = clock.stops.some((pause) => pause.to === null);
  const start = startOf({ ...question, completeAt }, { ...clock.limit, startsAt: 'complete' }, pauses);
  return [
    { from: 'received', startedOn: receivedAt, dueOn: dueDate(plain, receivedAt), elapsedDays: counted(plain, receivedAt, asOf) },
    {
      from: 'complete',
      startedOn: start,
      dueOn: start === null || open ? null : dueDate(clock, start),
      elapsedDays: start === null ? 0 : counted(clock, start, asOf),
    },
  ];
}

/** A held nominee's clock always stands; what else stops it is the row's to say. */
function stops(pause: Pause, limit: LimitRow): boolean {
  switch (pause.kind) {
    case 'hold':
      return true;
    case 'supplement':
      return limit.onSupplement === 'pause';
    case 'opinion':
      return limit.onOpinion === 'pause';
  }
}

/** Restart: the clock begins anew on the day the last supplement came in, and has not begun while one is awaited. */
function startOf(question: DeadlineQuestion, limit: LimitRow, pauses: readonly Pause[]): LocalDate | null {
  const first = { received: question.receivedAt, complete: question.completeAt ?? null, event: question.eventAt ?? null }[limit.startsAt];
  if (limit.onSupplement !== 'restart' || first === null) {
    return first;
  }
  const supplements = pauses.filter((pause) => pause.kind === 'supplement');
  return supplements.reduce<LocalDate | null>((start, { to }) => (start === null || to === null ? null : later(start, to)), first);
}

function later(a: LocalDate, b: LocalDate): LocalDate {
  return compareDates(a, b) >= 0 ? a : b;
}

function counts({ limit, calendar, stops: pauses }: Clock, day: LocalDate): boolean {
  const stood = pauses.some(({ from, to }) => compareDates(day, from) > 0 && (to === null || compareDates(day, to) <= 0));
  return !stood && (limit.amount.unit !== 'working-day' || calendar.isWorkingDay(day));
}

function counted(clock: Clock, start: LocalDate, asOf: LocalDate): number {
  let days = 0;
  for (let day = addDays(start, 1); compareDates(day, asOf) <= 0; day = addDays(day, 1)) {
    days += counts(clock, day) ? 1 : 0;
  }
  return days;
}

function dueDate(clock: Clock, start: LocalDate): LocalDate {
  let day = start;
  for (let left = clock.limit.amount.value; left > 0; left -= counts(clock, day) ? 1 : 0) {
    day = addDays(day, 1);
  }
  return clock.calendar.rollForward(day);
}
