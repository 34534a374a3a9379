import type { Behaviour, ElementOf } from '../behaviour';
import { completeElement } from '../complete';

/** All ways out, whatever their conditions; as a join it takes one token from each way in and keeps the surplus (joins.ts). */
export const parallelGateway = {
  enter(run, node, element) {
    completeElement(run, node, element);
  },
} satisfies Behaviour<ElementOf<'parallelGateway'>>;
