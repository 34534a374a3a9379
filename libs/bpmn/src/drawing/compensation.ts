import type { ModdleElement } from 'bpmn-moddle';
import { elementOf, elementsOf, flagOf } from '../moddle/access';
import { triggersOf } from './kinds';

/** Which activity each compensation boundary event leads to: by an association, drawn in either direction (BPMN 2.0 §10.7.1). */
export function compensationHandlers(containers: readonly ModdleElement[]): ReadonlyMap<ModdleElement, ModdleElement> {
  const handlers = new Map<ModdleElement, ModdleElement>();
  const associations = containers
    .flatMap((container) => elementsOf(container, 'artifacts'))
    .filter((artifact) => artifact.$type === 'bpmn:Association');
  for (const association of associations) {
    const ends = [elementOf(association, 'sourceRef'), elementOf(association, 'targetRef')];
    const event = ends.find((end) => end !== undefined && isCompensationBoundary(end));
    const handler = ends.find((end) => end !== undefined && isForCompensation(end));
    if (event !== undefined && handler !== undefined && !handlers.has(event)) {
      handlers.set(event, handler);
    }
  }
  return handlers;
}

export function isForCompensation(element: ModdleElement): boolean {
  return flagOf(element, 'isForCompensation') === true;
}

function isCompensationBoundary(element: ModdleElement): boolean {
  return element.$type === 'bpmn:BoundaryEvent' && triggersOf(element).includes('compensation');
}
