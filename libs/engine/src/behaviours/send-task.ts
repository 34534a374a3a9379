import type { Behaviour, ElementOf } from '../behaviour';
import { completeElement } from '../complete';
import { publish } from '../publish';

/** Publishes its message to whoever waits for it, now or later. */
export const sendTask = {
  enter(run, node, element) {
    if (publish(run, node, element, element.message)) {
      completeElement(run, node, element);
    }
  },
} satisfies Behaviour<ElementOf<'sendTask'>>;
