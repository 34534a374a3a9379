import { createHash } from 'node:crypto';
import type { DueDayPreview } from '@thidua/contract';
import { isoOf } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { LimitEventRecord, MovedTask, TaskInTime, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { once } from '../once';
import { demandAdministrator } from '../processes/administrator';
import { Refused } from '../refused';
import { elementOf, newestReading, taskDue } from './task-clock';

interface Recomputed {
  readonly task: TaskInTime;
  readonly ruleId: string | null;
  readonly newDue: Date | null;
  readonly moved: boolean;
}

/** Every open step that has a limit, with its due day as it stands and as today's calendar and law would have it. Nothing is written. */
export const dueDayChanges: Handler<'dueDayChanges'> = async (deps, { actor }) => {
  demandAdministrator(actor);
  const { provinceId } = actor;
  await refreshed(deps);
  const recomputed = await recompute(deps, provinceId, await deps.stores.recomputations.openTasks(provinceId));
  const applied = await deps.stores.recomputations.applied(provinceId);
  const names = new Map(
    (
      await deps.stores.people.persons(
        provinceId,
        applied.map((one) => one.appliedBy),
      )
    ).map((one) => [one.id, one.fullName]),
  );
  return {
    fingerprint: fingerprintOf(recomputed),
    tasks: recomputed.map(viewOf),
    changed: recomputed.filter((one) => one.moved).length,
    applied: applied.map((one) => ({
      id: one.id,
      at: isoOf(one.appliedAt.getTime()),
      by: names.get(one.appliedBy) ?? '',
      reason: one.reason,
      tasks: one.tasks,
      changed: one.changed,
    })),
  };
};

/** Applies exactly what was seen, all of it or nothing, with a line in the trail of every dossier and round whose day moves (check 25). */
export const applyDueDayChanges: Handler<'applyDueDayChanges'> = async (deps, { actor, body, key }) => {
  const position = demandAdministrator(actor);
  const { provinceId, personId } = actor;
  await refreshed(deps);
  return once(deps, key, async (tx) => {
    const recomputed = await recompute(deps, provinceId, await deps.stores.recomputations.lockOpenTasks(tx, provinceId), tx);
    const fingerprint = fingerprintOf(recomputed);
    if (fingerprint !== body.fingerprint) {
      throw new Refused('due-days-stale');
    }
    const atMs = deps.clock.nowMs();
    const id = newId(deps.clock);
    const lines = recomputed.filter((one) => one.moved).map(lineOf);
    const made = { id, fingerprint, reason: body.reason, tasks: recomputed.length, appliedBy: personId, atMs };
    await deps.stores.recomputations.record(tx, provinceId, made, lines);
    for (const { task, newDue, ruleId } of recomputed.filter((one) => one.moved)) {
      await deps.stores.recomputations.move(tx, provinceId, { taskId: task.id, ruleId, oldDue: task.dueAt, newDue });
      await deps.stores.trail.append(tx, provinceId, {
        ...subjectOf(task),
        atMs,
        action: 'due-day-moved',
        personId,
        positionId: position.id,
        grantVersion: position.version,
        facts: { recomputationId: id, taskId: task.id, ruleId, from: textOf(task.dueAt), to: textOf(newDue) },
      });
    }
    return { id, tasks: recomputed.length, changed: lines.length };
  });
};

async function refreshed({ calendars, law }: CaseworkDeps): Promise<void> {
  await Promise.all([calendars.refresh(), law.refresh()]);
}

async function recompute(
  deps: CaseworkDeps,
  provinceId: string,
  tasks: readonly TaskInTime[],
  tx: Tx = deps.database.reader,
): Promise<readonly Recomputed[]> {
  const ids = (of: 'dossierId' | 'roundId'): readonly string[] => [...new Set(tasks.flatMap((task) => task[of] ?? []))];
  const { limitEvents } = deps.stores;
  const dossierEvents = await limitEvents.ofDossiers(provinceId, ids('dossierId'), tx);
  const roundEvents = await limitEvents.ofRounds(provinceId, ids('roundId'), tx);
  const found: Recomputed[] = [];
  for (const task of tasks) {
    const events = eventsOf(task, dossierEvents, roundEvents);
    const element = await elementOf(deps, provinceId, task);
    const pack = newestReading(deps.law, provinceId, task.packHash);
    const due = taskDue({ task, element, pack, calendar: deps.calendars.of(provinceId, task.orgId), events });
    if (due !== undefined) {
      found.push({ task, ruleId: due.ruleId, newDue: due.dueAt, moved: due.dueAt?.getTime() !== task.dueAt?.getTime() });
    }
  }
  return found;
}

function eventsOf(
  task: TaskInTime,
  dossierEvents: readonly LimitEventRecord[],
  roundEvents: readonly LimitEventRecord[],
): readonly LimitEventRecord[] {
  const own = task.dossierId === null ? roundEvents.filter((event) => event.roundId === task.roundId) : dossierEvents;
  return own.filter((event) => event.rowId === null && (task.dossierId === null || event.dossierId === task.dossierId));
}

/** Of what was computed: another open step, another day, and the preview is no longer what would be done. */
function fingerprintOf(recomputed: readonly Recomputed[]): string {
  const lines = recomputed
    .map(({ task, newDue }) => [task.id, textOf(task.dueAt), textOf(newDue)])
    .sort(([a = ''], [b = '']) => ((a ?? '') < (b ?? '') ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(lines)).digest('hex');
}

function lineOf({ task, ruleId, newDue }: Recomputed): MovedTask {
  return { taskId: task.id, ruleId, oldDue: task.dueAt, newDue };
}

/** The trail of the dossier or round it is about; of a step about neither, the recomputation's own record says it. */
function subjectOf(task: TaskInTime): { readonly subjectType: 'dossier' | 'round' | 'calendar'; readonly subjectId: string } {
  if (task.dossierId !== null) {
    return { subjectType: 'dossier', subjectId: task.dossierId };
  }
  return task.roundId === null
    ? { subjectType: 'calendar', subjectId: task.instanceId }
    : { subjectType: 'round', subjectId: task.roundId };
}

function viewOf({ task, ruleId, newDue, moved }: Recomputed): DueDayPreview['tasks'][number] {
  const { id: taskId, name: taskName, code, dossierId, roundId, dueAt } = task;
  return { taskId, taskName, code, dossierId, roundId, ruleId, oldDue: textOf(dueAt), newDue: textOf(newDue), moved };
}

function textOf(at: Date | null): string | null {
  return at === null ? null : isoOf(at.getTime());
}
