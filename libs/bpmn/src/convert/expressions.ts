import type { ModdleElement } from 'bpmn-moddle';
import { elementOf, textOf } from '../moddle/access';
import { changed, make, mapped, put, unmappable, type Converting, type Sentence } from './converting';
import { feelOfJuel, type Feel } from './juel/feel-of-juel';
import type { JuelReason } from './juel/juel';
import type { Word } from './words';

const REASONS: Readonly<Record<JuelReason, Sentence>> = {
  syntax: { vi: 'không đọc được biểu thức', en: 'the expression cannot be read' },
  'method-call': { vi: 'biểu thức gọi mã Java', en: 'the expression calls Java code' },
  'function-call': { vi: 'biểu thức gọi hàm của hệ thống cũ', en: 'the expression calls a function of the old engine' },
  'engine-object': { vi: 'biểu thức dùng đối tượng của hệ thống cũ', en: 'the expression reads an object of the old engine' },
  'computed-index': { vi: 'chỉ số trong ngoặc vuông là biểu thức', en: 'the index in brackets is computed' },
  name: { vi: 'tên biến không viết được trong FEEL', en: 'the variable name cannot be written in FEEL' },
  empty: { vi: 'biểu thức rỗng', en: 'the expression is empty' },
};

/** FEEL for a text in JUEL; undefined when there is none, which is reported then. */
export function feelFor(converting: Converting, element: ModdleElement, { what, value }: Word): Feel | undefined {
  const feel = feelOfJuel(value);
  if (feel.ok) {
    return feel.value;
  }
  const { vi, en } = REASONS[feel.error.reason];
  const { part } = feel.error;
  unmappable(converting, element, what, value, {
    vi: `«${what}»: ${vi} (${part}). Viết lại bằng FEEL, hoặc chuẩn bị giá trị trước bằng một biến.`,
    en: `"${what}": ${en} (${part}). Write it in FEEL, or prepare the value beforehand in a variable.`,
  });
  return undefined;
}

/** A zeebe attribute: plain text stays, an expression becomes `=FEEL`. */
export function attributeFor(converting: Converting, element: ModdleElement, word: Word): string | undefined {
  const feel = feelFor(converting, element, word);
  return feel === undefined ? undefined : (feel.constant ?? `=${feel.source}`);
}

/** Child expressions of BPMN elements, and whether a plain text in them is a value (a date) or must be a formula (a condition). */
const EXPRESSIONS: Readonly<Record<string, 'formula' | 'value'>> = {
  conditionExpression: 'formula',
  completionCondition: 'formula',
  loopCondition: 'formula',
  loopCardinality: 'formula',
  condition: 'formula',
  activationCondition: 'formula',
  timeDate: 'value',
  timeDuration: 'value',
  timeCycle: 'value',
};
const JUEL_LANGUAGE = /^(juel|uel|)$|java\.sun\.com|jcp\.org/i;

/** Puts FEEL where an element has child expressions in JUEL. */
export function convertExpressions(converting: Converting, element: ModdleElement): void {
  for (const [property, kind] of Object.entries(EXPRESSIONS)) {
    const written = elementOf(element, property);
    const source = textOf(written, 'body')?.trim();
    if (written !== undefined && source !== undefined) {
      const expression = formal(converting, element, property, written);
      convertBody(converting, { element, property, kind, expression, source });
    }
  }
}

/** Flowable and Activiti leave out `xsi:type`; what runs here must be a formal expression. */
function formal(converting: Converting, element: ModdleElement, property: string, written: ModdleElement): ModdleElement {
  if (written.$type === 'bpmn:FormalExpression') {
    return written;
  }
  const made = make(converting, element, 'bpmn:FormalExpression', { body: written['body'] });
  put(element, property, made);
  return made;
}

interface Place {
  readonly element: ModdleElement;
  readonly property: string;
  readonly kind: 'formula' | 'value';
  readonly expression: ModdleElement;
  readonly source: string;
}

function convertBody(converting: Converting, { element, property, kind, expression, source }: Place): void {
  const language = textOf(expression, 'language') ?? '';
  if (/feel/i.test(language) || source.startsWith('=')) {
    return;
  }
  if (!JUEL_LANGUAGE.test(language)) {
    unmappable(converting, element, property, source, {
      vi: `«${property}» viết bằng ${language}; hệ thống chỉ chạy FEEL. Viết lại bằng FEEL.`,
      en: `"${property}" is written in ${language}; only FEEL runs here. Write it in FEEL.`,
    });
    return;
  }
  const feel = feelFor(converting, element, { what: property, value: source });
  if (feel === undefined) {
    // The old text stays where it was, and says that it is not FEEL.
    put(expression, 'language', 'juel');
    return;
  }
  put(expression, 'language', undefined);
  if (feel.constant === undefined) {
    put(expression, 'body', `=${feel.source}`);
    mapped(converting, element, property, `=${feel.source}`);
  } else if (kind === 'formula') {
    plainFormula(converting, { element, property, kind, expression, source });
  } else if (property === 'timeCycle' && !/^R\d*\//.test(source)) {
    cron(converting, { element, property, kind, expression, source });
  }
}

/** A condition without `${}`: the old engines take `true`, `false` and numbers. */
function plainFormula(converting: Converting, { element, property, expression, source }: Place): void {
  if (/^(true|false|\d+)$/.test(source)) {
    put(expression, 'body', `=${source}`);
    mapped(converting, element, property, `=${source}`);
    return;
  }
  put(expression, 'language', 'juel');
  unmappable(converting, element, property, source, {
    vi: `«${property}» là chữ thường, không phải biểu thức. Viết điều kiện bằng FEEL.`,
    en: `"${property}" is plain text, not an expression. Write the condition in FEEL.`,
  });
}

/** Quartz cron with a year has seven fields; ours ends with the day of the week. */
function cron(converting: Converting, { element, property, expression, source }: Place): void {
  const fields = source.split(/\s+/);
  if (fields.length === 6 || (fields.length === 7 && fields[6] === '*')) {
    const six = fields.slice(0, 6).join(' ');
    put(expression, 'body', six);
    changed(converting, element, property, six, {
      vi: 'Lịch lặp dạng cron được giữ; giờ tính theo múi giờ Việt Nam (Asia/Ho_Chi_Minh).',
      en: 'The cron schedule is kept; hours are read in Vietnamese time (Asia/Ho_Chi_Minh).',
    });
    return;
  }
  unmappable(converting, element, property, source, {
    vi: `Lịch lặp «${source}» không đọc được. Viết theo ISO 8601 (R/PT24H) hoặc cron 6 trường.`,
    en: `The schedule "${source}" cannot be read. Write ISO 8601 (R/PT24H) or a cron of 6 fields.`,
  });
}
