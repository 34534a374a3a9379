import type { ModdleElement } from 'bpmn-moddle';
import type { DrawnNode } from '../drawing/drawing';
import type { DataDefinition, Mapping } from '../graph';
import { elementOf, elementsOf, extensionOf, idOf, textOf, written } from '../moddle/access';
import { reject, type Compiling } from './compiling';
import { feelBody, marked } from './expressions';
import { present } from './present';
import { VARIABLE } from './names';

/** The variables a scope or an activity owns: its data objects and properties, each name once. */
export function dataOf(compiling: Compiling, node: DrawnNode): readonly DataDefinition[] | undefined {
  const objects = (compiling.data.get(node.index) ?? []).map(({ element, name }) => definition(compiling, element, name));
  const properties = elementsOf(node.element, 'properties').map((element) =>
    definition(compiling, element, textOf(element, 'name') ?? idOf(element)),
  );
  const named = new Map([...properties, ...objects].reverse().map((data) => [data.name, data]));
  return named.size === 0 ? undefined : [...named.values()].reverse();
}

function definition(compiling: Compiling, element: ModdleElement, name: string): DataDefinition {
  const source = textOf(extensionOf(element, 'thidua:Initial'), 'value');
  const initial = source === undefined ? undefined : marked(compiling, { element, below: 'thidua:Initial/@value' }, source);
  return present({ name, initial });
}

/** The data objects of a process by the scope they stand in. */
export function dataObjectsOf(
  others: Compiling['process']['others'],
): ReadonlyMap<number, readonly { readonly element: ModdleElement; readonly name: string }[]> {
  // Modelers write the name on the first reference that is drawn, not on the object.
  const shown = new Map<ModdleElement | undefined, string>();
  for (const { element } of others) {
    const [object, name] = [elementOf(element, 'dataObjectRef'), textOf(element, 'name')];
    if (name !== undefined && !shown.has(object)) {
      shown.set(object, name);
    }
  }
  const found = new Map<number, { readonly element: ModdleElement; readonly name: string }[]>();
  for (const { element, scope } of others.filter((other) => other.element.$type === 'bpmn:DataObject')) {
    const group = found.get(scope) ?? [];
    group.push({ element, name: textOf(element, 'name') ?? shown.get(element) ?? idOf(element) });
    found.set(scope, group);
  }
  return found;
}

/**
 * Data associations that compute something, as mappings. A plain one between a data object and a task is a picture: the variable
 * is visible in its scope anyway.
 */
export function associationMappings(compiling: Compiling, node: DrawnNode, direction: 'Input' | 'Output'): readonly Mapping[] {
  return elementsOf(node.element, `data${direction}Associations`).flatMap((association) => {
    const transformation = elementOf(association, 'transformation');
    const assignments = elementsOf(association, 'assignment');
    return [
      ...(transformation === undefined
        ? []
        : mapping(compiling, { holder: association, child: 'transformation' }, targetName(association, compiling))),
      ...assignments.flatMap((assignment) =>
        mapping(compiling, { holder: assignment, child: 'from' }, written(elementOf(assignment, 'to'), 'body').replace(/^=/, '')),
      ),
    ];
  });
}

function mapping(
  compiling: Compiling,
  { holder, child }: { readonly holder: ModdleElement; readonly child: string },
  target: string,
): readonly Mapping[] {
  const source = feelBody(compiling, holder, child);
  if (!VARIABLE.test(target)) {
    reject(compiling, 'target-invalid', { element: holder }, { value: target });
    return [];
  }
  return source === undefined ? [] : [{ source, target }];
}

/** A data input's own name, or the name of the data object or property written to. */
function targetName(association: ModdleElement, compiling: Compiling): string {
  const target = elementOf(association, 'targetRef');
  const object = elementOf(target, 'dataObjectRef') ?? target;
  const known = [...compiling.data.values()].flat().find(({ element }) => element === object);
  return known?.name ?? textOf(object, 'name') ?? idOf(object);
}
