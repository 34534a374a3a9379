import type { GraphElement } from '@thidua/bpmn';
import type { JsonObject, JsonValue } from '@thidua/kernel';
import { instanceAt } from './draft';
import { chooseFlows, takeFlows } from './flows';
import { isFault, raiseIncident, resolveIncidentsOf } from './incidents';
import { elementOf, emit, endElement, loadOf, type Run } from './run';
import type { ElementInstance } from './state';
import { terminateInside } from './terminate';
import { applyOutputs, evaluateAt, propagate, visible } from './variables';
import { closeWaitsOf } from './waits';

const NOTHING: JsonObject = {};

/** The work of an element instance is done: its waits close, what it brought goes up, its token moves on. */
export function completeElement(run: Run, node: ElementInstance, element: GraphElement, brought: JsonObject = NOTHING): void {
  closeWaitsOf(run, node.key);
  applyOutputs(run, node, element, brought);
  if (node.loopCounter === undefined) {
    leave(run, node, element);
  } else {
    completeChild(run, node, element, node.loopCounter);
  }
}

/** The second half of a completion, tried again alone when no flow could be chosen. */
export function leave(run: Run, node: ElementInstance, element: GraphElement): void {
  const flows = chooseFlows(run, node, element);
  if (isFault(flows)) {
    raiseIncident(run, node, element, flows);
    return;
  }
  endElement(run, node, element, 'completed');
  takeFlows(run, node, flows);
  if (flows.length === 0) {
    settle(run, node.parent);
  }
}

/** A scope is done when no element instance lives in it, no token is on its way and none waits at a join. */
export function settle(run: Run, key: number): void {
  const scope = run.draft.elements.get(key);
  if (scope === undefined || scope.joins !== undefined) {
    return;
  }
  const load = loadOf(run.loads, key);
  if (load.children === 0 && load.tokens === 0) {
    completeScope(run, scope);
  }
}

export function completeScope(run: Run, scope: ElementInstance): void {
  const element = elementOf(run, scope);
  if (element.type !== 'process') {
    completeElement(run, scope, element);
    return;
  }
  closeWaitsOf(run, scope.key);
  if (scope.parent === 0) {
    resolveIncidentsOf(run, scope.key);
    emit(run, { v: 1, type: 'instance-completed' });
    run.effects.push({ type: 'end-instance', outcome: 'completed' });
    return;
  }
  const results = instanceAt(run.draft, scope.key).variables ?? NOTHING;
  endElement(run, scope, element, 'completed');
  completeCall(run, instanceAt(run.draft, scope.parent), results);
}

/** Back from a called process: all its variables, or only what the output mappings name, or nothing. */
function completeCall(run: Run, caller: ElementInstance, results: JsonObject): void {
  const element = elementOf(run, caller);
  const returns = element.outputs.length > 0 || (element.type === 'callActivity' && element.call.propagateAll);
  completeElement(run, caller, element, returns ? results : NOTHING);
}

function completeChild(run: Run, child: ElementInstance, element: GraphElement, loopCounter: number): void {
  const outputElement = element.multiInstance?.outputElement;
  if (outputElement !== undefined) {
    const value = evaluateAt(run, child.key, outputElement);
    emit(run, { v: 1, type: 'multi-instance-output', key: child.parent, index: loopCounter - 1, value });
  }
  endElement(run, child, element, 'completed');
  checkLoop(run, instanceAt(run.draft, child.parent), element);
}

/** After each child, and again when a broken completion condition was repaired. */
export function checkLoop(run: Run, body: ElementInstance, element: GraphElement): void {
  const { loop } = body;
  if (loop === undefined) {
    throw new Error(`element instance ${body.key} is no multi-instance body`);
  }
  resolveIncidentsOf(run, body.key);
  const enough = conditionHolds(run, body, element);
  if (enough === undefined) {
    raiseIncident(run, body, element, {
      cause: 'completion-condition-not-boolean',
      detail: `completion condition of '${element.id}' gives no true or false`,
    });
  } else if (enough || loop.completed === loop.items.length) {
    terminateInside(run, body.key);
    completeBody(run, body, element);
  }
}

export function completeBody(run: Run, body: ElementInstance, element: GraphElement): void {
  closeWaitsOf(run, body.key);
  const name = element.multiInstance?.outputCollection;
  if (name !== undefined) {
    propagate(run, body.parent, { [name]: body.loop?.outputs ?? [] });
  }
  leave(run, body, element);
}

/** False without a condition; undefined when it answers neither true nor false. */
function conditionHolds(run: Run, body: ElementInstance, element: GraphElement): boolean | undefined {
  const condition = element.multiInstance?.completionCondition;
  if (condition === undefined) {
    return false;
  }
  const value = condition.constant?.value ?? condition.evaluate({ ...visible(run, body.key), ...counters(body, element) }, run.feel).value;
  return typeof value === 'boolean' ? value : undefined;
}

function counters(body: ElementInstance, element: GraphElement): JsonObject {
  const { items = [], outputs = [], completed = 0 } = body.loop ?? {};
  const named: Record<string, JsonValue> = {
    numberOfInstances: items.length,
    numberOfActiveInstances: items.length - completed,
    numberOfCompletedInstances: completed,
    // Children are terminated only together with the body, so none is while the condition is asked.
    numberOfTerminatedInstances: 0,
  };
  const collection = element.multiInstance?.outputCollection;
  if (collection !== undefined) {
    named[collection] = outputs;
  }
  return named;
}
