import { compareDates, dayOf } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { JobContext, JobVerb } from '../../jobs/job-verb';

/** Working days before the closing day on which the first reminder goes out. */
const BEFORE = 3;

/** The daily look at an open step of an occasion: a word some working days before its day, on it and after it; each once. */
export const remindOccasion: JobVerb = async (context) => {
  const { deps, tx, job, nowMs } = context;
  for (const task of await deps.stores.procedureTasks.openAt(tx, job.provinceId, job.instanceId, job.headers['task'] ?? '')) {
    const { taskId, instanceId, orgId, dueAt } = task;
    const kind = dueAt === null ? undefined : kindOf(context, dueAt);
    if (dueAt !== null && kind !== undefined) {
      await deps.stores.limitNotices.add(tx, job.provinceId, {
        ...{ id: newId(deps.clock), taskId, instanceId, orgId, kind, dueAt, ruleId: null, atMs: nowMs },
      });
    }
  }
  return {};
};

function kindOf({ deps, job, nowMs }: JobContext, dueAt: Date): 'reminder' | 'due-day' | 'escalation' | undefined {
  const [today, due] = [dayOf(nowMs), dayOf(dueAt.getTime())];
  const order = compareDates(today, due);
  if (order >= 0) {
    return order === 0 ? 'due-day' : 'escalation';
  }
  const calendar = deps.calendars.of(job.provinceId);
  const known = [today, due].every(({ year }) => calendar.years.includes(year));
  return known && calendar.workingDaysBetween(today, due) <= BEFORE ? 'reminder' : undefined;
}
