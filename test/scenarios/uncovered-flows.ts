import type { InstanceView } from '../conformance/host';
import type { Workflow } from './workflow-set';

/** `process/flow` of every sequence flow the instances took, called processes included. */
export function flowsTaken(instances: readonly InstanceView[]): readonly string[] {
  return instances.flatMap(({ events, graphs }) =>
    events.flatMap((event) => (event.type === 'flow-taken' ? [`${graphs[event.graph]?.processId ?? ''}/${event.flow}`] : [])),
  );
}

/** `process/flow` of those no scenario takes. */
export function uncoveredFlows(workflows: readonly Workflow[], taken: ReadonlySet<string>): readonly string[] {
  return workflows.flatMap(({ process, graph }) => graph.flows.map(({ id }) => `${process}/${id}`)).filter((flow) => !taken.has(flow));
}
