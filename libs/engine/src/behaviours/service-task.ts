import type { Behaviour, ElementOf } from '../behaviour';
import { completeElement } from '../complete';
import { workJob } from '../jobs';

/** Work for a program: an inline handler runs within the step, anything else is a job that a worker completes. */
export const serviceTask = {
  enter(run, node, element) {
    const brought = workJob(run, node, element, element.job);
    if (brought !== undefined) {
      completeElement(run, node, element, brought);
    }
  },
  retryJob(run, node, element) {
    serviceTask.enter(run, node, element);
  },
} satisfies Behaviour<ElementOf<'serviceTask'>>;
