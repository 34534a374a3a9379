import type { ModdleElement } from 'bpmn-moddle';
import { refuse } from '../drawing/place';
import { elementOf, elementsOf } from '../moddle/access';
import type { Refusal } from '../refusal';
import { allOf, idOf, placeOf } from './model';
import type { Rule } from './rule';

/** A side of the data: where it stands, the words of its sets, and the reasons. */
const INPUTS = {
  data: 'dataInputs',
  sets: ['inputSets', 'inputSet'],
  refs: 'dataInputRefs',
  unset: 'input-in-no-set',
  parts: [
    ['optionalInputRefs', 'optional-input'],
    ['whileExecutingInputRefs', 'while-executing-input'],
  ],
} as const;
const OUTPUTS = {
  data: 'dataOutputs',
  sets: ['outputSets', 'outputSet'],
  refs: 'dataOutputRefs',
  unset: 'output-in-no-set',
  parts: [
    ['optionalOutputRefs', 'optional-output'],
    ['whileExecutingOutputRefs', 'while-executing-output'],
  ],
} as const;

/** Every data input and output is in a set, sets single out only what they hold, and refer to each other both ways. */
export const ioSets: Rule = (drawing) =>
  [...allOf(drawing, 'bpmn:InputOutputSpecification'), ...allOf(drawing, 'bpmn:Event')].flatMap((holder) => [
    ...checkSide(holder, INPUTS),
    ...checkSide(holder, OUTPUTS),
    ...checkPairs(holder),
  ]);

function checkSide(holder: ModdleElement, side: typeof INPUTS | typeof OUTPUTS): readonly Refusal[] {
  const sets = side.sets.flatMap((name) => [...elementsOf(holder, name), ...[elementOf(holder, name)].filter((set) => set !== undefined)]);
  const held = new Set(sets.flatMap((set) => elementsOf(set, side.refs)));
  return [
    ...elementsOf(holder, side.data)
      .filter((data) => !held.has(data))
      .map((data) => wrong(holder, side.unset, data)),
    ...sets.flatMap((set) =>
      side.parts.flatMap(([name, reason]) =>
        elementsOf(set, name)
          .filter((data) => !elementsOf(set, side.refs).includes(data))
          .map((data) => wrong(holder, reason, data)),
      ),
    ),
  ];
}

function checkPairs(holder: ModdleElement): readonly Refusal[] {
  return [
    ...oneSided(elementsOf(holder, 'inputSets'), 'outputSetRefs', 'inputSetRefs'),
    ...oneSided(elementsOf(holder, 'outputSets'), 'inputSetRefs', 'outputSetRefs'),
  ].map((set) => wrong(holder, 'one-sided', set));
}

function oneSided(sets: readonly ModdleElement[], there: string, back: string): readonly ModdleElement[] {
  return sets.filter((set) => elementsOf(set, there).some((other) => !elementsOf(other, back).includes(set)));
}

function wrong(holder: ModdleElement, reason: string, at: ModdleElement): Refusal {
  return refuse('io-set-invalid', placeOf(holder), { reason, value: idOf(at) });
}
