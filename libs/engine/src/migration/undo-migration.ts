import type { GraphElement } from '@thidua/bpmn';
import type { Rejection } from '../command';
import { instanceAt } from '../draft';
import type { MovedInstance, MovedRecord, MovedWait } from '../event';
import { must } from '../must';
import { elementAt, type Plan } from '../plan';
import { elementOf, emit, planAt, type Run } from '../run';
import type { Compensable, ElementInstance, InstanceState, Wait } from '../state';
import { closeWait } from '../waits';
import { reopenWait } from './reopen-wait';

/**
 * Back to the version the migration came from: every instance to its element, every wait that was dropped again under its own id and due
 * date. Only right after the migration and only when it moved no token: whatever else has happened since cannot be taken back.
 */
export function undoMigration(run: Run, before: InstanceState): Rejection | undefined {
  const why = obstacle(run, before);
  if (why !== undefined) {
    return { code: 'migration-not-undoable', detail: why };
  }
  for (const [id, wait] of [...run.draft.waits]) {
    if (before.waits[id] === undefined) {
      closeWait(run, id, wait, 'canceled');
    }
  }
  const { graph: from } = instanceAt(run.draft, 1);
  const { graph } = must(before.elements['1'], 'process scope of', before.processId);
  const definitionId = must(before.graphs[graph], 'definition', graph);
  const moved = movedBack(run, before);
  const elements = moved.map((instance) => namedInstance(run, instance, planAt(run, instance.graph)));
  emit(run, { v: 1, type: 'instance-migrated', from, graph, definitionId, elements, waits: waitsBack(run, before), undone: true });
  run.effects.push({ type: 'change-definition', definitionId });
  const keys = new Set(moved.map(({ key }) => key));
  for (const [id, wait] of Object.entries(before.waits).filter(([, { key }]) => keys.has(key))) {
    restore(run, id, wait);
  }
  for (const [incidentId, { key }] of run.draft.incidents) {
    if (keys.has(key)) {
      run.effects.push({ type: 'move-incident', incidentId, elementId: elementOf(run, instanceAt(run.draft, key)).id });
    }
  }
  return undefined;
}

function obstacle({ draft }: Run, before: InstanceState): string | undefined {
  if (!before.graphs.every((id, index) => draft.graphs[index] === id)) {
    return 'the state before belongs to another instance';
  }
  if (draft.nextKey !== before.nextKey || !sameKeys([...draft.elements.keys()].map(String), Object.keys(before.elements))) {
    return 'tokens have moved since';
  }
  const work = Object.entries(before.waits).filter(([, { kind }]) => kind === 'task' || kind === 'job');
  if (!work.every(([id]) => draft.waits.has(id)) || !sameKeys([...draft.incidents.keys()], Object.keys(before.incidents))) {
    return 'work has been done since';
  }
  return undefined;
}

function sameKeys(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((key) => right.includes(key));
}

/** Instances that stood in another graph, as they were. */
function movedBack({ draft }: Run, before: InstanceState): ElementInstance[] {
  return Object.values(before.elements).filter(({ key, graph }) => instanceAt(draft, key).graph !== graph);
}

function namedInstance({ draft }: Run, instance: ElementInstance, plan: Plan): MovedInstance {
  const { key, element, joins, owed, queued, completed, pending, variables } = instance;
  const id = (index: number): string => elementAt(plan.graph, index).id;
  const flow = (index: string | number): string => must(plan.graph.flows[Number(index)], 'flow', index).id;
  const now = instanceAt(draft, key).variables;
  const restored = JSON.stringify(now) !== JSON.stringify(variables);
  return {
    key,
    element: id(element),
    ...(joins !== undefined && { joins: Object.fromEntries(Object.entries(joins).map(([at, count]) => [flow(at), count])) }),
    ...(owed !== undefined && { owed: Object.fromEntries(Object.entries(owed).map(([at, flows]) => [id(Number(at)), flows.map(flow)])) }),
    ...(queued !== undefined && { queued: queued.map(id) }),
    ...(completed !== undefined && { completed: completed.map((record) => namedRecord(record, id)) }),
    ...(pending !== undefined && { pending: pending.map((record) => ({ ...namedRecord(record, id), scope: record.scope })) }),
    ...(restored && { variables: variables ?? {} }),
  };
}

function namedRecord(record: Compensable, id: (index: number) => string): MovedRecord {
  if (record.kind === 'handler') {
    return { kind: 'handler', element: id(record.element) };
  }
  const { variables } = record;
  const inner = record.inner.map((one) => namedRecord(one, id));
  return { kind: 'scope', element: id(record.element), ...(variables !== undefined && { variables }), inner };
}

function waitsBack(run: Run, before: InstanceState): MovedWait[] {
  return Object.entries(before.waits).flatMap(([id, wait]): MovedWait[] => {
    if (!run.draft.waits.has(id)) {
      return [];
    }
    if (wait.kind === 'job') {
      return [{ id, jobType: wait.jobType }];
    }
    return 'target' in wait && movedOf(run, before, wait) ? [{ id, target: targetIn(run, before, wait).id }] : [];
  });
}

function movedOf({ draft }: Run, before: InstanceState, { key }: Wait): boolean {
  return instanceAt(draft, key).graph !== before.elements[String(key)]?.graph;
}

function targetIn(run: Run, before: InstanceState, wait: Extract<Wait, { readonly target: number }>): GraphElement {
  const host = must(before.elements[String(wait.key)], 'element instance', wait.key);
  return elementAt(planAt(run, host.graph).graph, wait.target);
}

/** Its row is as before, or there again. */
function restore(run: Run, id: string, wait: Wait): void {
  const now = run.draft.waits.get(id);
  const host = elementOf(run, instanceAt(run.draft, wait.key));
  if (wait.kind === 'task') {
    const { formId } = host.type === 'userTask' ? host.task : {};
    const { graph } = instanceAt(run.draft, wait.key);
    const { step } = host.legal;
    const named = { ...(formId !== undefined && { formId }), ...(step !== undefined && { step }) };
    run.effects.push({ type: 'move-task', taskId: id, elementId: host.id, graph, name: host.name, ...named });
  } else if (wait.kind === 'job') {
    run.effects.push({ type: 'move-job', jobId: id, elementId: host.id, headers: host.headers, jobType: wait.jobType });
  } else if (now === undefined) {
    reopenWait(run, id, wait, elementAt(planAt(run, instanceAt(run.draft, wait.key).graph).graph, wait.target));
  } else if (wait.kind !== 'condition') {
    const target = elementAt(planAt(run, instanceAt(run.draft, wait.key).graph).graph, wait.target);
    run.effects.push({ type: 'move-wait', wait: wait.kind, id, elementId: target.id });
  } else if (now.kind === 'condition' && now.held !== wait.held) {
    emit(run, { v: 1, type: 'condition-changed', conditionId: id, held: wait.held });
  }
}
