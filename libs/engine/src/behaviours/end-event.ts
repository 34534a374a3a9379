import type { Behaviour, ElementOf } from '../behaviour';
import { completeElement, completeScope } from '../complete';
import { instanceAt } from '../draft';
import { catchError, findCatcher } from '../errors';
import { raiseIncident } from '../incidents';
import { publish } from '../publish';
import { endElement, type Run } from '../run';
import type { ElementInstance } from '../state';
import { terminateInside } from '../terminate';

/** End of a token: plain, of its whole scope (terminate), with an error, or with a message. */
export const endEvent = {
  enter(run, node, element) {
    const { trigger } = element;
    switch (trigger.kind) {
      case 'none':
        completeElement(run, node, element);
        return;
      case 'terminate':
        endScope(run, node, element);
        return;
      case 'error':
        throwError(run, node, element, trigger.errorCode);
        return;
      case 'message':
        if (publish(run, node, element, trigger.message)) {
          completeElement(run, node, element);
        }
        return;
    }
  },
} satisfies Behaviour<ElementOf<'endEvent'>>;

/** Only its own scope: a subprocess leaves as if it were done, a called process returns to its caller. */
function endScope(run: Run, node: ElementInstance, element: ElementOf<'endEvent'>): void {
  endElement(run, node, element, 'completed');
  terminateInside(run, node.parent);
  completeScope(run, instanceAt(run.draft, node.parent));
}

/** Uncaught, the token stays here with an incident: a human decides. */
function throwError(run: Run, node: ElementInstance, element: ElementOf<'endEvent'>, errorCode: string): void {
  const catcher = findCatcher(run, node, errorCode);
  if (catcher === undefined) {
    raiseIncident(run, node, element, {
      cause: 'error-uncaught',
      detail: `nothing catches error '${errorCode}' thrown by '${element.id}'`,
    });
    return;
  }
  endElement(run, node, element, 'completed');
  catchError(run, catcher, node.variables ?? {});
}
