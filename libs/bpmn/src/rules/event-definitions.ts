import type { ModdleElement } from 'bpmn-moddle';
import { refuse } from '../drawing/place';
import { elementOf, elementsOf } from '../moddle/access';
import type { Refusal } from '../refusal';
import { definitionsOf, eachElement, idOf, isA, written } from './model';

/**
 * What an event refers to is there: the message it sends or waits for, the code of the escalation it throws, the condition it
 * waits for. A definition that stands inside a throwing event belongs to that event alone.
 */
export const eventDefinitions = eachElement('bpmn:Event', (event) => [
  ...definitionsOf(event).flatMap((definition) => checkDefinition(event, definition)),
  ...elementsOf(event, 'eventDefinitionRef')
    .filter((definition) => isA(definition.$parent, 'bpmn:ThrowEvent'))
    .map((definition) =>
      refuse('event-definition-borrowed', { element: event, below: 'eventDefinitionRef' }, { owner: idOf(definition.$parent) }),
    ),
]);

function checkDefinition(event: ModdleElement, definition: ModdleElement): readonly Refusal[] {
  switch (definition.$type) {
    case 'bpmn:MessageEventDefinition':
      return elementOf(definition, 'messageRef') === undefined
        ? [refuse('message-missing', { element: event, below: 'messageEventDefinition/@messageRef' })]
        : [];
    case 'bpmn:EscalationEventDefinition':
      return isA(event, 'bpmn:ThrowEvent') && written(elementOf(definition, 'escalationRef'), 'escalationCode') === ''
        ? [refuse('escalation-code-missing', { element: event, below: 'escalationEventDefinition/@escalationRef' })]
        : [];
    case 'bpmn:ConditionalEventDefinition':
      return written(elementOf(definition, 'condition'), 'body') === ''
        ? [refuse('event-condition-missing', { element: event, below: 'conditionalEventDefinition/condition' })]
        : [];
    default:
      return [];
  }
}
