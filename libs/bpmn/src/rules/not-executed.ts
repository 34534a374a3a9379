import type { ModdleElement } from 'bpmn-moddle';
import { eventDefinitionsOf } from '../drawing/draw';
import type { DrawnNode, DrawnProcess, Trigger } from '../drawing/drawing';
import { refuse } from '../drawing/place';
import { elementOf, elementsOf, extensionOf, extensionsOf, setProperties } from '../moddle/access';
import type { Refusal } from '../refusal';
import { executesExtension, executesPartExtension, executesPartProperty, executesProperty, IDLE_ATTRIBUTES } from './executed-words';
import type { Rule } from './rule';

const TRIGGERS: Readonly<Record<string, readonly Trigger[]>> = {
  startEvent: ['none', 'message', 'timer', 'error'],
  endEvent: ['none', 'terminate', 'error', 'message'],
  intermediateCatchEvent: ['message', 'timer'],
  intermediateThrowEvent: ['none', 'message'],
  boundaryEvent: ['message', 'timer', 'error'],
};
/** Root elements that are definitions others refer to, or pictures. */
const INERT_ROOTS =
  /^bpmn:(Process|Collaboration|Message|Error|Signal|Escalation|ItemDefinition|Category|DataStore|Resource|Interface|PartnerEntity|PartnerRole|EndPoint|CorrelationProperty|\w+EventDefinition)$/;

/** Refuses what the engine would not run, element by element and attribute by attribute: there is no silent no-op (engine.md 1.8). */
export const notExecuted: Rule = (drawing) => [
  ...elementsOf(drawing.root, 'rootElements')
    .filter((root) => !INERT_ROOTS.test(root.$type))
    .map((element) => refuse('element-not-executed', { element })),
  ...elementsOf(drawing.root, 'imports').map((element) => refuse('element-not-executed', { element })),
  ...drawing.processes.flatMap(checkProcess),
];

function checkProcess(process: DrawnProcess): readonly Refusal[] {
  return [
    ...process.nodes.flatMap(checkNode),
    ...process.flows.flatMap((flow) => checkPart(flow.element)),
    ...process.others.map((element) => refuse('element-not-executed', { element })),
  ];
}

function checkNode(node: DrawnNode): readonly Refusal[] {
  const { element, kind } = node;
  const place = { element };
  if (kind === 'unsupported') {
    return [refuse('element-not-executed', place)];
  }
  const loop = elementOf(element, 'loopCharacteristics');
  return [
    ...checkTrigger(node),
    ...unexecuted(element, (name, value) => executesProperty(kind, name, value)),
    ...checkExtensions(element, (type) => executesExtension(kind, type)),
    ...(kind === 'userTask' && extensionOf(element, 'zeebe:UserTask') === undefined
      ? [refuse('element-not-executed', place, { reason: 'job-based-user-task' }, { hint: 'Add <zeebe:userTask/> to the task.' })]
      : []),
    ...(loop === undefined ? [] : checkLoop(element, loop)),
    ...eventDefinitionsOf(element).flatMap(checkPart),
  ];
}

function checkTrigger(node: DrawnNode): readonly Refusal[] {
  const allowed = TRIGGERS[node.kind];
  if (allowed === undefined || allowed.includes(node.trigger)) {
    return [];
  }
  const definitions = eventDefinitionsOf(node.element).map((definition) => definition.$type);
  return [refuse('element-not-executed', { element: node.element }, { definitions, trigger: node.trigger })];
}

function checkLoop(element: ModdleElement, loop: ModdleElement): readonly Refusal[] {
  return loop.$type === 'bpmn:MultiInstanceLoopCharacteristics'
    ? checkPart(loop)
    : [refuse('attribute-not-executed', { element, below: loop.$type }, { name: loop.$type })];
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
    if (types.indexOf(type) !== position) {
      return [refuse('attribute-not-executed', { element, below }, { name: type, reason: 'repeated' })];
    }
    return Object.entries(IDLE_ATTRIBUTES[type] ?? {})
      .filter(([name, allowed]) => setProperties(extension).includes(name) && !allowed.includes(extension[name]))
      .map(([name]) => refuse('attribute-not-executed', { element, below: `${below}/@${name}` }, { name }));
  });
}
