import type { CompiledDefinition } from '@thidua/runtime';
import type { TaskRecord as StoredTask, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { Refused } from '../refused';
import type { TaskRecord } from '../task-record';

export type DiagramElement = CompiledDefinition['graph']['elements'][number];

/** A task with the element of the version it runs on. */
export interface LoadedTask {
  readonly task: TaskRecord;
  readonly element: DiagramElement | undefined;
  readonly processName: string;
}

/** @throws Refused not-found */
export async function loadTask(deps: CaseworkDeps, provinceId: string, taskId: string): Promise<LoadedTask> {
  return withElement(deps, provinceId, await deps.stores.tasks.byId(provinceId, taskId));
}

/** The same, locked until the transaction ends. @throws Refused not-found */
export async function lockTask(deps: CaseworkDeps, tx: Tx, provinceId: string, taskId: string): Promise<LoadedTask> {
  return withElement(deps, provinceId, await deps.stores.tasks.lock(tx, provinceId, taskId));
}

/** The element of a version, in its own process or another of the same file. */
export function elementIn(definition: CompiledDefinition, elementId: string): DiagramElement | undefined {
  for (const graph of [definition.graph, ...definition.siblings.values()]) {
    const index = graph.byId.get(elementId);
    if (index !== undefined) {
      return graph.elements[index];
    }
  }
  return undefined;
}

async function withElement(deps: CaseworkDeps, provinceId: string, stored: StoredTask | undefined): Promise<LoadedTask> {
  if (stored === undefined) {
    throw new Refused('not-found', { what: 'task' });
  }
  const definition = await deps.runtime.graphs.definition(provinceId, stored.definitionId);
  const element = elementIn(definition, stored.elementId);
  return { task: recordOf(provinceId, stored, definition.key, element), element, processName: definition.graph.name };
}

function recordOf(provinceId: string, stored: StoredTask, processKey: string, element: DiagramElement | undefined): TaskRecord {
  const { authority, documents } = element?.legal ?? {};
  const { id, instanceId, definitionId, elementId, name, step, formId, status, candidateGroups, assignee, version, local } = stored;
  return {
    provinceId,
    id,
    instanceId,
    definitionId,
    processKey,
    elementId,
    name,
    step,
    formId,
    status,
    candidateGroups,
    assignee,
    dueMs: stored.dueAt?.getTime() ?? null,
    version,
    orgId: stored.orgId,
    dossierId: stored.dossierId,
    roundId: stored.roundId,
    createdMs: stored.createdAt.getTime(),
    local,
    documents: documents ?? [],
    authority: authority === undefined ? null : { level: authority.level, role: authority.role, power: authority.power },
  };
}
