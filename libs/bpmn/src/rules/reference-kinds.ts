import type { ModdleElement } from 'bpmn-moddle';
import { refuse } from '../drawing/place';
import { isElement } from '../moddle/access';
import type { Refusal } from '../refusal';
import { allOf, idOf, isA, placeOf } from './model';
import type { Rule } from './rule';

/** Holder, property, and what the reference must lead to. Ends of sequence flows, and flows an element lists, are looked at by `flow-ends`. */
const EXPECTED: readonly (readonly [holder: string, property: string, expected: string])[] = [
  ['bpmn:MessageFlow', 'messageRef', 'bpmn:Message'],
  ['bpmn:MessageFlow', 'sourceRef', 'bpmn:InteractionNode'],
  ['bpmn:MessageFlow', 'targetRef', 'bpmn:InteractionNode'],
  ['bpmn:Message', 'itemRef', 'bpmn:ItemDefinition'],
  ['bpmn:FlowNode', 'default', 'bpmn:SequenceFlow'],
  ['bpmn:Participant', 'interfaceRef', 'bpmn:Interface'],
  ['bpmn:Participant', 'processRef', 'bpmn:Process'],
  ['bpmn:BaseElement', 'participantRef', 'bpmn:Participant'],
  ['bpmn:BaseElement', 'operationRef', 'bpmn:Operation'],
  ['bpmn:InputSet', 'dataInputRefs', 'bpmn:DataInput'],
  ['bpmn:OutputSet', 'dataOutputRefs', 'bpmn:DataOutput'],
  ['bpmn:DataAssociation', 'sourceRef', 'bpmn:ItemAwareElement'],
  ['bpmn:DataAssociation', 'targetRef', 'bpmn:ItemAwareElement'],
  ['bpmn:Event', 'eventDefinitionRef', 'bpmn:EventDefinition'],
  ['bpmn:BoundaryEvent', 'attachedToRef', 'bpmn:Activity'],
  ['bpmn:LinkEventDefinition', 'source', 'bpmn:LinkEventDefinition'],
  ['bpmn:LinkEventDefinition', 'target', 'bpmn:LinkEventDefinition'],
  ['bpmn:Process', 'definitionalCollaborationRef', 'bpmn:Collaboration'],
  ['bpmn:BaseElement', 'correlationPropertyRef', 'bpmn:CorrelationProperty'],
  ['bpmn:Operation', 'errorRef', 'bpmn:Error'],
  ['bpmn:Operation', 'inMessageRef', 'bpmn:Message'],
  ['bpmn:Operation', 'outMessageRef', 'bpmn:Message'],
  ['bpmn:Activity', 'messageRef', 'bpmn:Message'],
  ['bpmn:MessageEventDefinition', 'messageRef', 'bpmn:Message'],
  ['bpmn:SignalEventDefinition', 'signalRef', 'bpmn:Signal'],
  ['bpmn:ErrorEventDefinition', 'errorRef', 'bpmn:Error'],
  ['bpmn:EscalationEventDefinition', 'escalationRef', 'bpmn:Escalation'],
  ['bpmn:CompensateEventDefinition', 'activityRef', 'bpmn:Activity'],
  ['bpmn:DataObjectReference', 'dataObjectRef', 'bpmn:DataObject'],
  ['bpmn:ItemAwareElement', 'itemSubjectRef', 'bpmn:ItemDefinition'],
];

/** A reference leads to an element of the kind it is made for: a default flow is a flow, an operation an operation. */
export const referenceKinds: Rule = (drawing) =>
  EXPECTED.flatMap(([holder, property, expected]) =>
    allOf(drawing, holder).flatMap((element) =>
      targetsOf(element, property)
        // Message flows to annotations and groups have a sentence of their own.
        .filter((target) => !isA(target, expected) && !(holder === 'bpmn:MessageFlow' && isA(target, 'bpmn:Artifact')))
        .map((target) => wrongKind(element, property, expected, target)),
    ),
  );

function targetsOf(element: ModdleElement, property: string): readonly ModdleElement[] {
  const value = element[property];
  return (Array.isArray(value) ? (value as readonly unknown[]) : [value]).filter(isElement);
}

function wrongKind(element: ModdleElement, property: string, expected: string, target: ModdleElement): Refusal {
  const detail = {
    holder: element.$type,
    property,
    expected: expected.replace('bpmn:', ''),
    found: target.$type.replace('bpmn:', ''),
    value: idOf(target),
  };
  return refuse('reference-wrong-kind', placeOf(element, `@${property}`), detail);
}
