import type { GraphElement } from '@thidua/bpmn';
import type { JsonValue } from '@thidua/kernel';
import { settle } from './complete';
import { askConditions } from './conditions';
import { instanceAt } from './draft';
import { isFault, raiseIncident } from './incidents';
import { owedBy } from './consume';
import { collects, firstReadyMerge, takeTokens, type ReadyMerge } from './joins';
import { beginLoop, isBody } from './loops';
import { elementAt, isJoin } from './plan';
import { activate, activateChild, activateHandler, emit, graphOf, letOthersPass, loadOf, setVariables, type Run, type Token } from './run';
import { openEventStarts } from './scopes';
import type { ElementInstance } from './state';
import { openWaits, planWaits } from './triggers';
import { applyData, applyInputs } from './variables';
import { must } from './must';

const DEFAULT_STEP_CAP = 10_000;

/** Moves tokens, one element at a time, until all wait. False: the step cap was reached. */
export function drain(run: Run): boolean {
  const cap = run.env.stepCap === undefined || run.env.stepCap === 0 ? DEFAULT_STEP_CAP : run.env.stepCap;
  while (run.steps <= cap) {
    askConditions(run);
    const merge = firstReadyMerge(run);
    if (merge !== undefined) {
      run.steps += 1;
      passMerge(run, merge);
      continue;
    }
    const token = run.queue[run.head];
    if (token === undefined) {
      return true;
    }
    run.head += 1;
    // Scope 0: the token vanished with its scope or in an interruption.
    if (token.scope !== 0) {
      run.steps += 1;
      loadOf(run.loads, token.scope).tokens -= 1;
      arrive(run, token);
    }
  }
  return false;
}

function arrive(run: Run, token: Token): void {
  const element = elementAt(graphOf(run, token.graph), token.element);
  if (!token.late && throwsSignal(element)) {
    // Arriving is one move and throwing the next: who is on the way to a catch event gets there first.
    letOthersPass(run, token);
  } else if (token.loop > 0) {
    arriveChild(run, token, element);
  } else if (token.compensates > 0) {
    enterInstance(run, activateHandler(run, token, element), element);
  } else if (!isJoin(element)) {
    enterInstance(run, activate(run, token.scope, token.graph, element), element);
  } else if (collects(run, token.scope, element)) {
    takeTokens(run, token.scope, element);
    enterInstance(run, activate(run, token.scope, token.graph, element), element);
  } else {
    // Its token may have been taken already, with one that came before it: then nothing but its way here held the scope.
    settle(run, token.scope);
  }
}

function throwsSignal(element: GraphElement): boolean {
  return 'throws' in element && element.throws.some(({ kind }) => kind === 'signal');
}

function passMerge(run: Run, { scope, element, action }: ReadyMerge): void {
  if (action === 'reset') {
    emit(run, { v: 1, type: 'gateway-reset', scope: scope.key, element: element.id });
    settle(run, scope.key);
    return;
  }
  const { flows } = graphOf(run, scope.graph);
  const owed = element.type === 'complexGateway' ? owedBy(element, scope.joins).map((flow) => must(flows[flow], 'flow', flow).id) : [];
  takeTokens(run, scope.key, element);
  if (owed.length > 0) {
    emit(run, { v: 1, type: 'gateway-fired', scope: scope.key, element: element.id, owed });
  }
  enterInstance(run, activate(run, scope.key, scope.graph, element), element);
}

function arriveChild(run: Run, token: Token, element: GraphElement): void {
  const body = instanceAt(run.draft, token.scope);
  const child = activateChild(run, body, element, token.loop);
  const local: Record<string, JsonValue> = { loopCounter: token.loop };
  const name = element.multiInstance?.inputElement;
  if (name !== undefined) {
    local[name] = must(must(body.loop, 'loop of body', body.key).items[token.loop - 1], 'item', token.loop);
  }
  setVariables(run, child.key, local);
  enterInstance(run, child, element);
}

/** Also the way back in after an incident at entry: the instance is active, none of its waits is open. */
export function enterInstance(run: Run, node: ElementInstance, element: GraphElement): void {
  const body = isBody(node, element);
  if (!body) {
    applyData(run, node.key, element);
    applyInputs(run, node, element);
  }
  if (begins(node, element) && !openEventStarts(run, node.parent, node, element)) {
    return;
  }
  if (node.loopCounter === undefined && !openBoundaries(run, node, element)) {
    return;
  }
  // A condition that is true at entry may have taken the activity's place already.
  if (!run.draft.elements.has(node.key)) {
    return;
  }
  if (body) {
    beginLoop(run, node, element);
    return;
  }
  const behaviour = run.machine.behaviourOf(element.type);
  if (behaviour.enter === undefined) {
    throw new Error(`'${element.id}' (${element.type}) cannot be entered`);
  }
  behaviour.enter(run, instanceAt(run.draft, node.key), element);
}

/** Whether its scope begins here: with a start event or, where there is none, with what no flow leads to. */
function begins(node: ElementInstance, element: GraphElement): boolean {
  return element.incoming.length === 0 && node.loopCounter === undefined && node.compensates === undefined;
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
  askConditions(run);
  return true;
}
