import type { ModdleElement } from 'bpmn-moddle';
import type { Drawing } from '../drawing/drawing';
import type { Place } from '../drawing/place';
import { elementOf, elementsOf, flagOf, idOf, isElement } from '../moddle/access';
import type { Refusal } from '../refusal';
import type { Rule } from './rule';

interface Model {
  readonly all: readonly ModdleElement[];
  readonly byType: Map<string, readonly ModdleElement[]>;
}
const MODELS = new WeakMap<ModdleElement, Model>();

/**
 * The elements of a file that are of a type, or of one derived from it, in document order. Processes that do not run are
 * pictures, and left out with everything in them; so is the diagram interchange.
 */
export function allOf(drawing: Drawing, type: string): readonly ModdleElement[] {
  const model: Model = MODELS.get(drawing.root) ?? { all: spread(drawing.root), byType: new Map() };
  MODELS.set(drawing.root, model);
  const found = model.byType.get(type) ?? model.all.filter((element) => isA(element, type));
  model.byType.set(type, found);
  return found;
}

/** Lifts a check of one element of a type to a rule. */
export function eachElement(type: string, check: (element: ModdleElement, drawing: Drawing) => readonly Refusal[]): Rule {
  return (drawing) => allOf(drawing, type).flatMap((element) => check(element, drawing));
}

export function isA(element: ModdleElement | undefined, ...types: readonly string[]): boolean {
  return types.some((type) => element?.$instanceOf?.(type) === true);
}

export { idOf, written } from '../moddle/access';

/** The nearest enclosing element of a type. */
export function enclosing(element: ModdleElement, type: string): ModdleElement | undefined {
  const parent = element.$parent;
  return parent === undefined || isA(parent, type) ? parent : enclosing(parent, type);
}

const SEEN = ['bpmn:FlowElement', 'bpmn:Artifact', 'bpmn:InteractionNode', 'bpmn:MessageFlow'];

/** Where people see what is wrong: the nearest element around with a place of its own in the drawing or among the definitions. */
export function placeOf(element: ModdleElement, below?: string): Place {
  const parent = element.$parent;
  const steps = below === undefined ? [] : [below];
  if (parent === undefined || parent.$type === 'bpmn:Definitions' || isA(element, ...SEEN)) {
    return { element, ...(below === undefined ? {} : { below }) };
  }
  return placeOf(parent, [stepTo(element, parent), ...steps].join('/'));
}

/** How the path says it: expressions by what they are for, others by what they are, with an id where there may be several. */
function stepTo(element: ModdleElement, parent: ModdleElement): string {
  if (isA(element, 'bpmn:Expression')) {
    return Object.keys(parent)
      .filter((name) => parent[name] === element)
      .join();
  }
  const type = element.$type.replace('bpmn:', '');
  const plain = element.id === undefined || isA(element, 'bpmn:EventDefinition', 'bpmn:LoopCharacteristics');
  return `${type.charAt(0).toLowerCase()}${type.slice(1)}${plain ? '' : `[${idOf(element)}]`}`;
}

/** The event definitions of an event, in place and by reference, without what only pretends to be one. */
export function definitionsOf(event: ModdleElement): readonly ModdleElement[] {
  const all = [...elementsOf(event, 'eventDefinitions'), ...elementsOf(event, 'eventDefinitionRef')];
  return all.filter((definition) => isA(definition, 'bpmn:EventDefinition'));
}

/** `message`, `timer`, `compensate` …: what an event waits for or throws. */
export function kindsOf(event: ModdleElement): readonly string[] {
  return definitionsOf(event).map((definition) => {
    const name = definition.$type.replace(/^bpmn:/, '').replace(/EventDefinition$/, '');
    return name.charAt(0).toLowerCase() + name.slice(1);
  });
}

/** What an item-aware element, message, error, escalation or signal carries. */
export function itemOf(element: ModdleElement | undefined): ModdleElement | undefined {
  return ['itemSubjectRef', 'itemRef', 'structureRef'].map((name) => elementOf(element, name)).find((item) => item !== undefined);
}

/** The same item definition, or two with the same structure. Where one side says nothing there is nothing to compare. */
export function sameItem(one: ModdleElement | undefined, other: ModdleElement | undefined): boolean {
  if (one === undefined || other === undefined || one === other) {
    return true;
  }
  return one['structureRef'] !== undefined && one['structureRef'] === other['structureRef'];
}

function spread(root: ModdleElement): readonly ModdleElement[] {
  const found: ModdleElement[] = [];
  const open = [root];
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    found.push(element);
    open.push(...contentsOf(element).reverse());
  }
  return found;
}

/** What stands inside an element: moddle shows references as well, but those have another parent. */
function contentsOf(element: ModdleElement): ModdleElement[] {
  return Object.keys(element)
    .filter((name) => !name.startsWith('$') && name !== 'diagrams' && name !== 'extensionElements')
    .flatMap((name) => (Array.isArray(element[name]) ? (element[name] as readonly unknown[]) : [element[name]]))
    .filter(isElement)
    .filter((child) => child.$parent === element && !isPicture(child));
}

function isPicture(element: ModdleElement): boolean {
  return element.$type === 'bpmn:Process' && flagOf(element, 'isExecutable') !== true;
}
