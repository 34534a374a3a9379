import type { ModdleElement } from 'bpmn-moddle';
import { isElement, setProperties } from '../moddle/access';
import { descendants } from '../moddle/descendants';
import { make, parentOf, put, type Converting } from './converting';

/** The same element as another type: what it holds moves over. It takes its place when `settleTypes` is called. */
export function retype(converting: Converting, element: ModdleElement, type: string, dropped: readonly string[]): ModdleElement {
  const made = make(converting, parentOf(element), type, {});
  for (const name of setProperties(element).filter((property) => !dropped.includes(property))) {
    const value = element[name];
    for (const child of [value].flat()) {
      if (isElement(child) && child.$parent === element) {
        put(child, '$parent', made);
      }
    }
    put(made, name, value);
  }
  // Every element read by moddle has this bag of attributes its descriptors do not know.
  Object.assign(made['$attrs'] as object, element['$attrs']);
  converting.retyped.set(element, made);
  return made;
}

/** Puts every retyped element where the old one stood, and points to it whatever referred to the old one. */
export function settleTypes({ root, retyped }: Converting): void {
  if (retyped.size === 0) {
    return;
  }
  for (const parent of new Set([...retyped.keys()].map(parentOf))) {
    redirect(parent, retyped);
  }
  for (const holder of descendants(root)) {
    redirect(holder, retyped);
  }
}

function redirect(holder: ModdleElement, retyped: ReadonlyMap<unknown, ModdleElement>): void {
  const replaced = (value: unknown): unknown => retyped.get(value) ?? value;
  for (const name of setProperties(holder)) {
    const value = holder[name];
    put(holder, name, Array.isArray(value) ? value.map(replaced) : replaced(value));
  }
}
