import type { ModdleElement } from 'bpmn-moddle';
import { elementOf, elementsOf, textOf, written } from '../moddle/access';

export interface Lane {
  readonly name: string;
  readonly role?: string;
}

/** Which lane each element of a process or subprocess lies in; a nested lane wins, and inherits a role it does not name. */
export function lanesOf(container: ModdleElement): ReadonlyMap<ModdleElement, Lane> {
  const found = new Map<ModdleElement, Lane>();
  for (const set of elementsOf(container, 'laneSets')) {
    collect(set, undefined, found);
  }
  return found;
}

function collect(set: ModdleElement, parentRole: string | undefined, found: Map<ModdleElement, Lane>): void {
  for (const lane of elementsOf(set, 'lanes')) {
    const role = textOf(lane, 'role') ?? parentRole;
    for (const element of elementsOf(lane, 'flowNodeRef')) {
      found.set(element, { name: written(lane, 'name'), ...(role === undefined ? {} : { role }) });
    }
    const nested = elementOf(lane, 'childLaneSet');
    if (nested !== undefined) {
      collect(nested, role, found);
    }
  }
}
