import type { Behaviour, ElementOf } from '../behaviour';
import { completeElement } from '../complete';

/** One way out: the first flow in document order whose condition holds, else the default (flows.ts); each arriving token passes. */
export const exclusiveGateway = {
  enter(run, node, element) {
    completeElement(run, node, element);
  },
} satisfies Behaviour<ElementOf<'exclusiveGateway'>>;
