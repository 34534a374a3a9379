import type { ModdleElement } from 'bpmn-moddle';
import { elementOf, elementsOf, flagOf, textOf } from '../moddle/access';
import { addExtension, changed, extensionFor, mapped, put, type Converting } from './converting';
import { attributeFor } from './expressions';
import { take, type Words } from './words';

/** Names of messages and signals, correlation of what waits, and the variables a condition watches. */
export function convertEvents(converting: Converting, words: Words): void {
  const { element } = words;
  if (/^bpmn:(Message|Signal)$/.test(element.$type)) {
    rename(converting, element);
  }
  if (element.$type === 'bpmn:ConditionalEventDefinition') {
    filter(converting, words);
  }
  const message = awaitedMessage(element);
  if (message !== undefined) {
    correlate(converting, element, message);
  }
}

function rename(converting: Converting, element: ModdleElement): void {
  const written = textOf(element, 'name') ?? '';
  if (/[#$]\{/.test(written)) {
    const name = attributeFor(converting, element, { what: 'name', value: written });
    if (name !== undefined) {
      put(element, 'name', name);
      mapped(converting, element, 'name', name);
    }
  }
}

function filter(converting: Converting, words: Words): void {
  const { element } = words;
  const [variable, events] = [take(words, 'variableName'), take(words, 'variableEvents')];
  const attributes = {
    ...(variable === undefined ? {} : { variableNames: variable.value }),
    ...(events === undefined ? {} : { variableEvents: events.value }),
  };
  for (const word of [variable, events].filter((given) => given !== undefined)) {
    mapped(converting, element, word.what, `zeebe:conditionalFilter "${word.value}"`);
  }
  if (Object.keys(attributes).length > 0) {
    addExtension(converting, element, 'zeebe:ConditionalFilter', attributes);
  }
}

/** The message an element waits for inside a running process; a start event of a process needs no key. */
function awaitedMessage(element: ModdleElement): ModdleElement | undefined {
  if (element.$type === 'bpmn:ReceiveTask') {
    return elementOf(element, 'messageRef');
  }
  const waits =
    /^bpmn:(IntermediateCatchEvent|BoundaryEvent)$/.test(element.$type) ||
    (element.$type === 'bpmn:StartEvent' && flagOf(element.$parent, 'triggeredByEvent') === true);
  const definition = elementsOf(element, 'eventDefinitions').find((one) => one.$type === 'bpmn:MessageEventDefinition');
  return waits ? elementOf(definition, 'messageRef') : undefined;
}

/**
 * The old engines find the receiver in the call that correlates, mostly by business key, and the diagram says nothing. Here a
 * receiver must say what it waits for; the business key, as a variable of that name, is the nearest reading.
 */
function correlate(converting: Converting, element: ModdleElement, message: ModdleElement): void {
  const subscription = extensionFor(converting, message, 'zeebe:Subscription');
  if (textOf(subscription, 'correlationKey') !== undefined) {
    return;
  }
  put(subscription, 'correlationKey', '=businessKey');
  changed(converting, element, 'messageRef', 'zeebe:subscription correlationKey="=businessKey"', {
    vi: `Thư «${textOf(message, 'name') ?? message.id ?? ''}» nay tìm người nhận theo biến «businessKey» (mã hồ sơ). Đặt biến này khi khởi tạo, hoặc sửa khóa cho đúng cách ghép của hệ thống cũ.`,
    en: `The message "${textOf(message, 'name') ?? message.id ?? ''}" now finds its receiver by the variable "businessKey". Set that variable at the start, or change the key to what the old system correlated by.`,
  });
}
