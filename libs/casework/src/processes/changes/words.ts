import type { DefinitionView } from '@thidua/contract';
import type { ElementFacts } from '@thidua/runtime';

export type Change = DefinitionView['changes'][number];

/** What a change is told with besides the two diagrams. */
export interface Naming {
  /** Title of a kind of paper; the kind itself where nothing is known of it. */
  paper(kind: string): string;
  /** Name of an element of either diagram, with what it is: 'bước «Thẩm định»'. */
  element(id: string): string;
  /** What a condition asks, in words where it asks how a step ended: 'kết quả bước «Ký» là «Trả lại»'; else the expression in quotes. */
  condition(expression: string): string;
}

const NOUNS: Partial<Record<ElementFacts['type'], string>> = {
  startEvent: 'sự kiện bắt đầu',
  endEvent: 'sự kiện kết thúc',
  intermediateCatchEvent: 'sự kiện chờ',
  intermediateThrowEvent: 'sự kiện gửi',
  boundaryEvent: 'sự kiện ở biên',
  exclusiveGateway: 'cổng chọn một',
  parallelGateway: 'cổng song song',
  inclusiveGateway: 'cổng chọn nhiều',
  eventBasedGateway: 'cổng theo sự kiện',
  complexGateway: 'cổng phức hợp',
  subProcess: 'quy trình con',
  eventSubProcess: 'quy trình con theo sự kiện',
  adHocSubProcess: 'quy trình con tùy chọn',
  transaction: 'giao dịch',
};

/** What an element is called in a sentence. */
export function nounOf(type: ElementFacts['type']): string {
  return NOUNS[type] ?? 'bước';
}

/** 'bước «Thẩm định»'; an element without a name goes by its id. */
export function nameOf({ type, name, id }: Pick<ElementFacts, 'type' | 'name' | 'id'>): string {
  return `${nounOf(type)} ${quoted(name === '' ? id : name)}`;
}

export function quoted(text: string): string {
  return `«${text}»`;
}

export function capital(text: string): string {
  return `${text.charAt(0).toLocaleUpperCase('vi')}${text.slice(1)}`;
}

/** 'Biểu mẫu: thêm «x»', 'bỏ «x»' or '«x» → «y»'; nothing when both are the same. */
export function turned(what: string, before: string | null, after: string | null): readonly string[] {
  if (before === after) {
    return [];
  }
  if (before === null || after === null) {
    return [before === null ? `thêm ${what} ${quoted(after ?? '')}` : `bỏ ${what} ${quoted(before)}`];
  }
  return [`${what} ${quoted(before)} → ${quoted(after)}`];
}

/** What two lists have apart. */
export function apart(
  before: readonly string[],
  after: readonly string[],
): { readonly gone: readonly string[]; readonly come: readonly string[] } {
  return { gone: before.filter((one) => !after.includes(one)), come: after.filter((one) => !before.includes(one)) };
}
