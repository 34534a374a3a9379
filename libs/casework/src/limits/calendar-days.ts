import { calendarNotices, type CalendarDay, type CalendarYear, type HalfDay } from '@thidua/awards';
import { mayAdminister, type Actor } from '@thidua/access';
import type { CalendarView } from '@thidua/contract';
import { dayOf, formatLocalDate, weekday } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { CalendarDayRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { once } from '../once';
import { demandAdministrator } from '../processes/administrator';
import { Refused } from '../refused';
import { dayIn } from './read-limits';

/** The published tables with their marks, and the days this province has set itself. */
export const workingCalendar: Handler<'workingCalendar'> = async (deps, { actor }) => {
  const { provinceId } = actor;
  await deps.calendars.refresh();
  const local = await deps.stores.calendarDays.ofProvince(provinceId);
  const people = await deps.stores.people.persons(provinceId, [
    ...new Set(local.flatMap((day) => [day.proposedBy, day.approvedBy ?? []].flat())),
  ]);
  const nameOf = (id: string | null): string | null => people.find((person) => person.id === id)?.fullName ?? null;
  const mayEdit = mayAdminister(actor).allowed;
  return {
    years: deps.calendar.tables.map(yearView).toSorted((a, b) => a.year - b.year),
    local: local.map((day) => localView(day, nameOf, mayEdit && day.approvedBy === null && day.proposedBy !== actor.personId)),
    notices: [...calendarNotices(deps.calendar.tables, dayOf(deps.clock.nowMs()))],
    mayEdit,
  };
};

/** One person proposes; nothing counts differently yet. */
export const proposeCalendarDay: Handler<'proposeCalendarDay'> = async (deps, { actor, body, key }) => {
  const position = demandAdministrator(actor);
  const { provinceId, personId } = actor;
  await demandFitting(deps, provinceId, body);
  return once(deps, key, async (tx) => {
    const id = newId(deps.clock);
    const atMs = deps.clock.nowMs();
    const { date: day, kind, name, citation } = body;
    const made = { id, day, kind, name, citation, orgId: body.orgId ?? null, closesAt: body.closesAt ?? null, proposedBy: personId, atMs };
    if (!(await deps.stores.calendarDays.propose(tx, provinceId, made))) {
      throw new Refused('state-conflict', { reason: 'day-taken', date: day });
    }
    await noteOnCalendar(deps, tx, { actor, positionId: position.id, id, action: 'calendar-day-proposed' });
    return { id };
  });
};

/** Another person approves: from then on new limits count by it; those that run stay until somebody recomputes them. */
export const approveCalendarDay: Handler<'approveCalendarDay'> = async (deps, { actor, params, key }) => {
  const position = demandAdministrator(actor);
  const { provinceId, personId } = actor;
  const done = await once(deps, key, async (tx) => {
    const day = await lockedDay(deps, tx, actor, params['id'] ?? '');
    if (day.approvedBy !== null) {
      throw new Refused('state-conflict', { reason: 'approved-already' });
    }
    if (day.proposedBy === personId) {
      throw new Refused('four-eyes');
    }
    await deps.stores.calendarDays.approve(tx, provinceId, day.id, { personId, atMs: deps.clock.nowMs() });
    await noteOnCalendar(deps, tx, { actor, positionId: position.id, id: day.id, action: 'calendar-day-approved' });
    return { done: true as const };
  });
  await deps.calendars.refresh();
  return done;
};

export const withdrawCalendarDay: Handler<'withdrawCalendarDay'> = async (deps, { actor, params, key }) => {
  const position = demandAdministrator(actor);
  const done = await once(deps, key, async (tx) => {
    const day = await lockedDay(deps, tx, actor, params['id'] ?? '');
    await deps.stores.calendarDays.withdraw(tx, actor.provinceId, day.id, { personId: actor.personId, atMs: deps.clock.nowMs() });
    await noteOnCalendar(deps, tx, { actor, positionId: position.id, id: day.id, action: 'calendar-day-withdrawn' });
    return { done: true as const };
  });
  await deps.calendars.refresh();
  return done;
};

/** A day of a year with a table; a day to work on is a day of rest, the others are not; a half day has its hour, an office is of the province. */
async function demandFitting(
  deps: CaseworkDeps,
  provinceId: string,
  {
    date,
    kind,
    closesAt,
    orgId,
  }: { readonly date: string; readonly kind: string; readonly closesAt?: number | undefined; readonly orgId?: string | undefined },
): Promise<void> {
  const day = dayIn(date);
  const worked = deps.calendar.isWorkingDay(day);
  const misfit =
    (kind === 'half-day') !== (closesAt !== undefined)
      ? 'closes-at'
      : orgId !== undefined && kind !== 'closure'
        ? 'orgId'
        : kind === 'working-day' && worked && weekday(day) <= 5
          ? 'date'
          : null;
  if (misfit !== null) {
    throw new Refused('request-invalid', { fields: [{ path: misfit, problem: 'does-not-fit', kind: 'custom' }] });
  }
  if (orgId !== undefined && (await deps.stores.people.org(provinceId, orgId)) === undefined) {
    throw new Refused('not-found', { what: 'org' });
  }
}

async function lockedDay(deps: CaseworkDeps, tx: Tx, actor: Actor, id: string): Promise<CalendarDayRecord> {
  const day = await deps.stores.calendarDays.lock(tx, actor.provinceId, id);
  if (day === undefined) {
    throw new Refused('not-found', { what: 'calendar-day' });
  }
  return day;
}

async function noteOnCalendar(
  deps: CaseworkDeps,
  tx: Tx,
  { actor, positionId, id, action }: { readonly actor: Actor; readonly positionId: string; readonly id: string; readonly action: string },
): Promise<void> {
  await deps.stores.trail.append(tx, actor.provinceId, {
    subjectType: 'calendar',
    subjectId: id,
    atMs: deps.clock.nowMs(),
    action,
    personId: actor.personId,
    positionId,
    facts: { calendarDayId: id },
  });
}

function yearView(year: CalendarYear): CalendarView['years'][number] {
  const days = [
    ...year.holidays.map((day) => dayView(day, 'holiday')),
    ...year.swapDays.map((day) => dayView(day, 'swap-day')),
    ...year.workingSaturdays.map((day) => dayView(day, 'working-day')),
    ...year.halfDays.map((day) => dayView(day, 'half-day')),
    ...year.closures.map((day) => dayView(day, 'closure')),
  ];
  return { year: year.year, days: days.toSorted((a, b) => (a.date < b.date ? -1 : 1)) };
}

type DayView = CalendarView['years'][number]['days'][number];

function dayView(day: CalendarDay | HalfDay, kind: DayView['kind']): DayView {
  const { date, name, citation, confirmed, note } = day;
  return { date: formatLocalDate(date), kind, name, citation, confirmed, note, closesAt: 'closesAt' in day ? day.closesAt : null };
}

function localView(
  day: CalendarDayRecord,
  nameOf: (id: string | null) => string | null,
  mayApprove: boolean,
): CalendarView['local'][number] {
  const { id, day: date, kind, name, citation, closesAt, orgName, approvedBy, proposedBy } = day;
  return {
    id,
    date,
    kind,
    name,
    citation,
    confirmed: approvedBy !== null,
    note: null,
    closesAt,
    orgName,
    status: approvedBy === null ? 'proposed' : 'in-force',
    proposedBy: nameOf(proposedBy) ?? '',
    approvedBy: nameOf(approvedBy),
    mayApprove,
  };
}
