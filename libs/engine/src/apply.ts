import type { JsonObject } from '@thidua/kernel';
import { instanceAt, isEmpty, type Draft } from './draft';
import type { EngineEvent } from './event';
import { canMove, canMoveInstance, type ElementStatus } from './lifecycle';
import { elementAt, indexOf, type Plan } from './plan';
import type { ElementInstance, TimerCycle, Wait } from './state';

/**
 * The only place where a state changes: `decide` and `evolve` both go through it, so a replay cannot differ.
 * `plans[n]` belongs to `graphs[n]` of the state. A released case is superseded by a new event version, never edited.
 */
export function apply(draft: Draft, event: EngineEvent, plans: readonly Plan[]): void {
  switch (event.type) {
    case 'element-activated':
      activate(draft, event, plans);
      return;
    case 'element-completed':
      leave(draft, event.key, 'completed');
      return;
    case 'element-terminated':
      leave(draft, event.key, 'terminated');
      return;
    case 'flow-taken': {
      const index = planAt(plans, event.graph).joinFlows.get(event.flow);
      if (index !== undefined) {
        addToJoin(draft, event.scope, index);
      }
      return;
    }
    case 'join-consumed': {
      const scope = instanceAt(draft, event.scope);
      const graph = planAt(plans, scope.graph).graph;
      takeFromJoin(draft, event.scope, elementAt(graph, indexOf(graph, event.element)).incoming);
      return;
    }
    case 'variables-set':
      setVariables(draft, event.scope, event.values);
      return;
    case 'multi-instance-started':
      draft.elements.set(event.key, {
        ...instanceAt(draft, event.key),
        loop: { items: event.items, outputs: event.items.map(() => null), completed: 0, next: 0 },
      });
      return;
    case 'multi-instance-output': {
      const body = instanceAt(draft, event.key);
      const loop = loopOf(body);
      const outputs = loop.outputs.slice();
      outputs[event.index] = event.value;
      draft.elements.set(event.key, { ...body, loop: { ...loop, outputs } });
      return;
    }
    case 'scope-interrupted': {
      draft.elements.set(event.key, { ...withoutJoins(instanceAt(draft, event.key)), interrupted: true });
      return;
    }
    case 'instance-started':
      start(draft, event);
      return;
    case 'instance-completed':
      end(draft, 'completed');
      return;
    case 'instance-canceled':
      end(draft, 'canceled');
      return;
    case 'graph-bound':
      draft.graphs[event.graph] = event.definitionId;
      return;
    case 'incident-raised': {
      const { key, cause, detail, jobId } = event;
      draft.incidents.set(event.incidentId, jobId === undefined ? { key, cause, detail } : { key, cause, detail, jobId });
      return;
    }
    case 'incident-resolved':
      draft.incidents.delete(event.incidentId);
      return;
    case 'wait-closed':
      draft.waits.delete(event.id);
      return;
    case 'task-opened':
    case 'job-opened':
    case 'timer-started':
    case 'subscription-opened':
      openWait(draft, event, plans);
      return;
    case 'timer-fired':
    case 'message-correlated':
    case 'decision-evaluated':
      // History only: what follows from them has events of its own.
      return;
  }
}

function start(draft: Draft, event: Extract<EngineEvent, { type: 'instance-started' }>): void {
  draft.processId = event.processId;
  draft.businessKey = event.businessKey;
  draft.graphs.push(event.definitionId);
  draft.nextKey = 2;
  const root = { key: 1, element: 0, graph: 0, parent: 0 };
  draft.elements.set(1, isEmpty(event.variables) ? root : { ...root, variables: event.variables });
}

function end(draft: Draft, status: 'completed' | 'canceled'): void {
  if (!canMoveInstance(draft.status, status)) {
    throw new Error(`instance cannot go from ${draft.status} to ${status}`);
  }
  draft.status = status;
  draft.elements.delete(1);
}

function activate(draft: Draft, event: Extract<EngineEvent, { type: 'element-activated' }>, plans: readonly Plan[]): void {
  const { key, graph, parent, loop } = event;
  move(draft, key, 'active');
  const element = indexOf(planAt(plans, graph).graph, event.element);
  draft.nextKey = key + 1;
  if (loop === undefined) {
    draft.elements.set(key, { key, element, graph, parent });
    return;
  }
  draft.elements.set(key, { key, element, graph, parent, loopCounter: loop });
  const body = instanceAt(draft, parent);
  const before = loopOf(body);
  draft.elements.set(parent, { ...body, loop: { ...before, next: before.next + 1 } });
}

