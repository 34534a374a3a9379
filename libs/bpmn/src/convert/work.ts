import type { ModdleElement } from 'bpmn-moddle';
import { textOf } from '../moddle/access';
import { addExtension, changed, mapped, parentOf, put, unmappable, type Converting } from './converting';
import { decide } from './decision';
import { attributeFor } from './expressions';
import { feelOfJuel } from './juel/feel-of-juel';
import { retype } from './retype';
import { bodyOf, partsOf, take, takeChildren, type Word, type Words } from './words';

const WORKERS = ['bpmn:ServiceTask', 'bpmn:SendTask', 'bpmn:BusinessRuleTask', 'bpmn:MessageEventDefinition'];
const CODE = ['class', 'delegateExpression', 'expression'];

/** How a service-like element does its work: an external topic becomes a job; code of the old engine has no meaning here. */
export function convertWork(converting: Converting, words: Words): Words {
  if (!WORKERS.includes(words.element.$type)) {
    return words;
  }
  const type = take(words, 'type');
  const topic = take(words, 'topic');
  if (topic !== undefined) {
    job(converting, words, topic);
    return words;
  }
  if (type?.value === 'dmn') {
    return decisionTask(converting, words, type);
  }
  if (type !== undefined) {
    unmappable(converting, words.element, type.what, type.value, {
      vi: `Kiểu công việc «${type.value}» của hệ thống cũ không có ở đây. Chọn một công việc của hệ thống (thư điện tử, văn bản, gửi kết quả…).`,
      en: `The built-in work "${type.value}" of the old engine does not exist here. Choose a job of this system (mail, paper, sending results…).`,
    });
  }
  return code(converting, words);
}

function job(converting: Converting, words: Words, topic: Word): void {
  // A message event carries the words of its definition, but the job stands on the event.
  const element = workerOf(words.element);
  const value = attributeFor(converting, words.element, topic);
  const retries = retriesOf(converting, words);
  if (value !== undefined) {
    addExtension(converting, element, 'zeebe:TaskDefinition', { type: value, ...(retries === undefined ? {} : { retries }) });
    mapped(converting, element, topic.what, `zeebe:taskDefinition type="${value}"`);
  }
}

function workerOf(element: ModdleElement): ModdleElement {
  return element.$type === 'bpmn:MessageEventDefinition' ? parentOf(element) : element;
}

/** `R3/PT10M`: three attempts. How long lies between them is not the diagram's to say here. */
function retriesOf(converting: Converting, words: Words): string | undefined {
  const [cycle] = takeChildren(words, 'failedJobRetryTimeCycle');
  const text = bodyOf(cycle);
  const retries = /^R(\d{1,2})\//.exec(text)?.[1] ?? (text === '' ? undefined : '3');
  if (cycle !== undefined && retries !== undefined) {
    changed(converting, words.element, cycle.$type, `retries="${retries}"`, {
      vi: `Số lần thử được giữ (${retries}); khoảng cách giữa các lần do hệ thống định.`,
      en: `The number of attempts is kept (${retries}); the time between them is set by the system.`,
    });
  }
  return retries;
}

/** Flowable draws a decision as a service task of type `dmn`; here it is a business rule task. */
function decisionTask(converting: Converting, words: Words, type: Word): Words {
  const fields = takeChildren(words, 'field');
  const key = fields.find((field) => textOf(field, 'name') === 'decisionTableReferenceKey');
  const decisionId = textOf(key, 'stringValue') ?? bodyOf(partsOf(key ?? words.element, 'string')[0]);
  const element = retype(converting, words.element, 'bpmn:BusinessRuleTask', ['implementation', 'operationRef']);
  changed(converting, element, type.what, 'bpmn:businessRuleTask', {
    vi: 'Bước quyết định của Flowable được vẽ lại thành bước quy tắc nghiệp vụ.',
    en: "Flowable's decision task is drawn as a business rule task.",
  });
  const retyped: Words = { ...words, element };
  decide(converting, retyped, { what: key?.$type ?? type.what, value: decisionId });
  return retyped;
}

function code(converting: Converting, words: Words): Words {
  let current = words;
  for (const name of CODE) {
    const word = take(current, name);
    if (word !== undefined) {
      current = name === 'expression' ? expression(converting, current, word) : javaCode(converting, current, word);
    }
  }
  return current;
}

function javaCode(converting: Converting, words: Words, { what, value }: Word): Words {
  unmappable(converting, words.element, what, value, {
    vi: `Mã Java «${value}» không chạy được ở đây. Chọn công việc của hệ thống (zeebe:taskDefinition) hoặc bỏ bước này.`,
    en: `The Java code "${value}" cannot run here. Choose a job of this system (zeebe:taskDefinition), or remove the step.`,
  });
  return words;
}

/** `${a + b}` with a result variable is a computation: a script task in FEEL says the same. */
function expression(converting: Converting, words: Words, word: Word): Words {
  const feel = feelOfJuel(word.value);
  const result = words.attributes.get('resultVariable') ?? words.attributes.get('resultVariableName');
  if (!feel.ok || feel.value.constant !== undefined || result === undefined || words.element.$type !== 'bpmn:ServiceTask') {
    return javaCode(converting, words, word);
  }
  take(words, 'resultVariable');
  take(words, 'resultVariableName');
  const element = retype(converting, words.element, 'bpmn:ScriptTask', ['implementation', 'operationRef']);
  const source = `=${feel.value.source}`;
  put(addExtension(converting, element, 'zeebe:Script', { expression: source }), 'resultVariable', result.value);
  changed(converting, element, word.what, `bpmn:scriptTask zeebe:script expression="${source}"`, {
    vi: 'Bước dịch vụ chỉ tính một giá trị nên được vẽ lại thành bước tính toán bằng FEEL.',
    en: 'The service task only computes a value, so it is drawn as a script task in FEEL.',
  });
  return { ...words, element };
}
