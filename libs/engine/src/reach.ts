import type { GraphElement, ProcessGraph } from '@thidua/bpmn';
import { elementAt } from './plan';
import { must } from './must';

/** For one gateway: per incoming flow the elements from which a token can still come to that flow, not through the gateway itself. */
export type Reach = ReadonlyMap<number, ReadonlySet<number>>;

const REACHES = new WeakMap<GraphElement, Reach>();

/** Computed once per gateway of a version. A boundary event is a way out of its activity. */
export function reachOf(graph: ProcessGraph, gateway: GraphElement): Reach {
  let reach = REACHES.get(gateway);
  // Stryker disable next-line ConditionalExpression: making it again only costs time
  if (reach === undefined) {
    reach = new Map(gateway.incoming.map((flow) => [flow, sourcesOf(graph, flow, gateway.index)]));
    REACHES.set(gateway, reach);
  }
  return reach;
}

function sourcesOf(graph: ProcessGraph, flow: number, gateway: number): ReadonlySet<number> {
  const found = new Set<number>();
  const open = [sourceOf(graph, flow)];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at !== gateway && !found.has(at)) {
      found.add(at);
      const element = elementAt(graph, at);
      open.push(...element.incoming.map((incoming) => sourceOf(graph, incoming)));
      if (element.type === 'boundaryEvent') {
        open.push(element.attachedTo);
      }
    }
  }
  return found;
}

function sourceOf(graph: ProcessGraph, flow: number): number {
  return must(graph.flows[flow], 'flow', flow).source;
}
