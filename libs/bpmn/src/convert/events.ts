import type { ModdleElement } from 'bpmn-moddle';
import { elementOf, elementsOf, flagOf, textOf } from '../moddle/access';
import { changed, extensionFor, mapped, put, unmappable, type Converting } from './converting';
import { attributeFor } from './expressions';
import { take, type Words } from './words';

/** Names of messages and signals, correlation of what waits, and what a condition watches. */
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
  const value = textOf(element, 'name') ?? '';
  if (!/[#$]\{/.test(value)) {
    return;
  }
  if (element.$type === 'bpmn:Message') {
    unmappable(converting, element, 'name', value, {
      vi: `Tên thư «${value}» phải cố định. Đặt tên chung, và đưa phần thay đổi vào khóa ghép (correlationKey).`,
      en: `The message name "${value}" must be fixed. Give one name, and put what changes into the correlation key.`,
    });
    return;
  }
  const name = attributeFor(converting, element, { what: 'name', value });
  if (name !== undefined) {
    put(element, 'name', name);
    mapped(converting, element, 'name', name);
  }
}

/** Which variables wake the condition need not be said: it is asked again when one that it reads changes. */
function filter(converting: Converting, words: Words): void {
  for (const word of [take(words, 'variableName'), take(words, 'variableEvents')].filter((given) => given !== undefined)) {
    changed(converting, words.element, word.what, '', {
      vi: 'Điều kiện tự được xét lại mỗi khi một biến mà nó đọc thay đổi; không cần khai báo.',
      en: 'The condition is asked again whenever a variable that it reads changes; nothing needs to be said.',
    });
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
    vi: `Thư «${textOf(message, 'name') ?? String(message.id)}» nay tìm người nhận theo biến «businessKey» (mã hồ sơ). Đặt biến này khi khởi tạo, hoặc sửa khóa cho đúng cách ghép của hệ thống cũ.`,
    en: `The message "${textOf(message, 'name') ?? String(message.id)}" now finds its receiver by the variable "businessKey". Set that variable at the start, or change the key to what the old system correlated by.`,
  });
}
