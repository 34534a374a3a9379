import type { LimitEventRecord, TaskInTime, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { elementOf, taskDue } from './task-clock';

export interface AlignedSubject {
  readonly provinceId: string;
  readonly dossierId: string | null;
  readonly roundId: string | null;
}

/**
 * Moves the due days of the open steps of a dossier or round after something stopped or restarted their clock, by the law they are pinned to.
 * A changed calendar or limit is not taken in here: that is done for all steps at once, when somebody says so.
 */
export async function alignDueDays(deps: CaseworkDeps, tx: Tx, { provinceId, dossierId, roundId }: AlignedSubject): Promise<void> {
  const { recomputations, limitEvents } = deps.stores;
  const events = [
    ...(dossierId === null ? [] : await limitEvents.ofDossiers(provinceId, [dossierId], tx)),
    ...(roundId === null ? [] : await limitEvents.ofRounds(provinceId, [roundId], tx)),
  ].filter((event) => event.rowId === null);
  for (const task of await recomputations.openTasksOf(tx, provinceId, { dossierId, roundId })) {
    const due = await stoppedDue(deps, provinceId, { task, events });
    if (due !== undefined && due?.getTime() !== task.dueAt?.getTime()) {
      await recomputations.move(tx, provinceId, { taskId: task.id, ruleId: null, oldDue: task.dueAt, newDue: due });
    }
  }
}

/** Undefined when nothing since its opening concerns the step's clock. */
async function stoppedDue(
  deps: CaseworkDeps,
  provinceId: string,
  { task, events }: { readonly task: TaskInTime; readonly events: readonly LimitEventRecord[] },
): Promise<Date | null | undefined> {
  const since = events.filter((event) => event.at > task.createdAt && belongs(event, task));
  if (since.length === 0) {
    return undefined;
  }
  const element = await elementOf(deps, provinceId, task);
  const pack = task.packHash === null ? undefined : deps.law.packs.get(task.packHash);
  return taskDue({ task, element, pack, calendar: deps.calendars.of(provinceId, task.orgId), events: since })?.dueAt;
}

function belongs(event: LimitEventRecord, task: TaskInTime): boolean {
  return (event.dossierId !== null && event.dossierId === task.dossierId) || (event.roundId !== null && event.roundId === task.roundId);
}
