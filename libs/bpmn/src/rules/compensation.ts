import type { ModdleElement } from 'bpmn-moddle';
import { refuse } from '../drawing/place';
import { elementOf, flagOf } from '../moddle/access';
import { allOf, idOf, isA, kindsOf } from './model';
import type { Rule } from './rule';

/** A compensation boundary event is associated with the activity that undoes the work, and that one is marked as such. */
export const compensation: Rule = (drawing) => {
  const associations = allOf(drawing, 'bpmn:Association');
  return allOf(drawing, 'bpmn:BoundaryEvent')
    .filter((element) => kindsOf(element).includes('compensate'))
    .flatMap((element) => {
      const handlers = associations.flatMap((association) => partnerOf(association, element)).filter((one) => isA(one, 'bpmn:Activity'));
      if (handlers.length === 0) {
        return [refuse('compensation-handler-missing', { element })];
      }
      return handlers
        .filter((handler) => flagOf(handler, 'isForCompensation') !== true)
        .map((handler) => refuse('compensation-handler-unmarked', { element: handler }, { event: idOf(element) }));
    });
};

/** What an association leads to from an event; the direction it was drawn in does not matter. */
function partnerOf(association: ModdleElement, event: ModdleElement): readonly ModdleElement[] {
  const [source, target] = [elementOf(association, 'sourceRef'), elementOf(association, 'targetRef')];
  return [...(source === event && target !== undefined ? [target] : []), ...(target === event && source !== undefined ? [source] : [])];
}
