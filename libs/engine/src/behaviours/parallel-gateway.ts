import type { Behaviour, ElementOf } from '../behaviour';
import { completeElement } from '../complete';
import { instanceAt } from '../draft';
import { emit, type Run } from '../run';
import type { GraphElement } from '@thidua/bpmn';

/** All ways out; conditions on them are not asked. */
export const parallelGateway = {
  enter(run, node, element) {
    completeElement(run, node, element);
  },
} satisfies Behaviour<ElementOf<'parallelGateway'>>;

/** One token from each incoming flow is taken when every flow has one; surplus tokens stay for the next round. */
export function joinReady(run: Run, scope: number, element: GraphElement): boolean {
  const { joins } = instanceAt(run.draft, scope);
  for (const flow of element.incoming) {
    if (joins?.[flow] === undefined) {
      return false;
    }
  }
  emit(run, { v: 1, type: 'join-consumed', scope, element: element.id });
  return true;
}
