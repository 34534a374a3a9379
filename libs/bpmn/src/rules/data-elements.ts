import type { ModdleElement } from 'bpmn-moddle';
import { refuse } from '../drawing/place';
import { elementOf, elementsOf, flagOf, textOf } from '../moddle/access';
import type { Refusal } from '../refusal';
import { allOf, idOf, isA, itemOf, placeOf, sameItem, written } from './model';
import type { Rule } from './rule';

const COLLECTIONS = [
  ['bpmn:DataObject', 'data-object'],
  ['bpmn:DataInput', 'data-input'],
  ['bpmn:DataOutput', 'data-output'],
] as const;

/**
 * Data elements say of themselves what their item definition says; data flows from process inputs and into process outputs, and
 * both ends of an association hold the same. Subprocesses declare no data: they see that of their surroundings.
 */
export const dataElements: Rule = (drawing) => [
  ...COLLECTIONS.flatMap(([type, reason]) => allOf(drawing, type).flatMap((element) => checkCollection(element, reason))),
  ...allOf(drawing, 'bpmn:DataObjectReference').flatMap(checkName),
  ...allOf(drawing, 'bpmn:DataAssociation').flatMap(checkAssociation),
  ...allOf(drawing, 'bpmn:SubProcess')
    .filter((element) => elementOf(element, 'ioSpecification') !== undefined)
    .map((element) => refuse('subprocess-has-data', { element, below: 'ioSpecification' })),
];

function checkCollection(element: ModdleElement, reason: string): readonly Refusal[] {
  const item = itemOf(element);
  const own = flagOf(element, 'isCollection') === true;
  if (!isA(item, 'bpmn:ItemDefinition') || (flagOf(item, 'isCollection') === true) === own) {
    return [];
  }
  return [refuse('collection-flag-differs', placeOf(element, '@isCollection'), { reason, own: String(own), item: idOf(item) })];
}

/** Only advice: a name is a matter of taste, not of execution. */
function checkName(element: ModdleElement): readonly Refusal[] {
  const state = textOf(elementOf(element, 'dataState'), 'name');
  const expected = `${written(elementOf(element, 'dataObjectRef'), 'name')} [${written(elementOf(element, 'dataState'), 'name')}]`;
  const name = written(element, 'name');
  return state === undefined || name === expected
    ? []
    : [refuse('data-state-name', { element, below: '@name' }, { value: name, expected }, { severity: 'warning' })];
}

function checkAssociation(association: ModdleElement): readonly Refusal[] {
  const [sources, target] = [elementsOf(association, 'sourceRef'), elementOf(association, 'targetRef')];
  const plain = elementOf(association, 'transformation') === undefined;
  const unequal = sources.some((source) => !sameItem(itemOf(source), itemOf(target)));
  const reasons = [
    ...(isOfProcess(target, 'bpmn:DataInput') ? ['into-process-input'] : []),
    ...(sources.some((source) => isOfProcess(source, 'bpmn:DataOutput')) ? ['from-process-output'] : []),
    ...(plain && sources.length > 1 ? ['several-sources'] : []),
    ...(plain && unequal ? ['items-differ'] : []),
  ];
  return reasons.map((reason) => refuse('data-association-invalid', placeOf(association), { reason, value: idOf(association) }));
}

function isOfProcess(data: ModdleElement | undefined, type: string): boolean {
  const declaration = isA(data, type) ? data?.$parent : undefined;
  return isA(declaration, 'bpmn:InputOutputSpecification') && isA(declaration?.$parent, 'bpmn:CallableElement');
}
