import type { ModdleElement } from 'bpmn-moddle';
import { nodeAt, type DrawnFlow, type DrawnProcess } from '../drawing/drawing';
import { refuse } from '../drawing/place';
import { elementOf, elementsOf, flagOf } from '../moddle/access';
import type { Refusal } from '../refusal';
import { idOf, isA } from './model';
import type { Rule } from './rule';

const ENDS = { sourceRef: 'source', targetRef: 'target' } as const;

/**
 * Both ends of a flow are flow nodes in the flow's own pool and scope, the ids listed inside the elements agree with the flows,
 * and a token is handed on at once.
 */
export const flowEnds: Rule = (drawing) =>
  drawing.processes.flatMap((process) => [
    ...process.flows.flatMap((flow) => [...checkFlow(flow, process), ...checkImmediate(flow.element)]),
    ...process.nodes.flatMap((node) => [
      ...mismatches(node.element, 'incoming', 'targetRef'),
      ...mismatches(node.element, 'outgoing', 'sourceRef'),
    ]),
  ]);

function checkFlow(flow: DrawnFlow, process: DrawnProcess): readonly Refusal[] {
  // Place 0 is the process itself, which is no flow node.
  if (!flow.source || !flow.target) {
    return (['sourceRef', 'targetRef'] as const)
      .filter((end) => !flow[ENDS[end]])
      .map((end) => wrongEnd(flow.element, end, elementOf(flow.element, end)));
  }
  const scopes = [nodeAt(process, flow.source).scope, nodeAt(process, flow.target).scope];
  return scopes.every((scope) => scope === flow.scope) ? [] : [refuse('flow-crosses-scope', { element: flow.element })];
}

function wrongEnd(flow: ModdleElement, end: keyof typeof ENDS, found: ModdleElement | undefined): Refusal {
  const value = { value: idOf(found) };
  if (isA(found, 'bpmn:Artifact')) {
    return refuse('flow-touches-artifact', { element: flow }, { reason: ENDS[end], ...value });
  }
  return isA(found, 'bpmn:FlowNode')
    ? refuse('flow-leaves-pool', { element: flow }, value)
    : refuse('flow-end-missing', { element: flow }, { property: end, ...value });
}

function checkImmediate(flow: ModdleElement): readonly Refusal[] {
  return flagOf(flow, 'isImmediate') === false ? [refuse('flow-not-immediate', { element: flow, below: '@isImmediate' })] : [];
}

/** Flows an element lists in its own incoming or outgoing children although they end elsewhere. */
function mismatches(element: ModdleElement, list: 'incoming' | 'outgoing', end: 'targetRef' | 'sourceRef'): readonly Refusal[] {
  return elementsOf(element, list)
    .filter((flow) => elementOf(flow, end) !== element)
    .map((flow) => refuse('flow-end-mismatch', { element, below: list }, { flow: idOf(flow) }));
}
