import type { GraphElement, ProcessGraph } from '@thidua/bpmn';
import type { JsonObject } from '@thidua/kernel';
import { apply } from './apply';
import { emptyDraft, instanceAt, isEmpty, thaw, type Draft } from './draft';
import type { Effect } from './effect';
import type { EngineEnv } from './env';
import type { EngineEvent } from './event';
import { elementAt, planOf, type Plan } from './plan';
import type { ElementInstance, InstanceState } from './state';

/** A token on its way: to an element of a scope, or (with `loop`) to the n-th child of a multi-instance body. */
export interface Token {
  scope: number;
  readonly graph: number;
  readonly element: number;
  readonly loop: number;
}

/** What holds a scope open besides tokens at joins, which are in the state. */
export interface Load {
  children: number;
  tokens: number;
}

/** Everything one command works with. Made by `decide`, never leaves it. */
export interface Run {
  readonly draft: Draft;
  readonly plans: Plan[];
  readonly env: EngineEnv;
  readonly feel: { readonly nowMs: number };
  readonly events: EngineEvent[];
  readonly effects: Effect[];
  /** First in, first out; read from `head`, never shifted. */
  readonly queue: Token[];
  head: number;
  steps: number;
  readonly loads: Map<number, Load>;
  /** Ids of open waits per element instance; built on first use. */
  waitsByKey: Map<number, string[]> | undefined;
}

export function createRun(graph: ProcessGraph, state: InstanceState | undefined, env: EngineEnv): Run {
  const draft = state === undefined ? emptyDraft() : thaw(state);
  const loads = new Map<number, Load>();
  for (const instance of draft.elements.values()) {
    loadOf(loads, instance.parent).children += 1;
  }
  return {
    draft,
    plans: plansOf(graph, draft.graphs, env),
    env,
    feel: { nowMs: env.nowMs },
    events: [],
    effects: [],
    queue: [],
    head: 0,
    steps: 0,
    loads,
    waitsByKey: undefined,
  };
}

export function emit(run: Run, event: EngineEvent): void {
  run.events.push(event);
  apply(run.draft, event, run.plans);
}

/** A new element instance; returned as it is before its variables are set. */
export function activate(run: Run, scope: number, graph: number, element: GraphElement): ElementInstance {
  const key = run.draft.nextKey;
  emit(run, { v: 1, type: 'element-activated', key, element: element.id, graph, parent: scope });
  loadOf(run.loads, scope).children += 1;
  return instanceAt(run.draft, key);
}

export function activateChild(run: Run, body: ElementInstance, element: GraphElement, loop: number): ElementInstance {
  const key = run.draft.nextKey;
  emit(run, { v: 1, type: 'element-activated', key, element: element.id, graph: body.graph, parent: body.key, loop });
  loadOf(run.loads, body.key).children += 1;
  return instanceAt(run.draft, key);
}

export function endElement(run: Run, instance: ElementInstance, element: GraphElement, how: 'completed' | 'terminated'): void {
  const { key } = instance;
  emit(
    run,
    how === 'completed'
      ? { v: 1, type: 'element-completed', key, element: element.id }
      : { v: 1, type: 'element-terminated', key, element: element.id },
  );
  loadOf(run.loads, instance.parent).children -= 1;
  run.loads.delete(key);
}

export function pushToken(run: Run, scope: number, graph: number, element: number, loop = 0): void {
  run.queue.push({ scope, graph, element, loop });
  loadOf(run.loads, scope).tokens += 1;
}

/** Tokens on their way inside a scope vanish with what they would have done. */
export function dropTokens(run: Run, scope: number): void {
  for (let i = run.head; i < run.queue.length; i += 1) {
    const token = run.queue[i];
    if (token?.scope === scope) {
      token.scope = 0;
    }
  }
  loadOf(run.loads, scope).tokens = 0;
}

export function graphOf(run: Run, index: number): ProcessGraph {
  const plan = run.plans[index];
  if (plan === undefined) {
    throw new Error(`graph ${index} is not bound`);
  }
  return plan.graph;
}

export function elementOf(run: Run, instance: ElementInstance): GraphElement {
  return elementAt(graphOf(run, instance.graph), instance.element);
}

export function loadOf(loads: Map<number, Load>, key: number): Load {
  let load = loads.get(key);
  if (load === undefined) {
    load = { children: 0, tokens: 0 };
    loads.set(key, load);
  }
  return load;
}

/** Variables set on one scope; nothing happens for an empty set. */
export function setVariables(run: Run, scope: number, values: JsonObject): void {
  if (!isEmpty(values)) {
    emit(run, { v: 1, type: 'variables-set', scope, values });
  }
}

function plansOf(graph: ProcessGraph, definitionIds: readonly string[], env: EngineEnv): Plan[] {
  const plans = [planOf(graph)];
  for (let index = 1; index < definitionIds.length; index += 1) {
    const id = definitionIds[index] ?? '';
    const called = env.graphOf?.(id);
    if (called === undefined) {
      throw new Error(`env.graphOf gives no graph for '${id}', which the instance is bound to`);
    }
    plans.push(planOf(called));
  }
  return plans;
}
