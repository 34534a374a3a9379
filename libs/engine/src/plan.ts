import type { CatchTrigger, GraphElement, ProcessGraph } from '@thidua/bpmn';
import { must } from './must';

/** A graph with the indexes the engine needs besides, made once per version. */
export interface Plan {
  readonly graph: ProcessGraph;
  /** Flows whose tokens are counted (they end in a join, or where several tokens start an activity), by flow id. */
  readonly joinFlows: ReadonlyMap<string, number>;
  /** Gateways that must be asked again when a token elsewhere moves (inclusive and complex joins), by scope index. */
  readonly merges: ReadonlyMap<number, readonly GraphElement[]>;
  /** Start event of the compensation event subprocess, by index of the scope that has one. */
  readonly compensationStarts: ReadonlyMap<number, GraphElement>;
  /** Start events of event subprocesses, by index of the scope those lie in. */
  readonly eventStarts: ReadonlyMap<number, readonly GraphElement[]>;
  /** Whether anything in it can be undone; if not, nothing of what is completed needs to be kept. */
  readonly compensates: boolean;
  /** Whether it has an ad-hoc subprocess, which must be asked after each activity. */
  readonly adHoc: boolean;
}

const PLANS = new WeakMap<ProcessGraph, Plan>();

/** Graphs are frozen and cached by the runtime, so their plans are made once. */
export function planOf(graph: ProcessGraph): Plan {
  let plan = PLANS.get(graph);
  if (plan === undefined) {
    plan = makePlan(graph);
    PLANS.set(graph, plan);
  }
  return plan;
}

function makePlan(graph: ProcessGraph): Plan {
  const compensationStarts = compensationStartsOf(graph);
  return {
    graph,
    joinFlows: joinFlowsOf(graph),
    merges: mergesOf(graph),
    compensationStarts,
    eventStarts: eventStartsOf(graph),
    compensates: compensationStarts.size > 0 || graph.elements.some(({ compensation }) => compensation !== undefined),
    adHoc: graph.elements.some(({ type }) => type === 'adHocSubProcess'),
  };
}

export function isJoin(element: GraphElement): boolean {
  return element.startQuantity !== undefined || (element.incoming.length > 1 && (element.type === 'parallelGateway' || isMerge(element)));
}

/** Whether the join also looks at tokens that have not arrived yet. */
export function isMerge(element: GraphElement): boolean {
  return element.incoming.length > 1 && (element.type === 'inclusiveGateway' || element.type === 'complexGateway');
}

/** What an element waits for; nothing for one that does not catch. */
export function triggersOf(element: GraphElement): readonly CatchTrigger[] {
  return 'triggers' in element ? element.triggers : [];
}

export function elementAt(graph: ProcessGraph, index: number): GraphElement {
  return must(graph.elements[index], 'element', index);
}

export function indexOf(graph: ProcessGraph, elementId: string): number {
  return must(graph.byId.get(elementId), 'element', elementId);
}

function joinFlowsOf(graph: ProcessGraph): ReadonlyMap<string, number> {
  const joined = graph.flows.filter((flow) => isJoin(elementAt(graph, flow.target)));
  return new Map(joined.map((flow) => [flow.id, flow.index]));
}

function mergesOf(graph: ProcessGraph): ReadonlyMap<number, readonly GraphElement[]> {
  const merges = new Map<number, GraphElement[]>();
  for (const element of graph.elements.filter(isMerge)) {
    merges.set(element.scope, [...(merges.get(element.scope) ?? []), element]);
  }
  return merges;
}

function eventStartsOf(graph: ProcessGraph): ReadonlyMap<number, readonly GraphElement[]> {
  const starts = new Map<number, GraphElement[]>();
  for (const element of graph.elements.filter(({ type }) => type === 'startEvent')) {
    const around = elementAt(graph, element.scope);
    if (around.type === 'eventSubProcess') {
      starts.set(around.scope, [...(starts.get(around.scope) ?? []), element]);
    }
  }
  return starts;
}

function compensationStartsOf(graph: ProcessGraph): ReadonlyMap<number, GraphElement> {
  const starts = new Map<number, GraphElement>();
  for (const element of graph.elements) {
    if (element.type === 'startEvent' && element.triggers.some(({ kind }) => kind === 'compensation')) {
      // The start lies in an event subprocess, which lies in the scope.
      starts.set(elementAt(graph, element.scope).scope, element);
    }
  }
  return starts;
}
