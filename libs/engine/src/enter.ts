import type { GraphElement } from '@thidua/bpmn';
import type { JsonValue } from '@thidua/kernel';
import { behaviourOf } from './behaviours/behaviours';
import { joinReady } from './behaviours/parallel-gateway';
import { completeBody } from './complete';
import { instanceAt } from './draft';
import { isFault, raiseIncident } from './incidents';
import { elementAt, isJoin } from './plan';
import { activate, activateChild, emit, graphOf, loadOf, pushToken, setVariables, type Run, type Token } from './run';
import type { ElementInstance } from './state';
import { openWaits, planWaits } from './triggers';
import { applyInputs, evaluateAt } from './variables';

const DEFAULT_STEP_CAP = 10_000;

/** Moves tokens, one element at a time, until all wait. False: the step cap was reached. */
export function drain(run: Run): boolean {
  const cap = run.env.stepCap === undefined || run.env.stepCap === 0 ? DEFAULT_STEP_CAP : run.env.stepCap;
  for (;;) {
    const token = run.queue[run.head];
    if (token === undefined) {
      return true;
    }
    run.head += 1;
    // Scope 0: the token vanished with its scope or in an interruption.
    if (token.scope !== 0) {
      run.steps += 1;
      if (run.steps > cap) {
        return false;
      }
      loadOf(run.loads, token.scope).tokens -= 1;
      arrive(run, token);
    }
  }
}

function arrive(run: Run, token: Token): void {
  const element = elementAt(graphOf(run, token.graph), token.element);
  if (token.loop > 0) {
    arriveChild(run, token, element);
  } else if (!isJoin(element) || joinReady(run, token.scope, element)) {
    enterInstance(run, activate(run, token.scope, token.graph, element), element);
  }
}

function arriveChild(run: Run, token: Token, element: GraphElement): void {
  const body = instanceAt(run.draft, token.scope);
  const child = activateChild(run, body, element, token.loop);
  const local: Record<string, JsonValue> = { loopCounter: token.loop };
  const name = element.multiInstance?.inputElement;
  if (name !== undefined) {
    local[name] = body.loop?.items[token.loop - 1] ?? null;
  }
  setVariables(run, child.key, local);
  enterInstance(run, child, element);
}

/** Also the way back in after an incident at entry: the instance is active, none of its waits is open. */
export function enterInstance(run: Run, node: ElementInstance, element: GraphElement): void {
  const isBody = element.multiInstance !== undefined && node.loopCounter === undefined;
  if (!isBody) {
    applyInputs(run, node, element);
  }
  if (node.loopCounter === undefined && element.boundaries.length > 0 && !openBoundaries(run, node, element)) {
    return;
  }
  if (isBody) {
    beginLoop(run, node, element);
    return;
  }
  const behaviour = behaviourOf(element.type);
  if (behaviour.enter === undefined) {
    throw new Error(`a token arrived at '${element.id}' (${element.type}), which none can enter`);
  }
  behaviour.enter(run, instanceAt(run.draft, node.key), element);
}

function openBoundaries(run: Run, node: ElementInstance, element: GraphElement): boolean {
  const graph = graphOf(run, node.graph);
  const plans = planWaits(
    run,
    node.key,
    element.boundaries.map((index) => elementAt(graph, index)),
  );
  if (isFault(plans)) {
    raiseIncident(run, node, element, plans);
    return false;
  }
  openWaits(run, node.key, plans);
  return true;
}

/** The collection is read once, at entry; a body over nothing is done at once. */
function beginLoop(run: Run, body: ElementInstance, element: GraphElement): void {
  const collection = element.multiInstance?.inputCollection;
  const items = collection === undefined ? null : evaluateAt(run, body.key, collection);
  if (!Array.isArray(items)) {
    const detail = `input collection of '${element.id}' is no list: ${collection?.source ?? ''}`;
    raiseIncident(run, body, element, { cause: 'collection-not-list', detail });
    return;
  }
  emit(run, { v: 1, type: 'multi-instance-started', key: body.key, items });
  if (items.length === 0) {
    completeBody(run, instanceAt(run.draft, body.key), element);
    return;
  }
  for (let loop = 1; loop <= items.length; loop += 1) {
    pushToken(run, body.key, body.graph, body.element, loop);
  }
}
