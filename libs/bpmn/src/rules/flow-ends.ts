import type { ModdleElement } from 'bpmn-moddle';
import { nodeAt, type DrawnFlow, type DrawnProcess } from '../drawing/drawing';
import { refuse } from '../drawing/place';
import { elementOf, elementsOf } from '../moddle/access';
import type { Refusal } from '../refusal';
import type { Rule } from './rule';

/** Both ends of a flow exist, in the flow's own scope, and the ids listed inside the elements agree with the flows. */
export const flowEnds: Rule = (drawing) =>
  drawing.processes.flatMap((process) => [
    ...process.flows.flatMap((flow) => checkFlow(flow, process)),
    ...process.nodes.flatMap((node) => [
      ...mismatches(node.element, 'incoming', 'targetRef'),
      ...mismatches(node.element, 'outgoing', 'sourceRef'),
    ]),
  ]);

function checkFlow(flow: DrawnFlow, process: DrawnProcess): readonly Refusal[] {
  const place = { element: flow.element };
  if (flow.source === undefined || flow.target === undefined) {
    const missing = [...(flow.source === undefined ? ['sourceRef'] : []), ...(flow.target === undefined ? ['targetRef'] : [])];
    return [refuse('flow-end-missing', place, { missing })];
  }
  const scopes = [nodeAt(process, flow.source).scope, nodeAt(process, flow.target).scope];
  return scopes.every((scope) => scope === flow.scope) ? [] : [refuse('flow-crosses-scope', place)];
}

/** Flows an element lists in its own incoming or outgoing children although they end elsewhere. */
function mismatches(element: ModdleElement, list: 'incoming' | 'outgoing', end: 'targetRef' | 'sourceRef'): readonly Refusal[] {
  return elementsOf(element, list)
    .filter((flow) => elementOf(flow, end) !== element)
    .map((flow) => refuse('flow-end-mismatch', { element, below: list }, { flow: flow.id ?? '' }));
}
