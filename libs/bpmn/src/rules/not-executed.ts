import type { ModdleElement } from 'bpmn-moddle';
import type { DrawnNode, DrawnProcess, SingleTrigger } from '../drawing/drawing';
import { eventDefinitionsOf } from '../drawing/kinds';
import { refuse } from '../drawing/place';
import { elementOf, elementsOf, extensionOf, extensionsOf, flagOf, setProperties } from '../moddle/access';
import type { Refusal } from '../refusal';
import {
  executesExtension,
  executesGlobalProperty,
  executesPartExtension,
  executesPartProperty,
  executesProperty,
  IDLE_ATTRIBUTES,
  isExecutedPart,
} from './executed-words';
import type { Rule } from './rule';

const TRIGGERS: Readonly<Record<string, readonly SingleTrigger[]>> = {
  startEvent: ['message', 'timer', 'conditional', 'signal', 'error', 'escalation', 'compensation'],
  endEvent: ['message', 'signal', 'escalation', 'error', 'compensation', 'cancel', 'terminate'],
  intermediateCatchEvent: ['message', 'timer', 'conditional', 'signal', 'link'],
  intermediateThrowEvent: ['message', 'signal', 'escalation', 'compensation', 'link'],
  boundaryEvent: ['message', 'timer', 'conditional', 'signal', 'error', 'escalation', 'compensation', 'cancel'],
};
/** What must be an event's only trigger when it is caught, and what may be waited for together with others. */
const ALONE: readonly SingleTrigger[] = ['link', 'compensation', 'cancel'];
const TOGETHER: readonly SingleTrigger[] = ['message', 'timer', 'conditional', 'signal'];
/** Root elements that are definitions others refer to, or pictures. */
const INERT_ROOTS =
  /^bpmn:(Process|Collaboration|Message|Error|Signal|Escalation|ItemDefinition|Category|DataStore|Resource|Interface|PartnerEntity|PartnerRole|EndPoint|CorrelationProperty|Global(Manual|User|Script|BusinessRule)?Task|\w+EventDefinition)$/;

/** Refuses what the engine would not run, element by element and attribute by attribute: there is no silent no-op (engine.md 1.8). */
export const notExecuted: Rule = (drawing) => [
  ...elementsOf(drawing.root, 'rootElements')
    .filter((root) => !INERT_ROOTS.test(root.$type))
    .map((element) => refuse('element-not-executed', { element })),
  ...elementsOf(drawing.root, 'imports').map((element) => refuse('element-not-executed', { element })),
  ...elementsOf(drawing.root, 'extensions')
    .filter((extension) => flagOf(extension, 'mustUnderstand') === true)
    .map((element) => refuse('element-not-executed', { element }, { reason: 'must-understand' })),
  ...drawing.processes.flatMap(checkProcess),
];

function checkProcess(process: DrawnProcess): readonly Refusal[] {
  const stores = associatedStores(process);
  return [
    ...process.nodes.flatMap(checkNode),
    ...process.flows.flatMap((flow) => checkPart(flow.element)),
    ...process.others.flatMap(({ element }) =>
      isExecutedPart(element.$type) && !stores.has(element) ? checkPart(element) : [refuse('element-not-executed', { element })],
    ),
  ];
}

/** Data stores something is read from or written to: nobody serves them. Without an association they are pictures. */
function associatedStores(process: DrawnProcess): ReadonlySet<ModdleElement> {
  const ends = process.nodes.flatMap(({ element }) =>
    dataAssociations(element).flatMap((association) => [
      ...elementsOf(association, 'sourceRef'),
      elementOf(association, 'targetRef') ?? association,
    ]),
  );
  return new Set(ends.filter((end) => end.$type === 'bpmn:DataStoreReference'));
}

function dataAssociations(element: ModdleElement): readonly ModdleElement[] {
  return [...elementsOf(element, 'dataInputAssociations'), ...elementsOf(element, 'dataOutputAssociations')];
}

