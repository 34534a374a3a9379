import type { ModdleElement } from 'bpmn-moddle';
import { eventDefinitionsOf } from '../drawing/draw';
import { refuse } from '../drawing/place';
import { elementOf, elementsOf } from '../moddle/access';
import type { Refusal } from '../refusal';
import type { Rule } from './rule';

const ENDS = /^bpmn:(Participant|\w*Task|CallActivity|\w*SubProcess|\w*Event)$/;

/** A message flow is a picture of a correlation: it joins two pools, and leads from a sender to a receiver. */
export const messageFlow: Rule = (drawing) =>
  elementsOf(drawing.root, 'rootElements')
    .flatMap((root) => elementsOf(root, 'messageFlows'))
    .flatMap((flow) => checkFlow(flow));

function checkFlow(flow: ModdleElement): readonly Refusal[] {
  const [source, target] = [elementOf(flow, 'sourceRef'), elementOf(flow, 'targetRef')];
  const wrong = (reason: string): Refusal => refuse('message-flow-wrong', { element: flow }, { reason });
  if (source === undefined || target === undefined) {
    return [wrong('end-missing')];
  }
  const [from, to] = [poolOf(source), poolOf(target)];
  return [
    ...(ENDS.test(source.$type) && ENDS.test(target.$type) ? [] : [wrong('end-cannot-communicate')]),
    ...(from !== undefined && from === to ? [wrong('same-pool')] : []),
    ...(source.$type === 'bpmn:StartEvent' || (source.$type === 'bpmn:EndEvent' && !hasMessage(source))
      ? [wrong('source-sends-nothing')]
      : []),
    ...(target.$type === 'bpmn:EndEvent' || (target.$type === 'bpmn:StartEvent' && !hasMessage(target))
      ? [wrong('target-receives-nothing')]
      : []),
  ];
}

/** The process behind a participant or around an element; the participant itself when it is a black box. */
function poolOf(element: ModdleElement): ModdleElement | undefined {
  if (element.$type === 'bpmn:Participant') {
    return elementOf(element, 'processRef') ?? element;
  }
  return element.$type === 'bpmn:Process' || element.$parent === undefined ? element : poolOf(element.$parent);
}

function hasMessage(event: ModdleElement): boolean {
  return eventDefinitionsOf(event).some((definition) => definition.$type === 'bpmn:MessageEventDefinition');
}
