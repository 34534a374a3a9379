import type { Tx, WorkRecord } from '@thidua/store';
import type { CaseworkDeps } from '../deps';

/** Whether the process of a work waits at a step of this form: what the step is about may be written. */
export async function isStepOpen(
  { stores }: Pick<CaseworkDeps, 'stores'>,
  provinceId: string,
  work: Pick<WorkRecord, 'instanceId' | 'status'>,
  formId: string,
  tx?: Tx,
): Promise<boolean> {
  if (work.instanceId === null || work.status === 'done' || work.status === 'canceled') {
    return false;
  }
  const tasks = await stores.tasks.ofInstance(provinceId, work.instanceId, tx);
  return tasks.some((task) => task.status === 'open' && task.formId === formId);
}
