import type { ModdleElement } from 'bpmn-moddle';
import type { DrawnNode } from '../drawing/drawing';
import type { MultiInstance, MultiInstanceBehavior, StandardLoop, Throw } from '../graph';
import { elementOf, elementsOf, extensionOf, flagOf, textOf, written } from '../moddle/access';
import { reject, type Compiling } from './compiling';
import { feel, feelBody } from './expressions';
import { present } from './present';
import { throwOf } from './throws';
import { VARIABLE } from './names';

const BEHAVIORS: Readonly<Record<string, { readonly kind: 'each' | 'first'; readonly reference: string }>> = {
  None: { kind: 'each', reference: 'noneBehaviorEventRef' },
  One: { kind: 'first', reference: 'oneBehaviorEventRef' },
};
/** What an instance may throw when it completes. */
const THROWN = ['bpmn:SignalEventDefinition', 'bpmn:EscalationEventDefinition', 'bpmn:ErrorEventDefinition'];

/** One run per item of a collection (`zeebe:loopCharacteristics`) or, without one, as many as BPMN's own `loopCardinality` says. */
export function multiInstanceOf(compiling: Compiling, node: DrawnNode): MultiInstance | undefined {
  const loop = elementOf(node.element, 'loopCharacteristics');
  if (loop?.$type !== 'bpmn:MultiInstanceLoopCharacteristics') {
    return undefined;
  }
  const zeebe = extensionOf(loop, 'zeebe:LoopCharacteristics');
  const collection = textOf(zeebe, 'inputCollection');
  const below = 'zeebe:LoopCharacteristics';
  if (collection === undefined && elementOf(loop, 'loopCardinality') === undefined) {
    reject(compiling, 'collection-missing', { element: node.element, below });
    return undefined;
  }
  const cardinality = feelBody(compiling, loop, 'loopCardinality');
  const names = { inputElement: textOf(zeebe, 'inputElement'), outputCollection: textOf(zeebe, 'outputCollection') };
  for (const [attribute, name] of Object.entries(names)) {
    if (name !== undefined && !VARIABLE.test(name)) {
      reject(compiling, 'target-invalid', { element: node.element, below: `${below}/@${attribute}` }, { value: name });
    }
  }
  const attribute = (name: string, source: string | undefined): ReturnType<typeof feel> =>
    source === undefined ? undefined : feel(compiling, { element: node.element, below: `${below}/@${name}` }, source);
  const inputCollection = attribute('inputCollection', collection);
  return present({
    sequential: flagOf(loop, 'isSequential') === true,
    inputCollection,
    // Where both are given they say the same, and the collection says more.
    cardinality: collection === undefined ? cardinality : undefined,
    ...names,
    outputElement: attribute('outputElement', textOf(zeebe, 'outputElement')),
    completionCondition: feelBody(compiling, loop, 'completionCondition'),
    behavior: behaviorOf(compiling, node, loop),
  });
}

function behaviorOf(compiling: Compiling, node: DrawnNode, loop: ModdleElement): MultiInstanceBehavior | undefined {
  const behavior = written(loop, 'behavior');
  if (behavior === 'Complex') {
    const entries = elementsOf(loop, 'complexBehaviorDefinition').map((definition) => complexEntry(compiling, node, definition));
    return { kind: 'complex', entries: entries.filter((entry) => entry !== undefined) };
  }
  const simple = BEHAVIORS[behavior];
  if (simple === undefined) {
    return undefined;
  }
  const throws = behaviorThrow(compiling, node, elementOf(loop, simple.reference), `@${simple.reference}`);
  return throws === undefined ? undefined : { kind: simple.kind, throws };
}

function complexEntry(
  compiling: Compiling,
  node: DrawnNode,
  definition: ModdleElement,
): Extract<MultiInstanceBehavior, { kind: 'complex' }>['entries'][number] | undefined {
  const below = 'complexBehaviorDefinition';
  const place = { element: node.element, below: `${below}/condition` };
  const condition = feelBody(compiling, definition, 'condition', place) ?? feel(compiling, place, undefined);
  const throws = behaviorThrow(compiling, node, elementsOf(elementOf(definition, 'event'), 'eventDefinitions')[0], `${below}/event`);
  return condition === undefined || throws === undefined ? undefined : { condition, throws };
}

function behaviorThrow(compiling: Compiling, node: DrawnNode, definition: ModdleElement | undefined, below: string): Throw | undefined {
  const place = { element: node.element, below };
  if (definition === undefined) {
    reject(compiling, 'reference-missing', place, { kind: 'event-definition', value: '' });
    return undefined;
  }
  if (!THROWN.includes(definition.$type)) {
    reject(compiling, 'element-not-executed', place, { definitions: [definition.$type] });
    return undefined;
  }
  return throwOf(compiling, node, definition);
}

/** Repeats while the condition holds, at most `loopMaximum` times. With neither it would never end. */
export function standardLoopOf(compiling: Compiling, node: DrawnNode): StandardLoop | undefined {
  const loop = elementOf(node.element, 'loopCharacteristics');
  if (loop?.$type !== 'bpmn:StandardLoopCharacteristics') {
    return undefined;
  }
  const maximum = loop['loopMaximum'];
  if (maximum === undefined && elementOf(loop, 'loopCondition') === undefined) {
    reject(compiling, 'loop-endless', { element: node.element, below: 'standardLoopCharacteristics' });
    return undefined;
  }
  const condition = feelBody(compiling, loop, 'loopCondition');
  if (maximum !== undefined && !(typeof maximum === 'number' && maximum >= 0)) {
    const place = { element: node.element, below: 'standardLoopCharacteristics/@loopMaximum' };
    reject(compiling, 'attribute-not-executed', place, { name: 'loopMaximum', value: JSON.stringify(maximum) });
    return undefined;
  }
  return present({ testBefore: flagOf(loop, 'testBefore') === true, maximum, condition });
}
