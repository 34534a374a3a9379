import type { ModdleElement } from 'bpmn-moddle';

/** An element and everything it contains, document order, drawing included; references are not followed. */
export function descendants(root: ModdleElement): readonly ModdleElement[] {
  const found: ModdleElement[] = [];
  const open = [root];
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    found.push(element);
    open.push(...childrenOf(element).reverse());
  }
  return found;
}

function childrenOf(element: ModdleElement): ModdleElement[] {
  return Object.getOwnPropertyNames(element)
    .filter((name) => !name.startsWith('$') || name === '$children')
    .flatMap((name) => [element[name]].flat())
    .filter((value): value is ModdleElement => isChild(value, element));
}

function isChild(value: unknown, parent: ModdleElement): boolean {
  return typeof value === 'object' && value !== null && '$type' in value && '$parent' in value && value.$parent === parent;
}
