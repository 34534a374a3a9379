import type { Behaviour, ElementOf } from '../behaviour';
import { completeElement } from '../complete';

/** Joins as soon as its activation condition holds, then swallows the tokens it is still owed (joins.ts); splits as an inclusive gateway. */
export const complexGateway = {
  enter(run, node, element) {
    completeElement(run, node, element);
  },
} satisfies Behaviour<ElementOf<'complexGateway'>>;
