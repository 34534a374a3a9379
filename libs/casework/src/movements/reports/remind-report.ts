import { dayOf, parseLocalDate, compareDates } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { JobContext, JobVerb } from '../../jobs/job-verb';
import { workOf } from '../end-work';

/** Working days before the due day on which the first reminder goes out. */
const BEFORE = 3;

/** The daily look at a report: a word some working days before its day, one on the day, one when it is over; each once, none after it was sent. */
export const remindReport: JobVerb = async (context) => {
  const { deps, tx, job, nowMs } = context;
  const work = await workOf(deps, job, tx);
  const report = await deps.stores.reports.byId(job.provinceId, work.id, tx);
  const kind = work.dueOn === null || report?.sentAt instanceof Date ? undefined : kindOf(context, work.dueOn);
  if (kind === undefined) {
    return {};
  }
  for (const task of await deps.stores.procedureTasks.openAt(tx, job.provinceId, job.instanceId, job.headers['task'] ?? '')) {
    if (task.dueAt !== null) {
      const { taskId, instanceId, orgId, dueAt } = task;
      const one = { id: newId(deps.clock), taskId, instanceId, orgId, kind, dueAt, ruleId: null, atMs: nowMs };
      await deps.stores.limitNotices.add(tx, job.provinceId, one);
    }
  }
  return {};
};

function kindOf({ deps, job, nowMs }: JobContext, dueOn: string): 'reminder' | 'due-day' | 'escalation' | undefined {
  const [today, due] = [dayOf(nowMs), parseLocalDate(dueOn)];
  if (due === undefined) {
    return undefined;
  }
  const order = compareDates(today, due);
  if (order >= 0) {
    return order === 0 ? 'due-day' : 'escalation';
  }
  const calendar = deps.calendars.of(job.provinceId);
  const known = [today, due].every(({ year }) => calendar.years.includes(year));
  return known && calendar.workingDaysBetween(today, due) <= BEFORE ? 'reminder' : undefined;
}
