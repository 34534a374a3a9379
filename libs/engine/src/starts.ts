import type { ProcessGraph } from '@thidua/bpmn';
import type { Rejection } from './command';
import { elementAt } from './plan';

/** Start events that need no trigger. */
export function noneStarts(graph: ProcessGraph): readonly number[] {
  return processStarts(graph).filter((index) => {
    const start = elementAt(graph, index);
    return start.type === 'startEvent' && start.trigger.kind === 'none';
  });
}

/** The start named by the command, or the only plain one. */
export function chooseStart(graph: ProcessGraph, startElementId: string | undefined): number | Rejection {
  if (startElementId !== undefined) {
    const index = graph.byId.get(startElementId);
    return index !== undefined && processStarts(graph).includes(index)
      ? index
      : { code: 'start-event-unknown', detail: `process '${graph.processId}' has no start event '${startElementId}'` };
  }
  const [only, ...others] = noneStarts(graph);
  if (only === undefined) {
    return { code: 'start-event-unknown', detail: `process '${graph.processId}' has no plain start event; name one` };
  }
  return others.length === 0
    ? only
    : { code: 'start-event-ambiguous', detail: `process '${graph.processId}' has ${others.length + 1} plain start events; name one` };
}

function processStarts(graph: ProcessGraph): readonly number[] {
  const root = elementAt(graph, 0);
  return root.type === 'process' ? root.starts : [];
}
