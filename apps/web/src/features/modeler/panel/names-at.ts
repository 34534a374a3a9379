import type { PanelFacts } from '@thidua/contract';
import type { DiagramElement, ModdleObject, Services } from '../../../bpmn/types';
import { attributeOf, extensionOf } from '../extension';
import { kindOf } from './part';

export interface KnownName {
  readonly name: string;
  /** Names of the steps that set it; none = it is there from the start. */
  readonly by: readonly string[];
}

interface Setting {
  readonly name: string;
  readonly at: DiagramElement;
  readonly local: boolean;
}

/** Words of FEEL, and what the loops and lists bring about themselves. */
const WORDS = new Set(
  ['if then else for in return some every satisfies and or not between instance of true false null function', 'item partial pos']
    .join(' ')
    .split(' '),
);
const RESULTS: readonly (readonly [type: string, attribute: string])[] = [
  ['zeebe:Script', 'resultVariable'],
  ['zeebe:CalledDecision', 'resultVariable'],
];

/**
 * The names an expression at this element may use: set by a step that can come before it, of its own or of what it stands in, and those
 * the diagram reads without ever setting them, which it was started with. By name.
 */
export function namesAt(services: Services, element: DiagramElement, facts: PanelFacts | undefined): readonly KnownName[] {
  const all = services.get('elementRegistry').filter((one) => one.labelTarget === undefined);
  const settings = all.flatMap((one) => settingsOf(one, facts));
  const before = comingBefore(element);
  const around = new Set(surroundingsOf(element));
  const seen = settings.filter(({ at, local }) => (local ? around.has(at) : before.has(at)));
  const set = new Set(settings.map(({ name }) => name));
  const free = all.flatMap(readingsOf).filter((name) => !set.has(name));
  return [...new Set([...seen.map(({ name }) => name), ...free])]
    .sort((a, b) => a.localeCompare(b, 'vi'))
    .map((name) => ({ name, by: seen.filter((one) => one.name === name).map(({ at }) => at.businessObject.name ?? at.id) }));
}

/** What stands after the last thing that is no part of a name, to be completed. */
export function wordAtEnd(text: string): string {
  return /[\p{L}_][\p{L}\p{N}_]*$/u.exec(text)?.[0] ?? '';
}

/** Names read in an expression: no texts, no keys, no calls, no words of the language. */
export function namesIn(expression: string): readonly string[] {
  const bare = expression.replace(/"(?:[^"\\]|\\.)*"/g, ' ');
  return [...bare.matchAll(/(?<![\p{L}\p{N}_.])[\p{L}_][\p{L}\p{N}_]*(?!\s*[(:]|[\p{L}\p{N}_])/gu)]
    .map(([name]) => name)
    .filter((name) => !WORDS.has(name));
}

function settingsOf(element: DiagramElement, facts: PanelFacts | undefined): readonly Setting[] {
  const { businessObject } = element;
  const mapped = (of: string): readonly string[] =>
    listOf(extensionOf(element, 'zeebe:IoMapping'), of).flatMap((one) => textOf(one, 'target'));
  const outputs = mapped('outputParameters');
  const form = facts?.forms.find((one) => one.id === attributeOf(element, 'zeebe:FormDefinition', 'formId'));
  const loop = businessObject.get('loopCharacteristics') as ModdleObject | undefined; // absent on what does not repeat
  const cycle = loop === undefined ? undefined : extensionOf({ businessObject: loop }, 'zeebe:LoopCharacteristics');
  const local = [
    ...mapped('inputParameters'),
    ...textOf(cycle, 'inputElement'),
    ...(/^DataObject/.test(kindOf(element)) ? [businessObject.name ?? ''] : []),
  ];
  const given = [
    ...(outputs.length > 0 ? outputs : (form?.fields ?? [])),
    ...textOf(cycle, 'outputCollection'),
    ...RESULTS.flatMap(([type, attribute]) => attributeOf(element, type, attribute)),
  ];
  const setting =
    (isLocal: boolean) =>
    (name: string): readonly Setting[] =>
      name === '' ? [] : [{ name, at: element, local: isLocal }];
  return [...local.flatMap(setting(true)), ...given.flatMap(setting(false))];
}

function readingsOf(element: DiagramElement): readonly string[] {
  const { businessObject } = element;
  const condition = businessObject.get('conditionExpression') as ModdleObject | undefined; // on flows alone
  const mapping = extensionOf(element, 'zeebe:IoMapping');
  const groups = attributeOf(element, 'zeebe:AssignmentDefinition', 'candidateGroups');
  const times = listOf(businessObject, 'eventDefinitions').flatMap(
    (one) => ['timeDate', 'timeDuration', 'timeCycle'].flatMap((name) => textOf(one.get(name) as ModdleObject | undefined, 'body')), // an expression or absent
  );
  const inputs = listOf(mapping, 'inputParameters').flatMap((one) => textOf(one, 'source'));
  return [...textOf(condition, 'body'), groups, ...inputs, ...times].filter((text) => text.trim().startsWith('=')).flatMap(namesIn);
}

/** Every element from which a flow, a boundary or the border of a subprocess leads here. */
function comingBefore(element: DiagramElement): ReadonlySet<DiagramElement> {
  const found = new Set<DiagramElement>();
  const open = [element.source ?? element];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (!found.has(one)) {
      found.add(one);
      open.push(
        ...(one.incoming ?? []).flatMap((flow) => flow.source ?? []),
        ...(one.host === undefined || one.host === null ? [] : [one.host]),
      );
      open.push(...(one.parent === undefined || one.parent === null ? [] : [one.parent]));
    }
  }
  return found;
}

function surroundingsOf(element: DiagramElement): readonly DiagramElement[] {
  const holder = element.host ?? element.parent ?? undefined;
  const siblings = (element.parent?.children ?? []).filter((one) => /^DataObject/.test(kindOf(one)));
  return [element, ...siblings, ...(holder === undefined ? [] : surroundingsOf(holder))];
}

function listOf(object: ModdleObject | undefined, name: string): readonly ModdleObject[] {
  const value = object?.get(name);
  return Array.isArray(value) ? (value as readonly ModdleObject[]) : []; // lists of the BPMN model hold its objects
}

function textOf(object: ModdleObject | undefined, name: string): readonly string[] {
  const value = object?.get(name);
  return typeof value === 'string' ? [value] : [];
}
