import type { GraphElement } from '@thidua/bpmn';
import type { JsonObject } from '@thidua/kernel';
import type { ElementOf } from './behaviour';
import { instanceAt } from './draft';
import { chooseFlows, takeFlows } from './flows';
import { isFault, raiseIncident, resolveIncidentsOf } from './incidents';
import { elementOf, emit, endElement, loadOf, planAt, type Run } from './run';
import type { ElementInstance } from './state';
import { applyOutputs } from './variables';
import { closeWaitsOf } from './waits';
import { must } from './must';

const NOTHING: JsonObject = {};

/** The work of an element instance is done: its waits close, what it brought goes up, its token moves on. */
export function completeElement(run: Run, node: ElementInstance, element: GraphElement, brought: JsonObject = NOTHING): void {
  closeWaitsOf(run, node.key);
  applyOutputs(run, node, element, brought);
  if (node.loopCounter === undefined) {
    leave(run, node, element);
  } else {
    run.machine.childCompleted(run, node, element, node.loopCounter);
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
  if (node.compensates !== undefined) {
    run.machine.handlerDone(run, node.compensates, node.parent);
    return;
  }
  takeFlows(run, node, element, flows);
  // Stryker disable next-line ConditionalExpression: asking in vain changes nothing, it only costs time
  if (planAt(run, node.graph).adHoc) {
    innerCompleted(run, node.parent);
  }
  settle(run, node.parent);
}

/** A scope is done when no element instance lives in it, no token is on its way and none waits at a join. */
export function settle(run: Run, key: number): void {
  const scope = run.draft.elements.get(key);
  if (scope === undefined || scope.joins !== undefined) {
    return;
  }
  const load = loadOf(run.loads, key);
  if (load.children === 0 && load.tokens === 0) {
    endScope(run, scope);
  }
}

function endScope(run: Run, scope: ElementInstance): void {
  const element = elementOf(run, scope);
  const behaviour = run.machine.behaviourOf(element.type);
  if (behaviour.emptied === undefined || scope.revived === true || scope.interrupted === true) {
    completeScope(run, scope);
  } else {
    behaviour.emptied(run, scope, element);
  }
}

function innerCompleted(run: Run, key: number): void {
  const scope = instanceAt(run.draft, key);
  const element = elementOf(run, scope);
  run.machine.behaviourOf(element.type).innerCompleted?.(run, scope, element);
}

/** A subprocess that was back for its compensation is gone again. */
export function release(run: Run, revived: ElementInstance): void {
  closeWaitsOf(run, revived.key);
  emit(run, { v: 1, type: 'scope-released', key: revived.key });
  loadOf(run.loads, revived.parent).children -= 1;
  run.loads.delete(revived.key);
  run.machine.handlerDone(run, must(revived.compensates, 'thrower of', revived.key), revived.parent);
}

export function completeScope(run: Run, scope: ElementInstance): void {
  const element = elementOf(run, scope);
  if (scope.revived === true) {
    release(run, scope);
    return;
  }
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
  // A process has no other parent than a call activity.
  const element = elementOf(run, caller) as ElementOf<'callActivity'>;
  const returns = element.outputs.length > 0 || element.call.propagateAll;
  completeElement(run, caller, element, returns ? results : NOTHING);
}
