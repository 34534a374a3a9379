import type { ModdleElement } from 'bpmn-moddle';
import { refuse } from '../drawing/place';
import { elementOf, elementsOf, flagOf, textOf } from '../moddle/access';
import type { Refusal } from '../refusal';
import { allOf, isA, placeOf } from './model';
import type { Rule } from './rule';

/** Pools may stand for at least one participant, a public process does not run, and conversations keep to their own kind. */
export const collaboration: Rule = (drawing) => [
  ...allOf(drawing, 'bpmn:ParticipantMultiplicity').flatMap(checkMultiplicity),
  ...allOf(drawing, 'bpmn:Collaboration').flatMap(checkCollaboration),
  ...allOf(drawing, 'bpmn:Process')
    .filter((element) => textOf(element, 'processType') === 'Public')
    .map((element) => refuse('process-public', { element, below: '@processType' })),
];

function checkMultiplicity(multiplicity: ModdleElement): readonly Refusal[] {
  const [minimum, maximum] = [Number(multiplicity['minimum']), Number(multiplicity['maximum'])];
  const reasons = [...(minimum < 0 ? ['minimum'] : []), ...(maximum < 1 || maximum < minimum ? ['maximum'] : [])];
  const place = placeOf(multiplicity);
  return reasons.map((reason) => refuse('multiplicity-invalid', place, { reason, minimum, maximum }));
}

function checkCollaboration(element: ModdleElement): readonly Refusal[] {
  const choreographies = elementsOf(element, 'choreographyRef');
  const own = isA(element, 'bpmn:Choreography', 'bpmn:GlobalConversation');
  const closed = (one: ModdleElement): boolean => flagOf(one, 'isClosed') === true;
  const content = ['conversations', 'artifacts', 'conversationLinks'].flatMap((name) => elementsOf(element, name));
  const full = content.length > 0 || elementOf(element, 'conversationAssociations') !== undefined;
  const reasons = [
    ...(own && choreographies.length > 0 ? ['choreography-reference'] : []),
    ...(isA(element, 'bpmn:GlobalConversation') && full ? ['global-conversation'] : []),
    ...(choreographies.some((one) => closed(one) !== closed(element)) ? ['closed-differs'] : []),
  ];
  return reasons.map((reason) => refuse('collaboration-invalid', { element }, { reason }));
}