function checkNode(node: DrawnNode): readonly Refusal[] {
  const { element, kind, work } = node;
  if (kind === 'unsupported') {
    return [refuse('element-not-executed', { element })];
  }
  return [
    ...checkTrigger(node),
    ...(work === element ? checkWords(element, kind) : [...checkWords(element, 'callActivity'), ...checkGlobalTask(work, kind)]),
    ...(kind === 'userTask' && extensionOf(work, 'zeebe:UserTask') === undefined
      ? [refuse('element-not-executed', { element }, { reason: 'job-based-user-task' }, { hint: 'Add <zeebe:userTask/> to the task.' })]
      : []),
    ...[elementOf(element, 'loopCharacteristics')].flatMap((loop) => (loop === undefined ? [] : checkPart(loop))),
    ...[...eventDefinitionsOf(element), ...elementsOf(element, 'properties'), ...dataAssociations(element)].flatMap(checkPart),
  ];
}

function checkWords(element: ModdleElement, kind: DrawnNode['kind']): readonly Refusal[] {
  return [
    ...unexecuted(element, (name, value) => executesProperty(kind, name, value)),
    ...checkExtensions(element, (type) => executesExtension(kind, type)),
  ];
}

function checkGlobalTask(work: ModdleElement, kind: DrawnNode['kind']): readonly Refusal[] {
  return [...unexecuted(work, executesGlobalProperty), ...checkExtensions(work, (type) => executesExtension(kind, type))];
}

function checkTrigger(node: DrawnNode): readonly Refusal[] {
  const allowed = TRIGGERS[node.kind];
  const { triggers } = node;
  if (allowed === undefined || (triggers.every((trigger) => allowed.includes(trigger)) && mayStandTogether(node))) {
    return [];
  }
  const definitions = eventDefinitionsOf(node.element).map((definition) => definition.$type);
  return [refuse('element-not-executed', { element: node.element }, { definitions, trigger: node.trigger })];
}

function mayStandTogether({ kind, trigger, triggers }: DrawnNode): boolean {
  if (trigger === 'parallelMultiple') {
    return triggers.every((single) => TOGETHER.includes(single));
  }
  const throws = kind === 'endEvent' || kind === 'intermediateThrowEvent';
  return trigger !== 'multiple' || !triggers.some((single) => (throws ? single === 'link' : ALONE.includes(single)));
}

function checkPart(element: ModdleElement): readonly Refusal[] {
  return [
    ...unexecuted(element, (name, value) => executesPartProperty(element.$type, name, value)),
    ...checkExtensions(element, (type) => executesPartExtension(element.$type, type)),
  ];
}

function unexecuted(element: ModdleElement, executes: (name: string, value: unknown) => boolean): readonly Refusal[] {
  return setProperties(element)
    .filter((name) => !executes(name, element[name]))
    .map((name) => refuse('attribute-not-executed', { element, below: `@${name}` }, { name }));
}

function checkExtensions(element: ModdleElement, executes: (type: string) => boolean): readonly Refusal[] {
  const known = extensionsOf(element).filter((extension) => /^(zeebe|thidua):/.test(extension.$type));
  const types = known.map((extension) => extension.$type);
  return known.flatMap((extension, position) => {
    const type = extension.$type;
    const below = `extensionElements/${type}`;
    if (!executes(type)) {
      return [refuse('attribute-not-executed', { element, below }, { name: type })];
    }
    // The converter leaves one mark per word.
    if (types.indexOf(type) !== position && type !== 'thidua:Unmapped') {
      return [refuse('attribute-not-executed', { element, below }, { name: type, reason: 'repeated' })];
    }
    return Object.entries(IDLE_ATTRIBUTES[type] ?? {})
      .filter(([name, allowed]) => setProperties(extension).includes(name) && !allowed.includes(extension[name]))
      .map(([name]) => refuse('attribute-not-executed', { element, below: `${below}/@${name}` }, { name }));
  });
}
