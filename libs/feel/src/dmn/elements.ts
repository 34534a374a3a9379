import type { XmlElement } from './xml-tree';

/** The boxed expressions of DMN 1.5, chapter 10.2. */
export const EXPRESSIONS = [
  ...['literalExpression', 'decisionTable', 'context', 'list', 'relation', 'functionDefinition', 'invocation'],
  ...['conditional', 'filter', 'for', 'some', 'every'],
] as const;

/** Typed reading of DMN elements. Foreign elements have other names or stand in extensions, so names are enough. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

export function attributeOf(element: XmlElement | undefined, name: string): string | undefined {
  return element?.attributes.get(name);
}

/** An attribute, empty when there is none. */
export function wordOf(element: XmlElement | undefined, name: string): string {
  return attributeOf(element, name) ?? '';
}

/** The trimmed `text` an element holds, empty when there is none: FEEL, mostly. */
export function sourceOf(element: XmlElement | undefined): string {
  return childText(element, 'text') ?? '';
}

/** The trimmed text of a child element. */
export function childText(element: XmlElement | undefined, name: string): string | undefined {
  return element?.children.find((child) => child.name === name)?.text.trim();
}

/** The boxed expressions directly inside an element. */
export function expressionsOf(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child) => (EXPRESSIONS as readonly string[]).includes(child.name));
}

/** A name as FEEL reads it: composed letters, one space between words. */
export function nameText(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ');
}

/** The name of an element; empty when it has none. */
export function nameOf(element: XmlElement | undefined): string {
  return nameText(wordOf(element, 'name'));
}
