import type { ModdleElement } from 'bpmn-moddle';
import { refuse } from '../drawing/place';
import { elementOf, elementsOf, extensionOf, flagOf, textOf } from '../moddle/access';
import type { Refusal } from '../refusal';
import { eachElement, idOf, isA, itemOf, placeOf, sameItem, written } from './model';

/** A multi-instance activity knows how often it runs, and its items fit the collections they come from and go to. */
export const multiInstanceData = eachElement('bpmn:MultiInstanceLoopCharacteristics', (loop) => {
  const activity = placeOf(loop).element;
  const [input, output] = [elementOf(loop, 'loopDataInputRef'), elementOf(loop, 'loopDataOutputRef')];
  const listed = written(extensionOf(loop, 'zeebe:LoopCharacteristics'), 'inputCollection') !== '';
  const counted = elementOf(loop, 'loopCardinality') !== undefined;
  const wrong = (reason: string, value: ModdleElement | undefined): Refusal =>
    refuse('loop-data-invalid', { element: activity, below: 'multiInstanceLoopCharacteristics' }, { reason, value: idOf(value) });
  return [
    ...(listed || counted || input !== undefined
      ? []
      : [refuse('collection-missing', { element: activity, below: 'zeebe:LoopCharacteristics' })]),
    ...(input === undefined || isVisible(activity, input) ? [] : [wrong('input-elsewhere', input)]),
    ...(fits(input, elementOf(loop, 'inputDataItem')) ? [] : [wrong('input-item', input)]),
    ...(fits(output, elementOf(loop, 'outputDataItem')) ? [] : [wrong('output-item', output)]),
  ];
});

/** A task's collection is one of its data inputs; a subprocess may take any data object around it. */
function isVisible(activity: ModdleElement, collection: ModdleElement): boolean {
  const own = elementsOf(elementOf(activity, 'ioSpecification'), 'dataInputs').includes(collection);
  return own || (isA(activity, 'bpmn:SubProcess') && !isA(collection, 'bpmn:DataInput', 'bpmn:DataOutput'));
}

/** An item is no collection itself, and has the structure of what the collection holds. */
function fits(collection: ModdleElement | undefined, item: ModdleElement | undefined): boolean {
  if (collection === undefined || item === undefined) {
    return true;
  }
  const several = flagOf(itemOf(item), 'isCollection') === true;
  return !several && sameStructure(itemOf(collection), itemOf(item));
}

/** A collection of strings and a string: two definitions with one structure. */
function sameStructure(one: ModdleElement | undefined, other: ModdleElement | undefined): boolean {
  const undeclared = textOf(one, 'structureRef') === undefined || textOf(other, 'structureRef') === undefined;
  return undeclared || sameItem(one, other);
}
