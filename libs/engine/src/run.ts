import type { GraphElement, ProcessGraph } from '@thidua/bpmn';
import type { JsonObject } from '@thidua/kernel';
import { apply } from './apply';
import type { Load, Machine, Run, Token } from './behaviour';
import { emptyDraft, instanceAt, isEmpty, thaw, type Draft } from './draft';
import type { EngineEnv } from './env';
import type { EngineEvent } from './event';
import { elementAt, planOf, type Plan } from './plan';
import type { ElementInstance, InstanceState } from './state';
import { must } from './must';

export type { Run, Token } from './behaviour';

export function createRun(graph: ProcessGraph, state: InstanceState | undefined, env: EngineEnv, machine: Machine): Run {
  const draft = state === undefined ? emptyDraft() : thaw(state);
  const loads = new Map<number, Load>();
  for (const instance of draft.elements.values()) {
    loadOf(loads, instance.parent).children += 1;
  }
  const plans = plansOf(graph, draft.graphs, env);
  return {
    draft,
    plans,
    env,
    machine,
    feel: { nowMs: env.nowMs },
    events: [],
    effects: [],
    queue: [],
    head: 0,
    steps: 0,
    loads,
    waitsByKey: undefined,
    merging: mergingOf(draft, plans),
    conditions: conditionsOf(draft),
    unasked: new Set(),
    changed: new Set(),
  };
}

function mergingOf(draft: Draft, plans: readonly Plan[]): Set<number> {
  const merging = new Set<number>();
  for (const instance of draft.elements.values()) {
    if ((instance.joins !== undefined || instance.owed !== undefined) && plans[instance.graph]?.merges.has(instance.element) === true) {
      merging.add(instance.key);
    }
  }
  return merging;
}

function conditionsOf(draft: Draft): Set<string> {
  const conditions = new Set<string>();
  for (const [id, wait] of draft.waits) {
    if (wait.kind === 'condition') {
      conditions.add(id);
    }
  }
  return conditions;
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

/** A compensation handler in the scope of the activity it undoes, awaited by `compensates`. */
export function activateHandler(run: Run, token: Token, element: GraphElement): ElementInstance {
  const key = run.draft.nextKey;
  const { scope, graph, compensates } = token;
  emit(run, { v: 1, type: 'element-activated', key, element: element.id, graph, parent: scope, compensates });
  loadOf(run.loads, scope).children += 1;
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

export function pushToken(run: Run, scope: number, graph: number, element: number): void {
  push(run, { scope, graph, element, loop: 0, compensates: 0, late: false });
}

export function pushChild(run: Run, body: ElementInstance, loop: number): void {
  push(run, { scope: body.key, graph: body.graph, element: body.element, loop, compensates: 0, late: false });
}

export function pushHandler(run: Run, scope: ElementInstance, element: number, compensates: number): void {
  push(run, { scope: scope.key, graph: scope.graph, element, loop: 0, compensates, late: false });
}

/** Back to the end of the queue: those already on their way go first. */
export function letOthersPass(run: Run, token: Token): void {
  push(run, { ...token, late: true });
}

function push(run: Run, token: Token): void {
  run.queue.push(token);
  loadOf(run.loads, token.scope).tokens += 1;
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

export function planAt(run: Run, index: number): Plan {
  return must(run.plans[index], 'graph', index);
}

export function graphOf(run: Run, index: number): ProcessGraph {
  return planAt(run, index).graph;
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
  if (isEmpty(values)) {
    return;
  }
  emit(run, { v: 1, type: 'variables-set', scope, values });
  if (run.conditions.size > 0) {
    Object.keys(values).forEach((name) => run.changed.add(name));
  }
}

function plansOf(graph: ProcessGraph, definitionIds: readonly string[], env: EngineEnv): Plan[] {
  const plans = [planOf(graph)];
  for (const id of definitionIds.slice(1)) {
    plans.push(planOf(must(env.graphOf?.(id), 'graph from env.graphOf for', id)));
  }
  return plans;
}
