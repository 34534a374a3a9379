import type { Behaviour, ElementOf } from '../behaviour';
import { completeElement } from '../complete';

/** Every way out whose condition holds, else the default (flows.ts); as a join it waits for every token that can still come (joins.ts). */
export const inclusiveGateway = {
  enter(run, node, element) {
    completeElement(run, node, element);
  },
} satisfies Behaviour<ElementOf<'inclusiveGateway'>>;
