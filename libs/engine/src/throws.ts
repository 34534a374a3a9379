import type { GraphElement, Throw } from '@thidua/bpmn';
import { completeScope } from './complete';
import { cancelTransaction, compensate } from './compensation';
import { instanceAt } from './draft';
import { catchIn, findCatcher } from './errors';
import { raiseIncident } from './incidents';
import { workJob } from './jobs';
import { publish } from './publish';
import { emit, endElement, type Run } from './run';
import { deliverSignal } from './signals';
import type { ElementInstance } from './state';
import { terminateInside } from './terminate';
import { evaluateAt, propagate } from './variables';

/** `waits`: the event stays until a job or a compensation is done, or an incident is repaired. `gone`: what it threw has ended it. */
export type Thrown = 'done' | 'waits' | 'gone';

/** Throws what is left, in document order. */
export function throwRest(run: Run, key: number, element: GraphElement, throws: readonly Throw[]): Thrown {
  for (const part of throws.slice(instanceAt(run.draft, key).part ?? 0)) {
    const thrown = throwOne(run, instanceAt(run.draft, key), element, part);
    if (thrown !== 'done') {
      return thrown;
    }
    passPart(run, key, throws);
  }
  return 'done';
}

export function passPart(run: Run, key: number, throws: readonly Throw[]): void {
  if (throws.length > 1) {
    emit(run, { v: 1, type: 'part-thrown', key });
  }
}

export function throwOne(run: Run, node: ElementInstance, element: GraphElement, thrown: Throw): Thrown {
  switch (thrown.kind) {
    case 'message':
      return publish(run, node, element, thrown.message) ? 'done' : 'waits';
    case 'job':
      return throwJob(run, node, element, thrown.job);
    case 'signal':
      return throwSignal(run, node, element, thrown.signal);
    case 'escalation':
      return throwEscalation(run, node, element, thrown.escalationCode);
    case 'error':
      return throwError(run, node, element, thrown.errorCode);
    case 'compensation':
      return compensate(run, node, thrown.activity) ? 'waits' : 'done';
    case 'terminate':
      return terminateScope(run, node, element);
    case 'cancel':
      cancelTransaction(run, node, element);
      return 'gone';
  }
}

function throwJob(run: Run, node: ElementInstance, element: GraphElement, job: Extract<Throw, { kind: 'job' }>['job']): Thrown {
  const brought = workJob(run, node, element, job);
  if (brought === undefined) {
    return 'waits';
  }
  propagate(run, node.key, brought);
  return 'done';
}

/** Every catcher of this instance has it before the thrower goes on; the runtime carries it to the others. */
function throwSignal(run: Run, node: ElementInstance, element: GraphElement, name: Extract<Throw, { kind: 'signal' }>['signal']): Thrown {
  const signal = evaluateAt(run, node.key, name);
  if (typeof signal !== 'string' || signal === '') {
    raiseIncident(run, node, element, { cause: 'signal-not-text', detail: `signal of '${element.id}' gives no text: ${name.source}` });
    return 'waits';
  }
  const variables = node.variables ?? {};
  emit(run, { v: 1, type: 'signal-thrown', key: node.key, signal });
  run.effects.push({ type: 'broadcast-signal', broadcastId: run.env.newId(), signal, variables });
  deliverSignal(run, signal, variables);
  return run.draft.elements.has(node.key) ? 'done' : 'gone';
}

/** Uncaught it is no error; a catcher that does not interrupt lets the thrower go on. */
function throwEscalation(run: Run, node: ElementInstance, element: GraphElement, escalationCode: string): Thrown {
  emit(run, { v: 1, type: 'escalation-thrown', key: node.key, escalationCode });
  const catcher = findCatcher(run, node, 'escalation', escalationCode);
  if (catcher === undefined) {
    return 'done';
  }
  if (catcher.interrupts && node.loop === undefined) {
    endElement(run, node, element, 'completed');
  }
  catchIn(run, catcher, node.variables ?? {});
  return run.draft.elements.has(node.key) ? 'done' : 'gone';
}

/** Uncaught, the token stays here with an incident: a human decides. */
function throwError(run: Run, node: ElementInstance, element: GraphElement, errorCode: string): Thrown {
  const catcher = findCatcher(run, node, 'error', errorCode);
  if (catcher === undefined) {
    raiseIncident(run, node, element, {
      cause: 'error-uncaught',
      detail: `nothing catches error '${errorCode}' thrown by '${element.id}'`,
    });
    return 'waits';
  }
  emit(run, { v: 1, type: 'error-thrown', key: node.key, errorCode });
  if (node.loop === undefined) {
    endElement(run, node, element, 'completed');
  }
  catchIn(run, catcher, node.variables ?? {});
  return 'gone';
}

/** Only its own scope: a subprocess leaves as if it were done, a called process returns to its caller. */
function terminateScope(run: Run, node: ElementInstance, element: GraphElement): Thrown {
  endElement(run, node, element, 'completed');
  terminateInside(run, node.parent);
  completeScope(run, instanceAt(run.draft, node.parent));
  return 'gone';
}
