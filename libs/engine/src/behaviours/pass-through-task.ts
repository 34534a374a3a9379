import type { Behaviour, ElementOf } from '../behaviour';
import { completeElement } from '../complete';

/** A manual or undefined task: done as soon as it is reached. */
export const passThroughTask = {
  enter: (run, node, element) => {
    completeElement(run, node, element);
  },
} satisfies Behaviour<ElementOf<'passThroughTask'>>;
