import type { InstanceState } from '@thidua/engine';
import type { MovedRowsStore, TaskBefore, Tx } from '@thidua/store';
import { definitionRow, type MovedRow } from '../steps/step-draft';

interface Written {
  readonly provinceId: string;
  readonly instanceId: string;
  readonly state: InstanceState;
}

/** Writes what a migration changes of rows that stay open; tasks in `restored` are written as they were before it. */
export async function writeMovedRows(
  store: MovedRowsStore,
  tx: Tx,
  { provinceId, instanceId, state }: Written,
  rows: readonly MovedRow[],
  restored: ReadonlyMap<string, TaskBefore> = new Map(),
): Promise<void> {
  for (const row of rows) {
    switch (row.type) {
      case 'change-definition':
        await store.changeDefinition(tx, provinceId, instanceId, definitionRow(row.definitionId));
        break;
      case 'move-task': {
        const before = restored.get(row.taskId);
        await (before === undefined ? store.moveTask(tx, provinceId, movedTask(row, state)) : store.restoreTask(tx, provinceId, before));
        break;
      }
      case 'move-job':
        await store.moveJob(tx, provinceId, { id: row.jobId, elementId: row.elementId, headers: row.headers, type: row.jobType });
        break;
      case 'move-wait':
        await store.moveWait(tx, provinceId, row.wait, row.id, row.elementId);
        break;
      case 'move-incident':
        await store.moveWait(tx, provinceId, 'incident', row.incidentId, row.elementId);
        break;
    }
  }
}

function movedTask(row: Extract<MovedRow, { type: 'move-task' }>, state: InstanceState): Parameters<MovedRowsStore['moveTask']>[2] {
  const { taskId, elementId, graph, name, step, formId, priority, performer, dueMs } = row;
  return {
    id: taskId,
    definitionId: definitionRow(state.graphs[graph] ?? ''),
    elementId,
    name,
    step: step ?? null,
    formId: formId ?? null,
    priority,
    performer,
    dueMs,
  };
}
