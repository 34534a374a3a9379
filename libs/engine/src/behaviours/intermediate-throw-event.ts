import type { Behaviour, ElementOf } from '../behaviour';
import { completeElement } from '../complete';
import { publish } from '../publish';

/** Passes on, with or without a message to whoever waits for it. */
export const intermediateThrowEvent = {
  enter(run, node, element) {
    if (element.trigger.kind === 'none' || publish(run, node, element, element.trigger.message)) {
      completeElement(run, node, element);
    }
  },
} satisfies Behaviour<ElementOf<'intermediateThrowEvent'>>;
