import { addExtension, changed, mapped, unmappable, type Converting } from './converting';
import { take, type Word, type Words } from './words';

const BINDINGS: Readonly<Record<string, string>> = { latest: 'latest', deployment: 'deployment', versionTag: 'versionTag' };

/** A business rule task that names its decision. */
export function convertDecision(converting: Converting, words: Words): void {
  const reference = words.element.$type === 'bpmn:BusinessRuleTask' ? take(words, 'decisionRef') : undefined;
  if (reference !== undefined) {
    decide(converting, words, reference);
  }
}

/** Writes `zeebe:calledDecision` for a decision named by a word, with its result variable and binding. */
export function decide(converting: Converting, words: Words, reference: Word): void {
  const { element } = words;
  const result = take(words, 'resultVariable') ?? take(words, 'resultVariableName');
  const shape = take(words, 'mapDecisionResult');
  const binding = bindingOf(converting, words, 'decisionRef');
  if (!/^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(reference.value)) {
    unmappable(converting, element, reference.what, reference.value, {
      vi: `Bảng quyết định «${reference.value}» được chọn lúc chạy. Ghi rõ mã bảng quyết định.`,
      en: `The decision "${reference.value}" is chosen while running. Name the decision.`,
    });
    return;
  }
  const resultVariable = result?.value ?? 'decisionResult';
  addExtension(converting, element, 'zeebe:CalledDecision', { decisionId: reference.value, resultVariable, ...binding });
  const became = `zeebe:calledDecision decisionId="${reference.value}" resultVariable="${resultVariable}"`;
  if (result !== undefined && (shape?.value === 'singleEntry' || shape?.value === 'singleResult')) {
    mapped(converting, element, reference.what, became);
    return;
  }
  changed(converting, element, shape?.what ?? reference.what, became, {
    vi: `Kết quả nằm trong biến «${resultVariable}»: một giá trị khi bảng có một cột kết quả, một bản ghi khi có nhiều cột, một danh sách khi bảng gom nhiều dòng. Xem lại biểu thức đọc biến này.`,
    en: `The result is in "${resultVariable}": a value when the table has one output, a record when it has several, a list when it collects rows. Look at the expressions that read it.`,
  });
}

/** `…Binding`, `…Version`, `…VersionTag` as zeebe attributes. */
export function bindingOf(converting: Converting, words: Words, prefix: string): Readonly<Record<string, string>> {
  const written = take(words, `${prefix}Binding`);
  const version = take(words, `${prefix}Version`);
  const tag = take(words, `${prefix}VersionTag`);
  const bindingType = written === undefined ? undefined : BINDINGS[written.value];
  if (written !== undefined && bindingType === undefined) {
    unmappable(converting, words.element, written.what, `${written.value} ${version?.value ?? ''}`.trim(), {
      vi: 'Ở đây không gọi theo số phiên bản: chọn «cùng lần ban hành», «mới nhất» hoặc nhãn phiên bản.',
      en: 'Version numbers are not called here: choose the same deployment, the latest, or a version tag.',
    });
    return {};
  }
  return {
    ...(bindingType === undefined ? {} : { bindingType }),
    ...(tag === undefined ? {} : { versionTag: tag.value }),
  };
}
