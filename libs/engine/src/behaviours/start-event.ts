import type { JsonObject } from '@thidua/kernel';
import type { Behaviour, ElementOf } from '../behaviour';
import { completeElement } from '../complete';
import { elementAt } from '../plan';
import { activate, elementOf, emit, graphOf, type Run } from '../run';
import { passStart } from '../scopes';
import type { ElementInstance, Wait } from '../state';
import { terminateInside } from '../terminate';
import { applyData } from '../variables';
import { closeWaitsOf } from '../waits';

/** Start of a process or subprocess (a token), or of an event subprocess (what was caught in the enclosing scope). */
export const startEvent = {
  enter(run: Run, node: ElementInstance, element: ElementOf<'startEvent'>) {
    completeElement(run, node, element);
  },
  trigger(run: Run, host: ElementInstance, element: ElementOf<'startEvent'>, brought: JsonObject) {
    if (element.interrupting && host.revived === undefined) {
      interrupt(run, host);
    }
    const scope = activate(run, host.key, host.graph, elementAt(graphOf(run, host.graph), element.scope));
    applyData(run, scope.key, elementOf(run, scope));
    passStart(run, activate(run, scope.key, host.graph, element), element, brought);
  },
} satisfies Behaviour<ElementOf<'startEvent'>>;

/** Marked first, in the same step, so that only one interrupting start can win. */
function interrupt(run: Run, host: ElementInstance): void {
  const graph = graphOf(run, host.graph);
  const leadsToStart = (wait: Wait): boolean => 'target' in wait && elementAt(graph, wait.target).type === 'startEvent';
  emit(run, { v: 1, type: 'scope-interrupted', key: host.key });
  closeWaitsOf(run, host.key, leadsToStart);
  terminateInside(run, host.key);
}
