import type { Behaviour, ElementOf } from '../behaviour';
import { completeElement } from '../complete';
import { isFault, raiseIncident } from '../incidents';
import { openWaits, planWaits } from '../triggers';

/** Waits for one timer or message. */
export const intermediateCatchEvent = {
  enter(run, node, element) {
    const plans = planWaits(run, node.key, [element]);
    if (isFault(plans)) {
      raiseIncident(run, node, element, plans);
    } else {
      openWaits(run, node.key, plans);
    }
  },
  trigger(run, host, element, brought) {
    completeElement(run, host, element, brought);
  },
} satisfies Behaviour<ElementOf<'intermediateCatchEvent'>>;
