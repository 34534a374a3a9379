import type { ModdleElement } from 'dmn-moddle';

/** Typed reading of moddle's open objects. */
export function textAt(element: ModdleElement | undefined, name: string): string | undefined {
  const value = element?.[name];
  return typeof value === 'string' ? value : undefined;
}

export function childAt(element: ModdleElement | undefined, name: string): ModdleElement | undefined {
  const value = element?.[name];
  return isElement(value) ? value : undefined;
}

export function childrenAt(element: ModdleElement | undefined, name: string): readonly ModdleElement[] {
  const value: unknown = element?.[name];
  return Array.isArray(value) ? value.filter(isElement) : [];
}

function isElement(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && '$type' in value;
}
