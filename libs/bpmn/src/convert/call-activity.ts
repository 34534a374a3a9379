import type { ModdleElement } from 'bpmn-moddle';
import { textOf } from '../moddle/access';
import { addExtension, changed, mapped, put, unmappable, type Converting } from './converting';
import { bindingOf } from './decision';
import { attributeFor, feelFor } from './expressions';
import { addMapping } from './io-mapping';
import { shown, take, takeChildren, type Words } from './words';

/** Which process is called, in which version, and what goes in and out. */
export function convertCall(converting: Converting, words: Words): void {
  const { element } = words;
  if (element.$type !== 'bpmn:CallActivity') {
    return;
  }
  const value = textOf(element, 'calledElement') ?? '';
  const processId = attributeFor(converting, element, { what: 'calledElement', value });
  const sameDeployment = take(words, 'sameDeployment');
  const binding = sameDeployment?.value === 'true' ? { bindingType: 'deployment' } : bindingOf(converting, words, 'calledElement');
  const ins = takeChildren(words, 'in');
  const outs = takeChildren(words, 'out');
  const returnsAll = outs.some((part) => textOf(part, 'variables') === 'all');
  const inherits = take(words, 'inheritVariables');
  if (inherits?.value === 'true') {
    mapped(converting, element, inherits.what, 'propagateAllParentVariables="true"');
  }
  const handsAll = inherits?.value === 'true' || ins.some((part) => textOf(part, 'variables') === 'all');
  for (const part of ins) {
    pass(converting, element, part, 'inputParameters');
  }
  for (const part of outs) {
    pass(converting, element, part, 'outputParameters');
  }
  if (processId === undefined || processId === '') {
    return;
  }
  put(element, 'calledElement', undefined);
  addExtension(converting, element, 'zeebe:CalledElement', {
    processId,
    ...binding,
    propagateAllParentVariables: handsAll,
    propagateAllChildVariables: returnsAll,
  });
  mapped(converting, element, 'calledElement', `zeebe:calledElement processId="${processId}"`);
}

/** One `in` or `out`: a variable, an expression, everything, or the business key. */
function pass(converting: Converting, element: ModdleElement, part: ModdleElement, list: 'inputParameters' | 'outputParameters'): void {
  const what = part.$type;
  if (textOf(part, 'variables') === 'all') {
    const word = list === 'inputParameters' ? 'propagateAllParentVariables' : 'propagateAllChildVariables';
    mapped(converting, element, `${what} variables="all"`, `${word}="true"`);
    return;
  }
  const key = textOf(part, 'businessKey');
  if (key !== undefined) {
    businessKey(converting, element, what, key);
    return;
  }
  const target = textOf(part, 'target');
  const source = textOf(part, 'source');
  const value = textOf(part, 'sourceExpression') ?? (source === undefined ? undefined : `\${${source}}`);
  if (target === undefined || value === undefined) {
    unmappable(converting, element, what, shown(part), {
      vi: 'Phép truyền biến thiếu nguồn hoặc đích. Bổ sung hoặc xóa.',
      en: 'The mapping lacks a source or a target. Complete or delete it.',
    });
    return;
  }
  const feel = feelFor(converting, element, { what, value });
  if (feel !== undefined) {
    addMapping(converting, element, list, { source: feel.source, target });
    mapped(converting, element, what, `source="=${feel.source}" target="${target}"`);
  }
}

function businessKey(converting: Converting, element: ModdleElement, what: string, value: string): void {
  if (/^[#$]\{\s*execution\.(processBusinessKey|businessKey)\s*\}$/.test(value)) {
    changed(converting, element, `${what} businessKey`, '', {
      vi: 'Mã hồ sơ của quy trình gọi tự đi theo quy trình được gọi; không cần khai báo.',
      en: "The caller's business key goes down to the called process by itself; nothing needs to be said.",
    });
    return;
  }
  unmappable(converting, element, `${what} businessKey`, value, {
    vi: 'Quy trình được gọi không thể có mã hồ sơ khác với quy trình gọi. Truyền giá trị này bằng một biến.',
    en: 'A called process cannot have another business key than its caller. Pass the value in a variable.',
  });
}
