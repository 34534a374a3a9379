import type { GraphElement } from '@thidua/bpmn';
import { triggerAt } from './catching';
import { release, settle } from './complete';
import { instanceAt } from './draft';
import { elementAt, triggersOf } from './plan';
import { elementOf, emit, endElement, graphOf, loadOf, planAt, pushHandler, type Run } from './run';
import type { Compensable, ElementInstance } from './state';
import { terminate, terminateInside } from './terminate';
import { closeWaitsOf } from './waits';
import { must } from './must';

/**
 * Undoes what was completed in the thrower's scope (all of it, or one activity), one handler after the other, last completed first
 * (BPMN 2.0 §10.7, §13.5.5). Inside an event subprocess the scope around it counts too. False: there is nothing to undo.
 */
export function compensate(run: Run, thrower: ElementInstance, activity: number | undefined): boolean {
  const from = scopesOf(run, thrower).flatMap(({ key, completed = [] }) => {
    const positions = completed.flatMap((record, at) => (activity === undefined || record.element === activity ? [at] : []));
    return positions.length === 0 ? [] : [{ scope: key, positions }];
  });
  if (from.length === 0) {
    return false;
  }
  emit(run, { v: 1, type: 'compensation-triggered', key: thrower.key, from });
  next(run, thrower.key);
  return true;
}

/** Outermost first, so that what was completed last is undone first. */
function scopesOf(run: Run, thrower: ElementInstance): readonly ElementInstance[] {
  const scope = instanceAt(run.draft, thrower.parent);
  return elementOf(run, scope).type === 'eventSubProcess' ? [...scopesOf(run, scope), scope] : [scope];
}

/** A handler, or a revived subprocess, has ended in `scope`; when whoever waited for it is gone, it may have been the last one there. */
export function handlerDone(run: Run, thrower: number, scope: number): void {
  if (run.draft.elements.has(thrower)) {
    next(run, thrower);
  } else {
    settle(run, scope);
  }
}

function next(run: Run, key: number): void {
  const thrower = instanceAt(run.draft, key);
  const taken = must(thrower.pending, 'compensation of', key).at(-1);
  if (taken === undefined) {
    finish(run, thrower);
  } else if (taken.kind === 'scope') {
    revive(run, thrower, taken.scope, taken);
  } else {
    emit(run, { v: 1, type: 'compensation-taken', key });
    const scope = instanceAt(run.draft, taken.scope);
    pushHandler(
      run,
      scope,
      must(elementAt(graphOf(run, scope.graph), taken.element).compensation, 'handler of element', taken.element),
      key,
    );
  }
}

/** Back with its variables: its compensation event subprocess runs, or its activities are undone one by one. */
function revive(run: Run, thrower: ElementInstance, scope: number, record: Compensable): void {
  const revived = run.draft.nextKey;
  emit(run, { v: 1, type: 'compensation-taken', key: thrower.key, revived });
  loadOf(run.loads, scope).children += 1;
  const start = planAt(run, thrower.graph).compensationStarts.get(record.element);
  if (start === undefined) {
    next(run, revived);
  } else {
    triggerAt(run, revived, start, {});
  }
}

function finish(run: Run, thrower: ElementInstance): void {
  const element = elementOf(run, thrower);
  const behaviour = run.machine.behaviourOf(element.type);
  if (thrower.revived === true) {
    release(run, thrower);
  } else if (behaviour.compensated === undefined) {
    behaviour.resume?.(run, thrower, element, {});
  } else {
    behaviour.compensated(run, thrower, element);
  }
}

/** Ends what is active in the transaction, undoes what was completed, then leaves by the cancel boundary event (BPMN 2.0 §13.3.4). */
export function cancelTransaction(run: Run, event: ElementInstance, element: GraphElement): void {
  const transaction = transactionAround(run, event);
  endElement(run, event, element, 'completed');
  terminateInside(run, transaction.key);
  closeWaitsOf(run, transaction.key);
  emit(run, { v: 1, type: 'transaction-canceled', key: transaction.key });
  next(run, transaction.key);
}

function transactionAround(run: Run, node: ElementInstance): ElementInstance {
  const scope = instanceAt(run.draft, node.parent);
  return elementOf(run, scope).type === 'transaction' ? scope : transactionAround(run, scope);
}

/** All is undone: the transaction leaves by its cancel boundary event. */
export function leaveCanceled(run: Run, transaction: ElementInstance, element: GraphElement): void {
  // Boundary events belong to the body when the transaction runs several times.
  const host = transaction.loopCounter === undefined ? transaction : instanceAt(run.draft, transaction.parent);
  const graph = graphOf(run, host.graph);
  const boundary = element.boundaries
    .map((index) => elementAt(graph, index))
    .find((candidate) => triggersOf(candidate).some(({ kind }) => kind === 'cancel'));
  if (boundary !== undefined) {
    triggerAt(run, host.key, boundary, {});
    return;
  }
  terminate(run, host);
  settle(run, host.parent);
}
