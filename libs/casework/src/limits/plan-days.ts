import { readIcs } from '@thidua/awards';
import type { CalendarFileReading } from '@thidua/contract';
import { formatLocalDate } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { CalendarDayRecord } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { note } from '../note';
import { once } from '../once';
import { demandAdministrator } from '../processes/administrator';
import { Refused } from '../refused';
import { dueDays, dueDaysHash, dueDayView, stepsInTime } from './due-days';
import { icsProblemText, icsRefusalText } from './ics-words';
import { placeOf, plannedDays, planProblems, type PlannedDay, type PlanProblem } from './plan-problems';

/** What an iCalendar file holds, day by day; nothing is kept, days are taken over into a plan. */
export const readCalendarFile: Handler<'readCalendarFile'> = async (deps, { actor, body }): Promise<CalendarFileReading> => {
  demandAdministrator(actor);
  await deps.calendars.refresh();
  const calendar = deps.calendars.of(actor.provinceId);
  const read = readIcs(body.text, calendar.years);
  if (!read.ok) {
    return { days: [], problems: [], refusal: icsRefusalText(read.error) };
  }
  return {
    days: read.value.days.map(({ date, name, kind }) => {
      const worked = calendar.isWorkingDay(date);
      const state = kind === null ? 'rest' : (kind === 'working-day') === worked ? 'known' : 'new';
      return { date: formatLocalDate(date), name, kind, state };
    }),
    problems: read.value.problems.map((problem) => ({ line: problem.line, name: problem.name, text: icsProblemText(problem) })),
    refusal: null,
  };
};

/** The due days that would move if the days were so. Nothing is written. */
export const previewCalendarPlan: Handler<'previewCalendarPlan'> = async (deps, { actor, body }) => {
  demandAdministrator(actor);
  const { provinceId } = actor;
  await Promise.all([deps.calendars.refresh(), deps.law.refresh()]);
  const plan = plannedDays(body);
  const problems = await problemsOf(deps, provinceId, plan);
  const steps = await stepsInTime(deps, provinceId, await deps.stores.recomputations.openTasks(provinceId));
  const standing = dueDays(steps, (orgId) => deps.calendars.of(provinceId, orgId));
  if (problems.length > 0) {
    return { fingerprint: '', problems: [...problems], tasks: standing.length, moved: [] };
  }
  const approve = await namedDays(deps, provinceId, body.approve);
  const withdraw = await namedDays(deps, provinceId, body.withdraw);
  const without = withdraw.map((day) => day.id);
  const planned = dueDays(steps, deps.calendars.changed(provinceId, { add: [...plan, ...approve], without }));
  const before = new Map(standing.map((one) => [one.task.id, one.newDue?.getTime()]));
  return {
    fingerprint: dueDaysHash(planned, settlementOf(approve, withdraw)),
    problems: [],
    tasks: planned.length,
    moved: planned
      .filter((one) => one.moved)
      .map((one) => ({ ...dueDayView(one), byDays: before.get(one.task.id) !== one.newDue?.getTime() })),
  };
};

/** One person proposes, all days or none; nothing counts differently yet. */
export const proposeCalendarPlan: Handler<'proposeCalendarPlan'> = async (deps, { actor, body, key }) => {
  const position = demandAdministrator(actor);
  const { provinceId, personId } = actor;
  await deps.calendars.refresh();
  const plan = plannedDays(body);
  if (plan.length === 0) {
    throw new Refused('request-invalid', { fields: [{ path: 'days', problem: 'empty', kind: 'custom' }] });
  }
  const problems = await problemsOf(deps, provinceId, plan);
  if (problems.length > 0) {
    throw new Refused('calendar-plan-refused', { problems: problems.map(({ date, code }) => ({ date, code })) });
  }
  return once(deps, key, async (tx) => {
    const atMs = deps.clock.nowMs();
    const pairs = body.pairs.map(() => newId(deps.clock));
    const ids: string[] = [];
    for (const { pair, ...day } of plan) {
      const id = newId(deps.clock);
      const made = { ...day, id, pairId: pair === null ? null : (pairs[pair] ?? null), proposedBy: personId, atMs };
      if (!(await deps.stores.calendarDays.propose(tx, provinceId, made))) {
        throw new Refused('calendar-plan-refused', { problems: [{ date: day.day, code: 'day-taken' }] });
      }
      await note(deps, tx, actor, { on: 'calendar', id, position, action: 'calendar-day-proposed', facts: { calendarDayId: id } });
      ids.push(id);
    }
    return { ids };
  });
};

/** The days of a settlement, in one order: a preview holds for these and no others. */
export function settlementOf(approve: readonly CalendarDayRecord[], withdraw: readonly CalendarDayRecord[]): readonly string[] {
  return [...approve.map((day) => `+${day.id}`), ...withdraw.map((day) => `-${day.id}`)].sort();
}

/** @throws Refused not-found */
async function namedDays(deps: CaseworkDeps, provinceId: string, ids: readonly string[]): Promise<readonly CalendarDayRecord[]> {
  const found = ids.length === 0 ? [] : await deps.stores.calendarDays.named(provinceId, ids);
  if (ids.some((id) => !found.some((day) => day.id === id))) {
    throw new Refused('not-found', { what: 'calendar-day' });
  }
  return found;
}

async function problemsOf(deps: CaseworkDeps, provinceId: string, plan: readonly PlannedDay[]): Promise<readonly PlanProblem[]> {
  if (plan.length === 0) {
    return [];
  }
  const taken = new Set((await deps.stores.calendarDays.ofProvince(provinceId)).map(placeOf));
  const offices = new Set((await deps.stores.people.orgs(provinceId)).map((org) => org.id));
  return planProblems(plan, { calendar: deps.calendars.of(provinceId), taken, offices });
}
