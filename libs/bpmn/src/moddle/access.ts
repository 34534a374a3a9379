import type { ModdleElement } from 'bpmn-moddle';

/** Typed reading of moddle elements, whose properties are all `unknown`. */
export function textOf(element: ModdleElement | undefined, name: string): string | undefined {
  const value = element?.[name];
  return typeof value === 'string' ? value : undefined;
}

/** What an attribute or text says, without the white space around it; empty when it is not there. */
export function written(element: ModdleElement | undefined, name: string): string {
  return textOf(element, name)?.trim() ?? '';
}

export function idOf(element: ModdleElement | undefined): string {
  return element?.id ?? '';
}

export function flagOf(element: ModdleElement | undefined, name: string): boolean | undefined {
  const value = element?.[name];
  return typeof value === 'boolean' ? value : undefined;
}

export function elementOf(element: ModdleElement | undefined, name: string): ModdleElement | undefined {
  const value = element?.[name];
  return isElement(value) ? value : undefined;
}

export function elementsOf(element: ModdleElement | undefined, name: string): readonly ModdleElement[] {
  const value = element?.[name];
  return Array.isArray(value) ? value.filter(isElement) : [];
}

export function extensionsOf(element: ModdleElement | undefined): readonly ModdleElement[] {
  return elementsOf(elementOf(element, 'extensionElements'), 'values');
}

/** The first extension element of a type such as `zeebe:IoMapping`. */
export function extensionOf(element: ModdleElement | undefined, type: string): ModdleElement | undefined {
  return extensionsOf(element).find((candidate) => candidate.$type === type);
}

/** Names of the properties set on this element; references are included, though moddle hides them from enumeration. */
export function setProperties(element: ModdleElement): readonly string[] {
  return Object.getOwnPropertyNames(element).filter((name) => !name.startsWith('$') && element[name] !== undefined);
}

export function isElement(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && '$type' in value;
}
