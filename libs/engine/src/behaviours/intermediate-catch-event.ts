import type { JsonObject } from '@thidua/kernel';
import type { Behaviour, ElementOf } from '../behaviour';
import { completeElement } from '../complete';
import { chooseFlows, takeFlows } from '../flows';
import { isFault, raiseIncident } from '../incidents';
import { elementOf, type Run } from '../run';
import type { ElementInstance } from '../state';
import { openWaits, planWaits } from '../triggers';
import { propagate } from '../variables';
import { passGateway } from './event-based-gateway';

type Waiting = ElementOf<'intermediateCatchEvent'> | ElementOf<'receiveTask'>;

/** Opens what the element waits for; without anything to wait for (a link's catch) it passes. */
export function waitFor(run: Run, node: ElementInstance, element: Waiting): void {
  const plans = planWaits(run, node.key, [element]);
  if (isFault(plans)) {
    raiseIncident(run, node, element, plans);
  } else if (plans.length === 0) {
    completeElement(run, node, element);
  } else {
    openWaits(run, node.key, plans);
  }
}

/** `host` is the element itself, or the event-based gateway that waited in its place. */
export function receive(run: Run, host: ElementInstance, element: Waiting, brought: JsonObject): void {
  if (elementOf(run, host).type === 'eventBasedGateway') {
    passGateway(run, host, element, brought);
  } else {
    completeElement(run, host, element, brought);
  }
}

/** Waits for timers, messages, signals or conditions: for one of them, or for all. A repeating timer sends a token each time it fires. */
export const intermediateCatchEvent = {
  enter: waitFor,
  trigger(run, host, element, brought) {
    if (!firesAgain(run, host)) {
      receive(run, host, element, brought);
      return;
    }
    propagate(run, host.key, brought);
    const flows = chooseFlows(run, host, element);
    if (isFault(flows)) {
      raiseIncident(run, host, element, flows);
    } else {
      takeFlows(run, host, element, flows);
    }
  },
} satisfies Behaviour<ElementOf<'intermediateCatchEvent'>>;

function firesAgain(run: Run, host: ElementInstance): boolean {
  return (
    elementOf(run, host).type === 'intermediateCatchEvent' &&
    [...run.draft.waits.values()].some((wait) => wait.key === host.key && 'cycle' in wait)
  );
}
