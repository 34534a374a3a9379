import type { GraphElement } from '@thidua/bpmn';
import type { JsonObject } from '@thidua/kernel';
import { boundaryEvent } from './behaviours/boundary-event';
import { startEvent } from './behaviours/start-event';
import { elementAt } from './plan';
import { elementOf, graphOf, type Run } from './run';
import { eventStarts } from './scopes';
import type { ElementInstance } from './state';

/** The instance that catches (activity or scope) and its boundary or event-subprocess start. */
export interface Catcher {
  readonly host: ElementInstance;
  readonly target: GraphElement;
}

/**
 * Walks outwards from where the error happened: event subprocesses of a scope, then the boundary of that scope or activity,
 * then the next scope, across call activities. A specific code beats catch-all at the same level only.
 */
export function findCatcher(run: Run, from: ElementInstance, errorCode: string): Catcher | undefined {
  for (let host: ElementInstance | undefined = from; host !== undefined; host = run.draft.elements.get(host.parent)) {
    const graph = graphOf(run, host.graph);
    const element = elementOf(run, host);
    const inside = catchesInside(host, element) ? best(eventStarts(graph, element), errorCode) : undefined;
    // Boundaries belong to the multi-instance body, never to a child.
    const boundaries = host.loopCounter === undefined ? element.boundaries.map((index) => elementAt(graph, index)) : [];
    const target = inside ?? best(boundaries, errorCode);
    if (target !== undefined) {
      return { host, target };
    }
  }
  return undefined;
}

export function catchError(run: Run, { host, target }: Catcher, brought: JsonObject): void {
  if (target.type === 'boundaryEvent') {
    boundaryEvent.trigger(run, host, target, brought);
  } else if (target.type === 'startEvent') {
    startEvent.trigger(run, host, target, brought);
  }
}

/**
 * A multi-instance body is no scope, its children are. An interrupted scope runs its one interrupting event subprocess:
 * nothing thrown there comes back to the same scope.
 */
function catchesInside(host: ElementInstance, element: GraphElement): boolean {
  return host.interrupted !== true && (element.multiInstance === undefined || host.loopCounter !== undefined);
}

function best(candidates: readonly GraphElement[], errorCode: string): GraphElement | undefined {
  let catchAll: GraphElement | undefined;
  for (const candidate of candidates) {
    if ((candidate.type !== 'boundaryEvent' && candidate.type !== 'startEvent') || candidate.trigger.kind !== 'error') {
      continue;
    }
    if (candidate.trigger.errorCode === errorCode) {
      return candidate;
    }
    if (candidate.trigger.errorCode === undefined) {
      catchAll ??= candidate;
    }
  }
  return catchAll;
}
