import type { ModdleElement } from 'bpmn-moddle';
import { isElement, setProperties } from '../moddle/access';
import { descendants } from '../moddle/descendants';
import { make, put, type Converting } from './converting';

/** The same element as another type: what it holds moves over, and whatever referred to it refers to the new one. */
export function retype(converting: Converting, element: ModdleElement, type: string, dropped: readonly string[]): ModdleElement {
  const parent = element.$parent ?? converting.root;
  const made = make(converting, parent, type, {});
  for (const name of setProperties(element).filter((property) => !dropped.includes(property))) {
    const value = element[name];
    for (const child of [value].flat()) {
      if (isElement(child) && child.$parent === element) {
        put(child, '$parent', made);
      }
    }
    put(made, name, value);
  }
  Object.assign(made['$attrs'] ?? {}, element['$attrs']);
  for (const other of descendants(converting.root)) {
    redirect(other, element, made);
  }
  return made;
}

function redirect(holder: ModdleElement, from: ModdleElement, to: ModdleElement): void {
  for (const name of setProperties(holder)) {
    const value = holder[name];
    if (value === from) {
      put(holder, name, to);
    } else if (Array.isArray(value) && value.includes(from)) {
      put(
        holder,
        name,
        value.map((item: unknown) => (item === from ? to : item)),
      );
    }
  }
}
