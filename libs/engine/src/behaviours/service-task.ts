import type { Behaviour, ElementOf } from '../behaviour';
import { completeElement } from '../complete';
import { raiseIncident } from '../incidents';
import type { Run } from '../run';
import type { ElementInstance } from '../state';
import { evaluateAt, visible } from '../variables';
import { openJob } from '../waits';

type ServiceTask = ElementOf<'serviceTask'>;

/** Work for a program: an inline handler runs within the step, anything else is a job that a worker completes. */
export const serviceTask = {
  enter(run, node, element) {
    const jobType = jobTypeOf(run, node, element);
    if (jobType === undefined) {
      raiseIncident(run, node, element, { cause: 'job-type-not-text', detail: `job type of '${element.id}' gives no text` });
      return;
    }
    const handler = run.env.inline(jobType);
    if (handler === undefined) {
      createJob(run, node, element, jobType);
    } else {
      completeElement(run, node, element, handler({ headers: element.headers, variables: visible(run, node.key) }));
    }
  },
  retryJob(run, node, element) {
    serviceTask.enter(run, node, element);
  },
} satisfies Behaviour<ServiceTask>;

function createJob(run: Run, node: ElementInstance, element: ServiceTask, jobType: string): void {
  openJob(run, node, {
    type: 'create-job',
    jobId: run.env.newId(),
    elementId: element.id,
    graph: node.graph,
    jobType,
    retries: element.job.retries,
    headers: element.headers,
    variables: visible(run, node.key),
  });
}

function jobTypeOf(run: Run, node: ElementInstance, element: ServiceTask): string | undefined {
  const { type } = element.job;
  if (typeof type === 'string') {
    return type;
  }
  const value = evaluateAt(run, node.key, type);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
