import { EXPRESSIONS } from './dmn-schema';
import type { XmlElement } from './xml-tree';

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

/** The text of a child element, trimmed; undefined when there is none. */
export function textOf(element: XmlElement | undefined, name: string): string | undefined {
  const child = element === undefined ? undefined : childOf(element, name);
  return child?.text.trim();
}

/** The boxed expressions directly inside an element. */
export function expressionsOf(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child) => (EXPRESSIONS as readonly string[]).includes(child.name));
}

/** A name as FEEL reads it: composed letters, one space between words. */
export function nameText(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ');
}

export function nameOf(element: XmlElement | undefined): string | undefined {
  const name = attributeOf(element, 'name');
  return name === undefined ? undefined : nameText(name);
}
