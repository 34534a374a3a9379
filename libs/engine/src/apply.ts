import type { JsonObject } from '@thidua/kernel';
import { instanceAt, isEmpty, type Draft } from './draft';
import type { EngineEvent } from './event';
import { consumedBy } from './consume';
import { applyMigration } from './migration/apply-migration';
import { canMove, canMoveInstance, type ElementStatus } from './lifecycle';
import { elementAt, indexOf, type Plan } from './plan';
import { releaseScope, remember, takeCompensables, takePending, undoAll } from './records';
import type { ElementInstance, TimerCycle, Wait } from './state';
import { must } from './must';

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
      leave(draft, event.key, 'completed', plans);
      return;
    case 'element-terminated':
      leave(draft, event.key, 'terminated', plans);
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
      const { graph } = planAt(plans, scope.graph);
      takeFromJoin(draft, event.scope, consumedBy(elementAt(graph, indexOf(graph, event.element)), scope.joins));
      return;
    }
    case 'gateway-fired': {
      const scope = instanceAt(draft, event.scope);
      const { graph, joinFlows } = planAt(plans, scope.graph);
      const owed = event.owed.map((flow) => must(joinFlows.get(flow), 'join flow', flow));
      draft.elements.set(scope.key, { ...scope, owed: { ...scope.owed, [indexOf(graph, event.element)]: owed } });
      return;
    }
    case 'gateway-reset':
      resetGateway(draft, event, plans);
      return;
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
      draft.elements.set(event.key, { ...withoutTokens(instanceAt(draft, event.key)), interrupted: true });
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
    case 'signal-awaited':
    case 'condition-awaited':
      openWait(draft, event, plans);
      return;
    case 'condition-changed': {
      const wait = draft.waits.get(event.conditionId);
      if (wait?.kind === 'condition') {
        draft.waits.set(event.conditionId, { ...wait, held: event.held });
      }
      return;
    }
    case 'part-thrown': {
      const node = instanceAt(draft, event.key);
      draft.elements.set(event.key, { ...node, part: (node.part ?? 0) + 1 });
      return;
    }
    case 'ad-hoc-queued': {
      const node = instanceAt(draft, event.key);
      const { graph } = planAt(plans, node.graph);
      draft.elements.set(event.key, { ...node, queued: event.elements.map((id) => indexOf(graph, id)) });
      return;
    }
    case 'compensation-triggered':
      takeCompensables(draft, event);
      return;
    case 'compensation-taken':
      takePending(draft, event, plans);
      return;
    case 'transaction-canceled':
      draft.elements.set(event.key, { ...undoAll(withoutTokens(instanceAt(draft, event.key))), interrupted: true });
      return;
    case 'scope-released':
      releaseScope(draft, event.key);
      return;
    case 'instance-migrated':
      applyMigration(draft, event, planAt(plans, event.graph));
      return;
    case 'timer-fired':
    case 'message-correlated':
    case 'signal-caught':
    case 'signal-thrown':
    case 'error-thrown':
    case 'escalation-thrown':
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
  const { key, graph, parent, loop, compensates } = event;
  move(draft, key, 'active');
  const element = indexOf(planAt(plans, graph).graph, event.element);
  draft.nextKey = key + 1;
  if (loop === undefined) {
    draft.elements.set(key, compensates === undefined ? { key, element, graph, parent } : { key, element, graph, parent, compensates });
    return;
  }
  draft.elements.set(key, { key, element, graph, parent, loopCounter: loop });
  const body = instanceAt(draft, parent);
  const before = loopOf(body);
  draft.elements.set(parent, { ...body, loop: { ...before, next: before.next + 1 } });
}

function leave(draft: Draft, key: number, to: 'completed' | 'terminated', plans: readonly Plan[]): void {
  move(draft, key, to);
  const instance = instanceAt(draft, key);
  draft.elements.delete(key);
  if (to === 'completed') {
    remember(draft, instance, planAt(plans, instance.graph));
  }
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
  for (const [flow, count] of Object.entries(must(scope.joins, 'tokens at joins of scope', key))) {
    const left = count - flows.filter((taken) => taken === Number(flow)).length;
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

/** Also what complex gateways are owed: the tokens of an interrupted scope are gone. */
function withoutTokens(scope: ElementInstance): ElementInstance {
  const copy: { -readonly [K in keyof ElementInstance]: ElementInstance[K] } = withoutJoins(scope);
  delete copy.owed;
  return copy;
}

function owedIn(scope: ElementInstance): NonNullable<ElementInstance['owed']> {
  return must(scope.owed, 'owed flows in scope', scope.key);
}

function resetGateway(draft: Draft, event: Extract<EngineEvent, { type: 'gateway-reset' }>, plans: readonly Plan[]): void {
  const before = instanceAt(draft, event.scope);
  const index = indexOf(planAt(plans, before.graph).graph, event.element);
  const arrived = must(owedIn(before)[index], 'owed flows of gateway', index).filter((flow) => before.joins?.[flow] !== undefined);
  if (arrived.length > 0) {
    takeFromJoin(draft, event.scope, arrived);
  }
  const scope: { -readonly [K in keyof ElementInstance]: ElementInstance[K] } = { ...instanceAt(draft, event.scope) };
  const owed = Object.fromEntries(Object.entries(owedIn(scope)).filter(([gateway]) => Number(gateway) !== index));
  if (isEmpty(owed)) {
    delete scope.owed;
  } else {
    scope.owed = owed;
  }
  draft.elements.set(event.scope, scope);
}

type WaitOpened = Extract<
  EngineEvent,
  { type: 'task-opened' | 'job-opened' | 'timer-started' | 'subscription-opened' | 'signal-awaited' | 'condition-awaited' }
>;

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
      const wait: Wait = { kind: 'timer', key, ...aim(draft, event, plans), dueMs: event.dueMs };
      draft.waits.set(event.timerId, event.cycle === undefined ? wait : { ...wait, cycle: cycleOf(event.cycle) });
      return;
    }
    case 'subscription-opened': {
      const { message, correlationKey } = event;
      draft.waits.set(event.subscriptionId, { kind: 'subscription', key, ...aim(draft, event, plans), message, correlationKey });
      return;
    }
    case 'signal-awaited': {
      const { signal } = event;
      const wait: Wait = { kind: 'signal', key, ...aim(draft, event, plans) };
      draft.waits.set(event.subscriptionId, signal === undefined ? wait : { ...wait, signal });
      return;
    }
    case 'condition-awaited':
      draft.waits.set(event.conditionId, { kind: 'condition', key, ...aim(draft, event, plans), held: false });
      return;
  }
}

interface Aimed {
  readonly key: number;
  readonly target: string;
  readonly part?: number;
}

function aim(draft: Draft, event: Aimed, plans: readonly Plan[]): { target: number; part?: number } {
  const target = indexOf(planAt(plans, instanceAt(draft, event.key).graph).graph, event.target);
  return event.part === undefined ? { target } : { target, part: event.part };
}

function cycleOf(json: JsonObject): TimerCycle {
  const { remaining, everyMs, everyMonths, cron } = json;
  return {
    remaining: Number(remaining),
    everyMs: Number(everyMs),
    ...(typeof everyMonths === 'number' && { everyMonths }),
    ...(typeof cron === 'string' && { cron }),
  };
}

function loopOf(body: ElementInstance): NonNullable<ElementInstance['loop']> {
  return must(body.loop, 'multi-instance body', body.key);
}

function planAt(plans: readonly Plan[], graph: number): Plan {
  return must(plans[graph], 'graph', graph);
}
