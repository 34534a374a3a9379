import { calendarNotices, type CalendarDay, type CalendarYear, type HalfDay } from '@thidua/awards';
import { mayAdminister } from '@thidua/access';
import type { CalendarView } from '@thidua/contract';
import { dayOf, formatLocalDate } from '@thidua/kernel';
import type { CalendarDayRecord } from '@thidua/store';
import type { Handler } from '../handler';

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
    local: local.map((day) => ({
      ...localView(day, nameOf, mayEdit && day.approvedBy === null && day.proposedBy !== actor.personId),
      pairDate: local.find((other) => other.pairId !== null && other.pairId === day.pairId && other.id !== day.id)?.day ?? null,
    })),
    notices: [...calendarNotices(deps.calendar.tables, dayOf(deps.clock.nowMs()))],
    mayEdit,
  };
};

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
): Omit<CalendarView['local'][number], 'pairDate'> {
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
