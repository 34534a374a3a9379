import type { JsonObject } from '@thidua/kernel';
import type { Behaviour, ElementOf } from '../behaviour';
import { completeElement } from '../complete';
import { activate, type Run } from '../run';
import type { ElementInstance } from '../state';
import { terminate } from '../terminate';

/** Caught at an activity (for a multi-instance one: at its body): interrupting, it takes the activity's place; else it adds a token. */
export const boundaryEvent = {
  trigger(run: Run, host: ElementInstance, element: ElementOf<'boundaryEvent'>, brought: JsonObject) {
    if (element.interrupting) {
      terminate(run, host);
    }
    completeElement(run, activate(run, host.parent, host.graph, element), element, brought);
  },
} satisfies Behaviour<ElementOf<'boundaryEvent'>>;
