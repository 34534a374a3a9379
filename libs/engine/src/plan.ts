import type { GraphElement, ProcessGraph } from '@thidua/bpmn';

/** A graph with the one index the engine needs besides: flows that end in a parallel join, by flow id. */
export interface Plan {
  readonly graph: ProcessGraph;
  readonly joinFlows: ReadonlyMap<string, number>;
}

const PLANS = new WeakMap<ProcessGraph, Plan>();

/** Graphs are frozen and cached by the runtime, so their plans are made once. */
export function planOf(graph: ProcessGraph): Plan {
  let plan = PLANS.get(graph);
  if (plan === undefined) {
    const joinFlows = new Map<string, number>();
    for (const flow of graph.flows) {
      if (isJoin(elementAt(graph, flow.target))) {
        joinFlows.set(flow.id, flow.index);
      }
    }
    plan = { graph, joinFlows };
    PLANS.set(graph, plan);
  }
  return plan;
}

export function isJoin(element: GraphElement): boolean {
  return element.type === 'parallelGateway' && element.incoming.length > 1;
}

export function elementAt(graph: ProcessGraph, index: number): GraphElement {
  const element = graph.elements[index];
  if (element === undefined) {
    throw new Error(`graph ${graph.processId} has no element ${index}`);
  }
  return element;
}

export function indexOf(graph: ProcessGraph, elementId: string): number {
  const index = graph.byId.get(elementId);
  if (index === undefined) {
    throw new Error(`graph ${graph.processId} has no element '${elementId}'`);
  }
  return index;
}
