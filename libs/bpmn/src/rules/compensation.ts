import type { ModdleElement } from 'bpmn-moddle';
import { refuse } from '../drawing/place';
import { elementOf, flagOf } from '../moddle/access';
import { allOf, idOf, isA, kindsOf } from './model';
import type { Rule } from './rule';

/** A compensation boundary event is associated with the activity that undoes the work, and that one is marked as such. */
export const compensation: Rule = (drawing) => {
  const partners = partnersOf(allOf(drawing, 'bpmn:Association'));
  return allOf(drawing, 'bpmn:BoundaryEvent')
    .filter((element) => kindsOf(element).includes('compensate'))
    .flatMap((element) => {
      const handlers = (partners.get(element) ?? []).filter((one) => isA(one, 'bpmn:Activity'));
      if (handlers.length === 0) {
        return [refuse('compensation-handler-missing', { element })];
      }
      return handlers
        .filter((handler) => flagOf(handler, 'isForCompensation') !== true)
        .map((handler) => refuse('compensation-handler-unmarked', { element: handler }, { event: idOf(element) }));
    });
};

/** What associations lead to from each element; the direction they were drawn in does not matter. */
function partnersOf(associations: readonly ModdleElement[]): ReadonlyMap<ModdleElement, readonly ModdleElement[]> {
  const partners = new Map<ModdleElement, ModdleElement[]>();
  for (const association of associations) {
    const [source, target] = [elementOf(association, 'sourceRef'), elementOf(association, 'targetRef')];
    if (source !== undefined && target !== undefined) {
      partners.set(source, [...(partners.get(source) ?? []), target]);
      partners.set(target, [...(partners.get(target) ?? []), source]);
    }
  }
  return partners;
}
