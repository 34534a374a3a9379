import type { JsonObject } from '@thidua/kernel';
import type { Behaviour, ElementOf } from '../behaviour';
import { completeElement } from '../complete';
import { instanceAt } from '../draft';
import type { Run } from '../run';
import type { ElementInstance } from '../state';
import { passPart, throwRest } from '../throws';
import { propagate } from '../variables';

type Throwing = ElementOf<'endEvent'> | ElementOf<'intermediateThrowEvent'>;

/** Throws what is left to throw and goes on; stays while a worker sends a message or handlers compensate. */
export function passThrows(run: Run, node: ElementInstance, element: Throwing): void {
  if (throwRest(run, node.key, element, element.throws) === 'done') {
    completeElement(run, instanceAt(run.draft, node.key), element);
  }
}

/** One of several definitions is done: what it brought is kept, the rest is thrown. */
export function resumeThrows(run: Run, node: ElementInstance, element: Throwing, brought: JsonObject): void {
  if (element.throws.length === 1) {
    completeElement(run, node, element, brought);
    return;
  }
  propagate(run, node.key, brought);
  passPart(run, node.key, element.throws);
  passThrows(run, node, element);
}

/** Passes on, with what it throws: messages, signals, escalations, compensation; a link leads on by its flow. */
export const intermediateThrowEvent = {
  enter: passThrows,
  resume: resumeThrows,
  retryJob: passThrows,
} satisfies Behaviour<ElementOf<'intermediateThrowEvent'>>;
