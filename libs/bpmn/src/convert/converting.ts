import type { ModdleElement } from 'bpmn-moddle';
import { elementOf, elementsOf } from '../moddle/access';
import type { Dialect } from '../moddle/dialect';
import type { Read } from '../moddle/parse';
import type { ConversionKind, ConversionLine, ConvertedForm } from './conversion';

/** One conversion under way: the tree being rewritten and what was said about it. */
export interface Converting {
  readonly moddle: Read['moddle'];
  readonly root: ModdleElement;
  readonly prefixes: ReadonlyMap<string, Dialect>;
  /** References to things the file does not declare, where the old engines read the name itself: by element, then property. */
  readonly dangling: ReadonlyMap<ModdleElement, Readonly<Record<string, string>>>;
  /** Elements that become another type: old → new. */
  readonly retyped: Map<ModdleElement, ModdleElement>;
  readonly lines: ConversionLine[];
  readonly forms: ConvertedForm[];
}

export interface Sentence {
  readonly vi: string;
  readonly en: string;
}

/** The word means the same here. */
export function mapped(converting: Converting, element: ModdleElement, what: string, became: string): void {
  const sentence =
    became === ''
      ? { vi: `«${what}» không còn cần ở đây, bỏ đi không đổi nghĩa.`, en: `"${what}" is not needed here; leaving it out changes nothing.` }
      : { vi: `«${what}» được viết thành «${became}».`, en: `"${what}" is written as "${became}".` };
  say(converting, element, { what, became, kind: 'mapped', ...sentence });
}

/** The word means nearly the same, or is left out without harm: a person should read why. */
export function changed(converting: Converting, element: ModdleElement, what: string, became: string, sentence: Sentence): void {
  say(converting, element, { what, became, kind: 'changed-meaning', ...sentence });
}

/** The word has no meaning here: it stays as a mark on its element, and the diagram is refused until somebody settled it. */
export function unmappable(converting: Converting, element: ModdleElement, what: string, value: string, sentence: Sentence): void {
  addExtension(converting, holderOf(element), 'thidua:Unmapped', { what, value: value.slice(0, 2000) });
  say(converting, element, { what, became: '', kind: 'not-mappable', ...sentence });
}

function say(
  converting: Converting,
  element: ModdleElement,
  line: { readonly kind: ConversionKind } & Omit<ConversionLine, 'elementId' | 'elementType'>,
): void {
  const named = nearestNamed(element);
  converting.lines.push({ elementId: named.id ?? '', elementType: named.$type, ...line });
}

/** Shapes and expressions hold no extension elements; what encloses them does. */
function holderOf(element: ModdleElement): ModdleElement {
  let holder = element;
  while (!holder.$type.startsWith('bpmn:') || /Expression$/.test(holder.$type)) {
    holder = parentOf(holder);
  }
  return holder;
}

function nearestNamed(element: ModdleElement): ModdleElement {
  let named = element;
  while (named.id === undefined && parentOf(named) !== named) {
    named = parentOf(named);
  }
  return named;
}

/** What encloses an element; the root encloses itself. */
export function parentOf(element: ModdleElement): ModdleElement {
  return element.$parent ?? element;
}

/** Sets a property of a moddle element, or takes it away. */
export function put(element: ModdleElement, name: string, value: unknown): void {
  if (value === undefined) {
    Reflect.deleteProperty(element, name);
  } else {
    Reflect.set(element, name, value);
  }
}

/** A new element inside another. */
export function make(
  converting: Converting,
  parent: ModdleElement,
  type: string,
  properties: Readonly<Record<string, unknown>>,
): ModdleElement {
  const made = converting.moddle.create(type, properties);
  put(made, '$parent', parent);
  return made;
}

/** Adds an extension element with text attributes. */
export function addExtension(
  converting: Converting,
  element: ModdleElement,
  type: string,
  attributes: Readonly<Record<string, string | boolean>> = {},
): ModdleElement {
  let holder = elementOf(element, 'extensionElements');
  if (holder === undefined) {
    holder = make(converting, element, 'bpmn:ExtensionElements', { values: [] });
    put(element, 'extensionElements', holder);
  }
  const extension = make(converting, holder, type, attributes);
  put(holder, 'values', [...elementsOf(holder, 'values'), extension]);
  return extension;
}

/** The extension of a type that an element already has, or a new one. */
export function extensionFor(converting: Converting, element: ModdleElement, type: string): ModdleElement {
  const holder = elementOf(element, 'extensionElements');
  return elementsOf(holder, 'values').find((candidate) => candidate.$type === type) ?? addExtension(converting, element, type);
}

/** Adds a child to a list property of an extension, such as `inputParameters`. */
export function addPart(
  converting: Converting,
  extension: ModdleElement,
  list: string,
  type: string,
  attributes: Readonly<Record<string, string>>,
): void {
  put(extension, list, [...elementsOf(extension, list), make(converting, extension, type, attributes)]);
}
