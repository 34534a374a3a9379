import type { ModdleElement } from 'bpmn-moddle';
import { refuse } from '../drawing/place';
import { elementOf } from '../moddle/access';
import type { Refusal } from '../refusal';
import { eachElement, enclosing, isA, kindsOf } from './model';

/** A message flow is a picture of a correlation: it joins two pools, and leads from a sender to a receiver. */
export const messageFlow = eachElement('bpmn:MessageFlow', (flow) => {
  const [source, target] = [elementOf(flow, 'sourceRef'), elementOf(flow, 'targetRef')];
  if (source === undefined || target === undefined) {
    return [wrong(flow, 'end-missing')];
  }
  const [from, to] = [poolOf(source), poolOf(target)];
  return [...(from !== undefined && from === to ? ['same-pool'] : []), ...wrongSource(source), ...wrongTarget(target)].map((reason) =>
    wrong(flow, reason),
  );
});

function wrong(flow: ModdleElement, reason: string): Refusal {
  return refuse('message-flow-wrong', { element: flow }, { reason });
}

function wrongSource(source: ModdleElement): readonly string[] {
  return [
    ...(isA(source, 'bpmn:Artifact') ? ['source-artifact'] : []),
    ...(isA(source, 'bpmn:StartEvent') ? ['source-start'] : []),
    ...(isA(source, 'bpmn:IntermediateCatchEvent', 'bpmn:BoundaryEvent') ? ['source-catches'] : []),
    ...(isA(source, 'bpmn:EndEvent') && !kindsOf(source).includes('message') ? ['source-end'] : []),
  ];
}

function wrongTarget(target: ModdleElement): readonly string[] {
  return [
    ...(isA(target, 'bpmn:Artifact') ? ['target-artifact'] : []),
    ...(isA(target, 'bpmn:EndEvent') ? ['target-end'] : []),
    ...(isA(target, 'bpmn:IntermediateThrowEvent') ? ['target-throws'] : []),
    ...(isA(target, 'bpmn:StartEvent') && !kindsOf(target).includes('message') ? ['target-start'] : []),
  ];
}

/** The process behind a participant or around an element; the participant itself when it is a black box. */
function poolOf(element: ModdleElement): ModdleElement | undefined {
  return isA(element, 'bpmn:Participant') ? (elementOf(element, 'processRef') ?? element) : enclosing(element, 'bpmn:Process');
}
