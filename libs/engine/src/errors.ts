import type { GraphElement } from '@thidua/bpmn';
import type { JsonObject } from '@thidua/kernel';
import { triggerAt } from './catching';
import { elementAt, triggersOf } from './plan';
import { elementOf, graphOf, type Run } from './run';
import { eventStarts } from './scopes';
import { goesOn } from './triggers';
import type { ElementInstance } from './state';

/** The instance that catches (activity or scope) and its boundary or event-subprocess start. */
export interface Catcher {
  readonly host: ElementInstance;
  readonly target: GraphElement;
  /** Whether catching ends the host, or all that is active in the scope. */
  readonly interrupts: boolean;
}

/**
 * Walks outwards from where an error or escalation happened: event subprocesses of a scope, then the boundary of that scope or
 * activity, then the next scope, across call activities. A specific code beats catch-all at the same level only.
 */
export function findCatcher(run: Run, from: ElementInstance, kind: 'error' | 'escalation', code: string): Catcher | undefined {
  let below = from;
  for (let host: ElementInstance | undefined = from; host !== undefined; host = run.draft.elements.get(host.parent)) {
    const graph = graphOf(run, host.graph);
    const element = elementOf(run, host);
    const starts = catchesInside(host, element) ? eventStarts(run, host).filter((start) => start.scope !== below.element) : [];
    // Boundaries belong to the multi-instance body, never to a child, and to no subprocess that is back for its compensation.
    const attached = host.loopCounter === undefined && host.revived === undefined ? element.boundaries : [];
    const target =
      best(starts, kind, code) ??
      best(
        attached.map((index) => elementAt(graph, index)),
        kind,
        code,
      );
    if (target !== undefined) {
      return { host, target, interrupts: !goesOn(target) };
    }
    below = host;
  }
  return undefined;
}

export function catchIn(run: Run, { host, target }: Catcher, brought: JsonObject): void {
  triggerAt(run, host.key, target, brought);
}

/**
 * A multi-instance body is no scope, its children are. An interrupted scope runs its one interrupting event subprocess:
 * nothing thrown there comes back to the same scope.
 */
function catchesInside(host: ElementInstance, element: GraphElement): boolean {
  const isScope = (element.multiInstance === undefined && element.standardLoop === undefined) || host.loopCounter !== undefined;
  return host.interrupted !== true && host.revived === undefined && isScope;
}

function best(candidates: readonly GraphElement[], kind: 'error' | 'escalation', code: string): GraphElement | undefined {
  let catchAll: GraphElement | undefined;
  for (const candidate of candidates) {
    for (const trigger of triggersOf(candidate)) {
      const caught = trigger.kind === 'error' ? trigger.errorCode : trigger.kind === 'escalation' ? trigger.escalationCode : undefined;
      if (trigger.kind === kind && caught === code) {
        return candidate;
      }
      if (trigger.kind === kind && caught === undefined) {
        catchAll ??= candidate;
      }
    }
  }
  return catchAll;
}
