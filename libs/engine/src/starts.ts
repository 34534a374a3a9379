import type { GraphElement, ProcessGraph } from '@thidua/bpmn';
import type { Rejection } from './command';
import { elementAt } from './plan';
import { must } from './must';

/** Where a process begins without a trigger: its plain start event, or in a process without start events everything no flow leads to. */
export function noneStarts(graph: ProcessGraph): readonly number[] {
  return processStarts(graph).filter((index) => isPlain(elementAt(graph, index)));
}

/** Whether a start command needs no name: one plain start event, or no start event at all. */
export function startsAlone(graph: ProcessGraph): boolean {
  const plain = noneStarts(graph);
  return plain.length === 1 || (plain.length > 0 && !plain.some((index) => elementAt(graph, index).type === 'startEvent'));
}

/** The start named by the command, or the only plain one. */
export function chooseStarts(graph: ProcessGraph, startElementId: string | undefined): readonly number[] | Rejection {
  if (startElementId !== undefined) {
    const index = graph.byId.get(startElementId);
    return index !== undefined && mayStart(graph, index)
      ? [index]
      : { code: 'start-event-unknown', detail: `process '${graph.processId}' has no start event '${startElementId}'` };
  }
  const plain = noneStarts(graph);
  if (plain.length === 0) {
    return { code: 'start-event-unknown', detail: `process '${graph.processId}' has no plain start event; name one` };
  }
  return startsAlone(graph)
    ? plain
    : { code: 'start-event-ambiguous', detail: `process '${graph.processId}' has ${plain.length} plain start events; name one` };
}

/** A start, or an event behind an event-based gateway that instantiates. */
function mayStart(graph: ProcessGraph, index: number): boolean {
  const starts = processStarts(graph);
  return starts.includes(index) || gatewayBefore(graph, index) !== undefined;
}

/** The instantiating gateway in front of an event. */
export function gatewayBefore(graph: ProcessGraph, index: number): GraphElement | undefined {
  const sources = elementAt(graph, index).incoming.map((flow) => elementAt(graph, must(graph.flows[flow], 'flow', flow).source));
  return sources.find((source) => source.type === 'eventBasedGateway' && source.instantiate);
}

function isPlain(start: GraphElement): boolean {
  if (start.type === 'startEvent') {
    return start.triggers.length === 0;
  }
  return !('instantiate' in start) || !start.instantiate;
}

function processStarts(graph: ProcessGraph): readonly number[] {
  // Element 0 is the process (graph.ts).
  return (elementAt(graph, 0) as Extract<GraphElement, { type: 'process' }>).starts;
}
