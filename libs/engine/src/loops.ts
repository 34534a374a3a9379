import type { GraphElement, MultiInstance, StandardLoop } from '@thidua/bpmn';
import type { JsonObject, JsonValue } from '@thidua/kernel';
import { leave } from './complete';
import { instanceAt } from './draft';
import { raiseIncident, resolveIncidentsOf, type Fault } from './incidents';
import { emit, endElement, pushChild, type Run } from './run';
import type { ElementInstance } from './state';
import { terminateInside } from './terminate';
import { throwOne } from './throws';
import { evaluateAt, propagate, visible } from './variables';
import { closeWaitsOf } from './waits';
import { must } from './must';

type Loop = NonNullable<ElementInstance['loop']>;

/** More instances than any council has members; beyond it a loop is a mistake. */
const MOST_INSTANCES = 10_000;

/** Whether this instance is the body around the runs of a multi-instance or looping activity, not one of the runs. */
export function isBody(node: ElementInstance, element: GraphElement): boolean {
  return node.loopCounter === undefined && (element.multiInstance !== undefined || element.standardLoop !== undefined);
}

/** The collection is read once, at entry; a body over nothing is done at once. */
export function beginLoop(run: Run, body: ElementInstance, element: GraphElement): void {
  const { multiInstance, standardLoop } = element;
  if (standardLoop !== undefined) {
    emit(run, { v: 1, type: 'multi-instance-started', key: body.key, items: [] });
    goOn(run, instanceAt(run.draft, body.key), element, standardLoop);
    return;
  }
  const multi = must(multiInstance, 'multi-instance at', element.id);
  const items = itemsOf(run, body, element, multi);
  if ('cause' in items) {
    raiseIncident(run, body, element, items);
    return;
  }
  emit(run, { v: 1, type: 'multi-instance-started', key: body.key, items });
  if (items.length === 0) {
    completeBody(run, instanceAt(run.draft, body.key), element);
    return;
  }
  for (let loop = 1; loop <= (multi.sequential ? 1 : items.length); loop += 1) {
    pushChild(run, body, loop);
  }
}

function itemsOf(run: Run, body: ElementInstance, element: GraphElement, multi: MultiInstance): readonly JsonValue[] | Fault {
  if (multi.cardinality !== undefined) {
    const count = evaluateAt(run, body.key, multi.cardinality);
    return typeof count === 'number' && Number.isInteger(count) && count >= 0 && count <= MOST_INSTANCES
      ? Array.from({ length: count }, (_, at) => at + 1)
      : { cause: 'cardinality-not-number', detail: `cardinality of '${element.id}' is no number from 0: ${multi.cardinality.source}` };
  }
  const collection = must(multi.inputCollection, 'input collection of', element.id);
  const items = evaluateAt(run, body.key, collection);
  return Array.isArray(items)
    ? (items as readonly JsonValue[])
    : { cause: 'collection-not-list', detail: `input collection of '${element.id}' is no list: ${collection.source}` };
}

export function completeChild(run: Run, child: ElementInstance, element: GraphElement, loopCounter: number): void {
  const outputElement = element.multiInstance?.outputElement;
  if (outputElement !== undefined) {
    const value = evaluateAt(run, child.key, outputElement);
    emit(run, { v: 1, type: 'multi-instance-output', key: child.parent, index: loopCounter - 1, value });
  }
  endElement(run, child, element, 'completed');
  const body = instanceAt(run.draft, child.parent);
  throwBehaviour(run, body, element);
  if (run.draft.elements.has(body.key)) {
    checkLoop(run, body, element);
  }
}

/** After each child, and again when a broken condition was repaired. */
export function checkLoop(run: Run, body: ElementInstance, element: GraphElement): void {
  const loop = loopOf(body);
  const { standardLoop, multiInstance } = element;
  resolveIncidentsOf(run, body.key);
  if (standardLoop !== undefined) {
    goOn(run, body, element, standardLoop);
    return;
  }
  const enough = conditionHolds(run, body, element);
  if (enough === undefined) {
    raiseIncident(run, body, element, {
      cause: 'completion-condition-not-boolean',
      detail: `completion condition of '${element.id}' gives no true or false`,
    });
  } else if (enough || loop.completed === loop.items.length) {
    terminateInside(run, body.key);
    completeBody(run, body, element);
  } else if (multiInstance?.sequential === true) {
    pushChild(run, body, loop.next + 1);
  }
}

export function completeBody(run: Run, body: ElementInstance, element: GraphElement): void {
  closeWaitsOf(run, body.key);
  const name = element.multiInstance?.outputCollection;
  if (name !== undefined) {
    propagate(run, body.parent, { [name]: loopOf(body).outputs });
  }
  leave(run, body, element);
}

/** A standard loop runs once more while its condition holds and its maximum is not reached; without `testBefore` the first run is free. */
function goOn(run: Run, body: ElementInstance, element: GraphElement, loop: StandardLoop): void {
  const done = loopOf(body).completed;
  const holds = done >= (loop.maximum ?? Infinity) ? false : done === 0 && !loop.testBefore ? true : loopHolds(run, body, loop);
  if (holds === undefined) {
    raiseIncident(run, body, element, {
      cause: 'loop-condition-not-boolean',
      detail: `loop condition of '${element.id}' gives no true or false: ${must(loop.condition, 'loop condition of', element.id).source}`,
    });
  } else if (holds) {
    pushChild(run, body, loopOf(body).next + 1);
  } else {
    completeBody(run, body, element);
  }
}

function loopHolds(run: Run, body: ElementInstance, { condition }: StandardLoop): boolean | undefined {
  if (condition === undefined) {
    return true;
  }
  const value =
    condition.constant?.value ?? condition.evaluate({ ...visible(run, body.key), loopCounter: loopOf(body).completed }, run.feel).value;
  return typeof value === 'boolean' ? value : undefined;
}

/** BPMN 2.0 §13.3.7: events thrown while instances complete. */
function throwBehaviour(run: Run, body: ElementInstance, element: GraphElement): void {
  const behavior = element.multiInstance?.behavior;
  if (behavior === undefined) {
    return;
  }
  if (behavior.kind !== 'complex') {
    if (behavior.kind === 'each' || loopOf(body).completed === 1) {
      throwOne(run, body, element, behavior.throws);
    }
    return;
  }
  const seen = { ...visible(run, body.key), ...counters(body, element) };
  for (const { throws } of behavior.entries.filter(({ condition }) => condition.evaluate(seen, run.feel).value === true)) {
    // An earlier one may have ended the body.
    if (run.draft.elements.has(body.key)) {
      throwOne(run, body, element, throws);
    }
  }
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
  const { items, outputs, completed, next } = loopOf(body);
  const begun = element.multiInstance?.sequential === true ? next : items.length;
  const named: Record<string, JsonValue> = {
    numberOfInstances: items.length,
    numberOfActiveInstances: begun - completed,
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

function loopOf(body: ElementInstance): Loop {
  return must(body.loop, 'multi-instance body', body.key);
}
