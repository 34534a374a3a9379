import type { ModdleElement } from 'bpmn-moddle';
import type { Drawing } from '../drawing/drawing';
import { refuse } from '../drawing/place';
import { elementOf, elementsOf, extensionOf, textOf } from '../moddle/access';
import type { Refusal } from '../refusal';
import { allOf, idOf, isA, itemOf, kindsOf, sameItem } from './model';
import type { Rule } from './rule';

/**
 * A call offers the data the called element of the same file declares, and a called process has a start that needs no event.
 * What is offered as a service binds its data to the operations of its interfaces.
 */
export const callActivityData: Rule = (drawing) => [
  ...allOf(drawing, 'bpmn:CallActivity').flatMap((call) => checkCall(call, drawing)),
  ...allOf(drawing, 'bpmn:CallableElement').flatMap(checkService),
];

function checkCall(call: ModdleElement, drawing: Drawing): readonly Refusal[] {
  const id = textOf(extensionOf(call, 'zeebe:CalledElement'), 'processId') ?? textOf(call, 'calledElement');
  const called = allOf(drawing, 'bpmn:CallableElement').find((element) => element.id === id);
  if (called === undefined) {
    return [];
  }
  const starts = elementsOf(called, 'flowElements').filter((element) => element.$type === 'bpmn:StartEvent');
  const unstartable = starts.length > 0 && starts.every((start) => kindsOf(start).length > 0);
  const [offered, declared] = [elementOf(call, 'ioSpecification'), elementOf(called, 'ioSpecification')];
  // Native mappings hand over what they name, whatever is declared.
  const speaks = offered !== undefined || extensionOf(call, 'zeebe:IoMapping') === undefined;
  const differing = (['dataInputs', 'dataOutputs'] as const).filter(
    (side) => speaks && !sameData(elementsOf(offered, side), elementsOf(declared, side)),
  );
  const detail = { called: idOf(called) };
  return [
    ...(unstartable ? [refuse('called-process-start-missing', { element: call }, detail)] : []),
    ...differing.map((side) => refuse('call-data-differs', { element: call, below: `ioSpecification/${side}` }, { ...detail, side })),
  ];
}

/** As many on both sides, and each of one side with a partner on the other. */
function sameData(offered: readonly ModdleElement[], declared: readonly ModdleElement[]): boolean {
  const matches = (one: ModdleElement, others: readonly ModdleElement[]): boolean =>
    others.some((other) => sameItem(itemOf(one), itemOf(other)));
  return (
    offered.length === declared.length && offered.every((one) => matches(one, declared)) && declared.every((one) => matches(one, offered))
  );
}

function checkService(element: ModdleElement): readonly Refusal[] {
  const operations = elementsOf(element, 'supportedInterfaceRef').flatMap((one) => elementsOf(one, 'operations'));
  const bindings = elementsOf(element, 'ioBinding');
  const unbound = operations.filter((operation) => !bindings.some((binding) => elementOf(binding, 'operationRef') === operation));
  return [
    ...unbound.map((operation) => refuse('io-binding-invalid', { element }, { reason: 'missing', value: idOf(operation) })),
    ...bindings.flatMap((binding) => [
      ...checkBinding(element, binding, { reason: 'input', data: 'dataInputs', sets: 'inputSets', message: 'inMessageRef' }),
      ...checkBinding(element, binding, { reason: 'output', data: 'dataOutputs', sets: 'outputSets', message: 'outMessageRef' }),
    ]),
  ];
}

interface BoundSide {
  readonly reason: 'input' | 'output';
  readonly data: 'dataInputs' | 'dataOutputs';
  readonly sets: 'inputSets' | 'outputSets';
  readonly message: string;
}

/** The bound data, or the single set of it, stands in the element's own specification and has the item of the message. */
function checkBinding(element: ModdleElement, binding: ModdleElement, side: BoundSide): readonly Refusal[] {
  const bound = elementOf(binding, `${side.reason}DataRef`);
  const declared = elementOf(element, 'ioSpecification');
  const own = [...elementsOf(declared, side.data), ...elementsOf(declared, side.sets)];
  const expected = itemOf(elementOf(elementOf(binding, 'operationRef'), side.message));
  const fits = bound !== undefined && own.includes(bound) && (!isA(bound, 'bpmn:ItemAwareElement') || sameItem(itemOf(bound), expected));
  return fits ? [] : [refuse('io-binding-invalid', { element, below: 'ioBinding' }, { reason: side.reason, value: idOf(bound) })];
}