function leave(draft: Draft, key: number, to: 'completed' | 'terminated'): void {
  move(draft, key, to);
  const instance = instanceAt(draft, key);
  draft.elements.delete(key);
  if (instance.loopCounter !== undefined && to === 'completed') {
    const body = instanceAt(draft, instance.parent);
    const loop = loopOf(body);
    draft.elements.set(body.key, { ...body, loop: { ...loop, completed: loop.completed + 1 } });
  }
}

function move(draft: Draft, key: number, to: ElementStatus): void {
  const from = draft.elements.has(key) ? 'active' : 'none';
  if (!canMove(from, to)) {
    throw new Error(`element instance ${key} cannot go from ${from} to ${to}`);
  }
}

function setVariables(draft: Draft, key: number, values: JsonObject): void {
  const scope = instanceAt(draft, key);
  const variables = scope.variables === undefined ? values : { ...scope.variables, ...values };
  draft.elements.set(key, { ...scope, variables });
}

/** In place once the counts are this draft's own: a fork of many ways would copy them for each. */
function addToJoin(draft: Draft, key: number, flow: number): void {
  const scope = instanceAt(draft, key);
  const own = draft.ownJoins.get(key);
  if (own !== undefined && own === scope.joins) {
    own[flow] = (own[flow] ?? 0) + 1;
    return;
  }
  replaceJoins(draft, scope, { ...scope.joins, [flow]: (scope.joins?.[flow] ?? 0) + 1 });
}

function takeFromJoin(draft: Draft, key: number, flows: readonly number[]): void {
  const scope = instanceAt(draft, key);
  const joins: Record<string, number> = {};
  for (const flow in scope.joins) {
    const left = (scope.joins[flow] ?? 0) - (flows.includes(Number(flow)) ? 1 : 0);
    if (left > 0) {
      joins[flow] = left;
    }
  }
  if (isEmpty(joins)) {
    draft.elements.set(key, withoutJoins(scope));
  } else {
    replaceJoins(draft, scope, joins);
  }
}

function replaceJoins(draft: Draft, scope: ElementInstance, joins: Record<string, number>): void {
  draft.ownJoins.set(scope.key, joins);
  draft.elements.set(scope.key, { ...scope, joins });
}

function withoutJoins(scope: ElementInstance): ElementInstance {
  const copy: { -readonly [K in keyof ElementInstance]: ElementInstance[K] } = { ...scope };
  delete copy.joins;
  return copy;
}

type WaitOpened = Extract<EngineEvent, { type: 'task-opened' | 'job-opened' | 'timer-started' | 'subscription-opened' }>;

function openWait(draft: Draft, event: WaitOpened, plans: readonly Plan[]): void {
  const { key } = event;
  switch (event.type) {
    case 'task-opened':
      draft.waits.set(event.taskId, { kind: 'task', key });
      return;
    case 'job-opened':
      draft.waits.set(event.jobId, { kind: 'job', key, jobType: event.jobType });
      return;
    case 'timer-started': {
      const wait: Wait = { kind: 'timer', key, target: target(draft, event, plans), dueMs: event.dueMs };
      draft.waits.set(event.timerId, event.cycle === undefined ? wait : { ...wait, cycle: cycleOf(event.cycle) });
      return;
    }
    case 'subscription-opened': {
      const { message, correlationKey } = event;
      draft.waits.set(event.subscriptionId, { kind: 'subscription', key, target: target(draft, event, plans), message, correlationKey });
      return;
    }
  }
}

function target(draft: Draft, event: { readonly key: number; readonly target: string }, plans: readonly Plan[]): number {
  return indexOf(planAt(plans, instanceAt(draft, event.key).graph).graph, event.target);
}

function cycleOf(json: JsonObject): TimerCycle {
  const { remaining, everyMs, everyMonths } = json;
  if (typeof remaining !== 'number' || typeof everyMs !== 'number') {
    throw new Error('timer-started carries a cycle without remaining and everyMs');
  }
  return typeof everyMonths === 'number' ? { remaining, everyMs, everyMonths } : { remaining, everyMs };
}

function loopOf(body: ElementInstance): NonNullable<ElementInstance['loop']> {
  if (body.loop === undefined) {
    throw new Error(`element instance ${body.key} is no multi-instance body`);
  }
  return body.loop;
}

function planAt(plans: readonly Plan[], graph: number): Plan {
  const plan = plans[graph];
  if (plan === undefined) {
    throw new Error(`no graph given for index ${graph}`);
  }
  return plan;
}
