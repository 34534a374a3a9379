import { limitFor } from '@thidua/awards';
import { dayOf } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import { packByHash } from '../law/pack-of';
import { AT_RISK_DAYS } from '../tasks/deadline-view';
import { elementIn } from '../tasks/load-task';
import type { JobContext, JobVerb } from './job-verb';

/**
 * The daily look of a non-interrupting timer at a step's limit: a reminder to its office when few working days are left, and word to the head
 * when the day is over. Each is given once for a due day; nothing is decided by it and no clock moves.
 */
export const remind: JobVerb = async (context) => {
  const { deps, tx, job, nowMs } = context;
  const wanted = job.headers['task'];
  for (const task of await deps.stores.procedureTasks.openAt(tx, job.provinceId, job.instanceId, wanted ?? '')) {
    if (task.dueAt === null) {
      continue;
    }
    const definition = await deps.runtime.graphs.definition(job.provinceId, task.definitionId);
    const limit = elementIn(definition, task.elementId)?.legal.deadline;
    const kind = kindOf(context, task.dueAt, limit?.remindBefore ?? AT_RISK_DAYS);
    if (kind !== undefined) {
      const { taskId, instanceId, orgId, dueAt } = task;
      const ruleId = limit?.row === undefined ? null : await knownRow(context, limit.row);
      await deps.stores.limitNotices.add(tx, job.provinceId, {
        id: newId(deps.clock),
        taskId,
        instanceId,
        orgId,
        kind,
        dueAt,
        ruleId,
        atMs: nowMs,
      });
    }
  }
  return {};
};

function kindOf({ deps, job, nowMs }: JobContext, dueAt: Date, remindBefore: number): 'reminder' | 'escalation' | undefined {
  if (nowMs >= dueAt.getTime()) {
    return 'escalation';
  }
  const [today, due] = [dayOf(nowMs), dayOf(dueAt.getTime())];
  const calendar = deps.calendars.of(job.provinceId);
  const known = [today, due].every(({ year }) => calendar.years.includes(year));
  return known && calendar.workingDaysBetween(today, due) <= remindBefore ? 'reminder' : undefined;
}

/** The row of law the limit comes from, when the round's pack has it. */
async function knownRow({ deps, tx, job }: JobContext, row: string): Promise<string | null> {
  const round = job.roundId === null ? undefined : await deps.stores.rounds.byId(job.provinceId, job.roundId, tx);
  return round === undefined || limitFor(await packByHash(deps, round.packHash), row) === undefined ? null : row;
}
