import type { ModdleElement } from 'bpmn-moddle';
import { elementOf, elementsOf, textOf } from '../moddle/access';
import type { Dialect } from '../moddle/dialect';
import { put, type Converting } from './converting';

/** An attribute of the other engine, taken off its element. */
export interface Word {
  /** As written: `camunda:assignee`. */
  readonly what: string;
  readonly value: string;
}

/** The other engine's words on one element. They have left the tree; each converter takes what it knows, the rest is reported. */
export interface Words {
  readonly element: ModdleElement;
  /** By local name. */
  readonly attributes: Map<string, Word>;
  readonly children: Set<ModdleElement>;
}

/** Takes the foreign attributes and extension elements off an element. */
export function wordsOf({ prefixes }: Converting, element: ModdleElement): Words {
  const attributes = new Map<string, Word>();
  const written: unknown = element['$attrs'];
  if (typeof written === 'object' && written !== null) {
    for (const [what, value] of Object.entries(written)) {
      if (what.startsWith('xmlns:') && prefixes.has(what.slice('xmlns:'.length))) {
        Reflect.deleteProperty(written, what);
      }
      const local = foreignName(prefixes, what);
      if (local !== undefined) {
        attributes.set(local, { what, value: String(value) });
        Reflect.deleteProperty(written, what);
      }
    }
  }
  const holder = elementOf(element, 'extensionElements');
  const extensions = elementsOf(holder, 'values');
  const children = extensions.filter((extension) => foreignName(prefixes, extension.$type) !== undefined);
  if (holder !== undefined && children.length > 0) {
    const left = extensions.filter((extension) => !children.includes(extension));
    put(holder, 'values', left);
    if (left.length === 0) {
      put(element, 'extensionElements', undefined);
    }
  }
  return { element, attributes, children: new Set(children) };
}

/** An attribute by its local name; it is settled then. */
export function take(words: Words, name: string): Word | undefined {
  const word = words.attributes.get(name);
  words.attributes.delete(name);
  return word;
}

/** Extension elements by their local name; they are settled then. */
export function takeChildren(words: Words, name: string): readonly ModdleElement[] {
  const found = [...words.children].filter((child) => localName(child.$type) === name);
  for (const child of found) {
    words.children.delete(child);
  }
  return found;
}

/** Children of an extension element, by local name. */
export function partsOf(extension: ModdleElement, name?: string): readonly ModdleElement[] {
  const parts = elementsOf(extension, '$children');
  return name === undefined ? parts : parts.filter((part) => localName(part.$type) === name);
}

export function bodyOf(extension: ModdleElement | undefined): string {
  return textOf(extension, '$body')?.trim() ?? '';
}

export function localName(type: string): string {
  return type.slice(type.indexOf(':') + 1);
}

/** An extension element as one line of text, for the report. */
export function shown(extension: ModdleElement): string {
  const attributes = Object.entries(extension)
    .filter(([name, value]) => !name.startsWith('$') && typeof value === 'string')
    .map(([name, value]) => `${name}="${String(value)}"`);
  const body = bodyOf(extension);
  return [
    localName(extension.$type),
    ...attributes,
    ...(body === '' ? [] : [body]),
    ...partsOf(extension).map((part) => `{${shown(part)}}`),
  ].join(' ');
}

function foreignName(prefixes: ReadonlyMap<string, Dialect>, name: string): string | undefined {
  const colon = name.indexOf(':');
  return colon > 0 && prefixes.has(name.slice(0, colon)) ? name.slice(colon + 1) : undefined;
}
