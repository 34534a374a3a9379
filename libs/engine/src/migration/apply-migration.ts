import type { Draft } from '../draft';
import { instanceAt, isEmpty } from '../draft';
import type { EngineEvent, MovedInstance, MovedRecord, MovedWait } from '../event';
import { must } from '../must';
import { indexOf, type Plan } from '../plan';
import type { Compensable, ElementInstance, Wait } from '../state';

/** The part of `apply` for `instance-migrated`: ids become indexes of the graph that is entered. */
export function applyMigration(draft: Draft, event: Extract<EngineEvent, { type: 'instance-migrated' }>, plan: Plan): void {
  for (const moved of event.elements) {
    draft.elements.set(moved.key, placed(instanceAt(draft, moved.key), moved, event.graph, plan));
  }
  for (const moved of event.waits) {
    draft.waits.set(moved.id, aimed(must(draft.waits.get(moved.id), 'wait', moved.id), moved, plan));
  }
}

function placed(instance: ElementInstance, moved: MovedInstance, graph: number, plan: Plan): ElementInstance {
  const { element, joins, owed, queued, completed, pending, variables } = moved;
  const elementIndex = (id: string): number => indexOf(plan.graph, id);
  const { variables: own, ...rest } = instance;
  const seen = variables ?? own;
  return {
    ...rest,
    graph,
    element: elementIndex(element),
    ...(joins !== undefined && { joins: byIndex(joins, (id) => flowIndex(plan, id)) }),
    ...(owed !== undefined && {
      owed: Object.fromEntries(Object.entries(owed).map(([id, flows]) => [elementIndex(id), flows.map((flow) => flowIndex(plan, flow))])),
    }),
    ...(queued !== undefined && { queued: queued.map(elementIndex) }),
    ...(completed !== undefined && { completed: completed.map((record) => kept(record, plan)) }),
    ...(pending !== undefined && { pending: pending.map(({ scope, ...record }) => ({ ...kept(record, plan), scope })) }),
    // An instance without variables has none in the state, not an empty set.
    ...(seen !== undefined && !(variables !== undefined && isEmpty(variables)) && { variables: seen }),
  };
}

function kept(record: MovedRecord, plan: Plan): Compensable {
  const element = indexOf(plan.graph, record.element);
  if (record.kind === 'handler') {
    return { kind: 'handler', element };
  }
  const { variables } = record;
  const inner = record.inner.map((one) => kept(one, plan));
  return { kind: 'scope', element, ...(variables !== undefined && { variables }), inner };
}

function aimed(wait: Wait, { target, jobType }: MovedWait, plan: Plan): Wait {
  if (wait.kind === 'job') {
    return jobType === undefined ? wait : { ...wait, jobType };
  }
  return target === undefined || wait.kind === 'task' ? wait : { ...wait, target: indexOf(plan.graph, target) };
}

function byIndex(counts: Readonly<Record<string, number>>, index: (id: string) => number): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).map(([id, count]) => [index(id), count]));
}

function flowIndex(plan: Plan, id: string): number {
  return must(plan.joinFlows.get(id), 'join flow', id);
}
