import { useEffect } from 'react';
import type { DiagramElement, ModdleObject, Services } from './types';

export interface Spotlight {
  /** To be selected and brought into view; a new object each time, also for the same element. */
  readonly wanted: { readonly id: string } | null;
  /** A run through the diagram, node by node, to be lit up. */
  readonly path: readonly string[];
}

/** Lets lists beside a drawing point into it, also while the drawing still opens. */
export function useSpotlight(services: Services | null, { wanted, path }: Spotlight): void {
  useEffect(() => {
    if (services !== null && wanted !== null) {
      showElement(services, wanted.id);
    }
  }, [services, wanted]);
  useEffect(() => (services === null || path.length === 0 ? undefined : lightUp(services, path)), [services, path]);
}

function showElement(services: Services, id: string): void {
  const canvas = services.get('canvas');
  const element = drawnFor(services, id);
  const sheet = canvas.findRoot(element);
  // It may lie on the sheet of a collapsed sub-process.
  if (sheet !== undefined) {
    canvas.setRootElement(sheet);
  }
  if (element === sheet) {
    services.get('selection').select(null);
  } else {
    canvas.scrollToElement(element);
    services.get('selection').select(element);
  }
}

/** The shape an id belongs to: its own, that of what encloses it or refers to it, else the sheet. */
function drawnFor(services: Services, id: string): DiagramElement {
  const registry = services.get('elementRegistry');
  const root = services.get('canvas').getRootElement();
  const object = registry.get(id) === undefined ? contentsOf(definitionsOf(root)).find((one) => one.id === id) : undefined;
  return registry.get(id) ?? (object === undefined ? root : shapeOf(services, object));
}

/** The shape that shows a moddle object: the nearest around it, or the one that refers to it (a pool to its process, an event to its message). */
export function shapeOf(services: Services, object: ModdleObject): DiagramElement {
  const registry = services.get('elementRegistry');
  for (let around: ModdleObject | undefined = object; around !== undefined; around = around.$parent) {
    const { id } = around;
    const shape = id === undefined ? undefined : (registry.get(id) ?? registry.filter((one) => refersTo(one.businessObject, id))[0]);
    if (shape !== undefined) {
      return shape;
    }
  }
  return services.get('canvas').getRootElement();
}

function refersTo(object: ModdleObject, id: string): boolean {
  const definitions = object.$type.endsWith('Event') ? (object.get('eventDefinitions') as readonly ModdleObject[]) : [];
  return [object, ...definitions].some((one) =>
    ['processRef', 'messageRef', 'errorRef', 'escalationRef', 'signalRef', 'operationRef'].some((name) => idOf(one.get(name)) === id),
  );
}

const idOf = (value: unknown): unknown => (typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined);

export function definitionsOf(root: DiagramElement): ModdleObject {
  let object = root.businessObject;
  while (object.$parent !== undefined) {
    object = object.$parent;
  }
  return object;
}

/** A moddle object and everything it contains, document order; references are not followed. */
export function contentsOf(root: ModdleObject): readonly ModdleObject[] {
  const isChild = (value: unknown, parent: ModdleObject): value is ModdleObject =>
    typeof value === 'object' && value !== null && '$type' in value && '$parent' in value && value.$parent === parent;
  const children = Object.values(root)
    .flat()
    .filter((value) => isChild(value, root));
  return [root, ...children.flatMap(contentsOf)];
}

function lightUp(services: Services, path: readonly string[]): () => void {
  const canvas = services.get('canvas');
  const registry = services.get('elementRegistry');
  const steps = new Set(path.slice(1).map((id, at) => `${path[at] ?? ''}>${id}`));
  const nodes = path.flatMap((id) => registry.get(id) ?? []);
  const flows = registry.filter((element) => steps.has(`${element.source?.id ?? ''}>${element.target?.id ?? ''}`));
  const lit = [...new Set([...nodes, ...flows].map((element) => element.id))];
  for (const id of lit) {
    canvas.addMarker(id, 'path-node');
  }
  return () => {
    for (const id of lit.filter((one) => registry.get(one) !== undefined)) {
      canvas.removeMarker(id, 'path-node');
    }
  };
}
