import type { JsonObject } from '@thidua/kernel';
import type { Tx, WorkRecord, WorkStatus } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { Refused } from '../refused';
import type { TaskRecord } from '../task-record';

/** A work's new state, with what is then known of it. @throws Refused state-conflict when it has ended before */
export async function endWork(
  deps: CaseworkDeps,
  tx: Tx,
  one: { readonly provinceId: string; readonly workId: string; readonly status: WorkStatus; readonly facts?: JsonObject },
): Promise<void> {
  if (one.facts !== undefined) {
    await deps.stores.works.setFacts(tx, one.provinceId, one.workId, one.facts);
  }
  if (!(await deps.stores.works.setStatus(tx, one.provinceId, one.workId, one.status, deps.clock.nowMs()))) {
    throw new Refused('state-conflict', { reason: 'work-ended', workId: one.workId });
  }
}

/** The work whose process a task or job belongs to; a called process runs in its caller's. */
export async function workOf(
  { stores }: CaseworkDeps,
  { provinceId, instanceId }: Pick<TaskRecord, 'provinceId' | 'instanceId'>,
  tx?: Tx,
): Promise<WorkRecord> {
  const work = await stores.works.byInstance(provinceId, instanceId, tx);
  if (work === undefined) {
    throw new Error(`process ${instanceId} does no work of a movement`);
  }
  return work;
}
