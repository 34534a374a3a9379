import type { GraphElement, GraphFlow } from '@thidua/bpmn';
import { isFault, type Fault } from './incidents';
import { elementAt, isMerge } from './plan';
import { emit, graphOf, pushToken, type Run } from './run';
import type { ElementInstance } from './state';
import { evaluateAt } from './variables';
import { must } from './must';

/** Which outgoing flows a completed element's token takes, in document order. */
export function chooseFlows(run: Run, node: ElementInstance, element: GraphElement): readonly number[] | Fault {
  if (element.type === 'parallelGateway' || !hasChoice(run, node, element)) {
    return element.outgoing;
  }
  return element.type === 'exclusiveGateway' ? firstTrue(run, node, element) : allTrue(run, node, element);
}

/** One token for each flow, or as many as the completion quantity says. */
export function takeFlows(run: Run, node: ElementInstance, element: GraphElement, flows: readonly number[]): void {
  const graph = graphOf(run, node.graph);
  for (const index of flows) {
    const flow = flowAt(graph.flows, index);
    const merges = isMerge(elementAt(graph, flow.target));
    for (let token = 0; token < (element.completionQuantity ?? 1); token += 1) {
      emit(run, { v: 1, type: 'flow-taken', scope: node.parent, flow: flow.id, graph: node.graph });
      // A token for an inclusive or complex join is counted in the state alone, and the gateway asked by `drain`.
      if (merges) {
        run.merging.add(node.parent);
      } else {
        pushToken(run, node.parent, node.graph, flow.target);
      }
    }
  }
}

function hasChoice(run: Run, node: ElementInstance, element: GraphElement): boolean {
  if (element.type === 'exclusiveGateway' && element.outgoing.length > 0) {
    return true;
  }
  const { flows } = graphOf(run, node.graph);
  for (const index of element.outgoing) {
    if (flowAt(flows, index).condition !== undefined) {
      return true;
    }
  }
  return false;
}

function firstTrue(run: Run, node: ElementInstance, element: GraphElement): readonly number[] | Fault {
  const { flows } = graphOf(run, node.graph);
  let fallback: number | undefined;
  for (const index of element.outgoing) {
    const flow = flowAt(flows, index);
    if (flow.isDefault) {
      fallback = index;
      continue;
    }
    const holds = conditionHolds(run, node, flow);
    if (isFault(holds)) {
      return holds;
    }
    if (holds) {
      return [index];
    }
  }
  return fallback === undefined ? noneChosen(element) : [fallback];
}

/** Conditional flows out of an activity or event: every one that holds, the default only when none does. */
function allTrue(run: Run, node: ElementInstance, element: GraphElement): readonly number[] | Fault {
  const { flows } = graphOf(run, node.graph);
  const taken: number[] = [];
  let fallback: number | undefined;
  for (const index of element.outgoing) {
    const flow = flowAt(flows, index);
    if (flow.isDefault) {
      fallback = index;
      continue;
    }
    const holds = conditionHolds(run, node, flow);
    if (isFault(holds)) {
      return holds;
    }
    if (holds) {
      taken.push(index);
    }
  }
  if (taken.length > 0) {
    return taken;
  }
  return fallback === undefined ? noneChosen(element) : [fallback];
}

function conditionHolds(run: Run, node: ElementInstance, flow: GraphFlow): boolean | Fault {
  if (flow.condition === undefined) {
    return true;
  }
  const value = evaluateAt(run, node.key, flow.condition);
  if (typeof value === 'boolean') {
    return value;
  }
  return { cause: 'condition-not-boolean', detail: `condition of flow '${flow.id}' gives no true or false: ${flow.condition.source}` };
}

function noneChosen(element: GraphElement): Fault {
  return { cause: 'no-flow-chosen', detail: `no condition holds after '${element.id}' and there is no default flow` };
}

function flowAt(flows: readonly GraphFlow[], index: number): GraphFlow {
  return must(flows[index], 'flow', index);
}
