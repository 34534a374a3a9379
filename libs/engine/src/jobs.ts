import type { GraphElement, JobDefinition } from '@thidua/bpmn';
import type { JsonObject } from '@thidua/kernel';
import { raiseIncident } from './incidents';
import type { Run } from './run';
import type { ElementInstance } from './state';
import { evaluateAt, visible } from './variables';
import { openJob } from './waits';

/** Work for a program: what an inline handler answers at once, or undefined when a worker was given the job or an incident was raised. */
export function workJob(run: Run, node: ElementInstance, element: GraphElement, job: JobDefinition): JsonObject | undefined {
  const jobType = jobTypeOf(run, node, job);
  if (jobType === undefined) {
    raiseIncident(run, node, element, { cause: 'job-type-not-text', detail: `job type of '${element.id}' gives no text` });
    return undefined;
  }
  const handler = run.env.inline(jobType);
  if (handler !== undefined) {
    return handler({ headers: element.headers, variables: visible(run, node.key) });
  }
  openJob(run, node, {
    type: 'create-job',
    jobId: run.env.newId(),
    elementId: element.id,
    graph: node.graph,
    jobType,
    retries: job.retries,
    headers: element.headers,
    variables: visible(run, node.key),
  });
  return undefined;
}

/** Undefined: it gives no text. */
export function jobTypeOf(run: Run, node: ElementInstance, { type }: JobDefinition): string | undefined {
  if (typeof type === 'string') {
    return type;
  }
  const value = evaluateAt(run, node.key, type);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
