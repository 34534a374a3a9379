import { refuse } from '../drawing/place';
import { elementsOf } from '../moddle/access';
import { definitionsOf, eachElement, idOf, isA, itemOf, sameItem } from './model';
import { elementOf } from '../moddle/access';

/** What a definition may refer to that carries data. */
const CARRIERS = ['messageRef', 'signalRef', 'errorRef', 'escalationRef'];
const CARRYING = [
  'bpmn:MessageEventDefinition',
  'bpmn:SignalEventDefinition',
  'bpmn:ErrorEventDefinition',
  'bpmn:EscalationEventDefinition',
];

/** An event that declares data declares one piece for each definition that carries some, and with the same item. */
export const eventData = eachElement('bpmn:Event', (element) => {
  const data = elementsOf(element, isA(element, 'bpmn:ThrowEvent') ? 'dataInputs' : 'dataOutputs');
  const carriers = definitionsOf(element).filter((definition) => isA(definition, ...CARRYING));
  if (data.length === 0 || carriers.length === 0) {
    return [];
  }
  if (data.length !== carriers.length) {
    return [refuse('event-data-invalid', { element }, { reason: 'count', data: data.length, definitions: carriers.length })];
  }
  const carried = carriers.map((definition) =>
    itemOf(CARRIERS.map((name) => elementOf(definition, name)).find((one) => one !== undefined)),
  );
  return data
    .filter((one, index) => carried[index] !== undefined && (itemOf(one) === undefined || !sameItem(itemOf(one), carried[index])))
    .map((one) => refuse('event-data-invalid', { element }, { reason: 'item', value: idOf(one) }));
});
