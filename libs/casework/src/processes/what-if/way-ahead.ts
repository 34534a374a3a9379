import type { InstanceState } from '@thidua/runtime';
import type { Graph } from './side';

/** Indexes of the elements an instance stands in or at in one of its graphs: what lives there, and the gateways its tokens have come to. */
export function standingIn(state: InstanceState, graphIndex: number, graph: Graph): readonly number[] {
  const found = new Set<number>();
  for (const live of Object.values(state.elements)) {
    if (live.graph === graphIndex) {
      found.add(live.element);
      for (const flow of Object.keys(live.joins ?? {})) {
        found.add(graph.flows[Number(flow)]?.target ?? live.element);
      }
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** Elements that tokens may still come to from there, event subprocesses that may yet begin included; what lies behind only by a way back. */
export function wayAhead(graph: Graph, standing: readonly number[]): ReadonlySet<number> {
  const found = new Set<number>();
  const open = standing.flatMap((index) => [...outOf(graph, index), ...mayBegin(graph, index)]);
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (!found.has(at)) {
      found.add(at);
      open.push(...outOf(graph, at), ...mayBegin(graph, at), ...startsOf(graph, at));
    }
  }
  return found;
}

function outOf(graph: Graph, index: number): readonly number[] {
  const element = graph.elements[index];
  if (element === undefined) {
    return [];
  }
  const next = element.outgoing.flatMap((flow) => graph.flows[flow]?.target ?? []);
  return [...next, ...element.boundaries, ...(element.compensation === undefined ? [] : [element.compensation])];
}

/** Inside a running scope without a token of its own: event subprocesses, and what people may begin. */
function mayBegin(graph: Graph, index: number): readonly number[] {
  const element = graph.elements[index];
  if (element === undefined || !('eventSubProcesses' in element)) {
    return [];
  }
  return [...element.eventSubProcesses, ...(element.type === 'adHocSubProcess' ? element.adHoc.activities : [])];
}

function startsOf(graph: Graph, index: number): readonly number[] {
  const element = graph.elements[index];
  return element !== undefined && 'starts' in element ? element.starts : [];
}
