import type { ModdleElement } from 'bpmn-moddle';
import { refuse } from '../drawing/place';
import { extensionsOf } from '../moddle/access';
import { allOf } from './model';
import type { Rule } from './rule';

/** What drawing tools note for themselves; nobody expects it to run. */
const DRAWING =
  /^(http:\/\/camunda\.org\/schema\/modeler\/|http:\/\/bpmn\.io\/schema\/|http:\/\/www\.omg\.org\/spec\/|http:\/\/www\.w3\.org\/)/;
const OWN = /^(bpmn|zeebe|thidua):/;

/** Words of other tools are kept in the file and not executed: one notice for each of their namespaces. */
export const extensionKept: Rule = (drawing) => {
  const used = allOf(drawing, 'bpmn:BaseElement').flatMap(foreignPrefixes);
  const times = new Map<string, number>();
  for (const prefix of used) {
    const namespace = namespaceOf(drawing.root, prefix);
    times.set(namespace, (times.get(namespace) ?? 0) + 1);
  }
  return [...times]
    .filter(([namespace]) => !DRAWING.test(namespace))
    .map(([namespace, count]) => refuse('extension-kept', { element: drawing.root }, { namespace, times: count }, { severity: 'warning' }));
};

function foreignPrefixes(element: ModdleElement): readonly string[] {
  const names = [
    ...Object.keys(attributesOf(element)).filter((name) => !name.startsWith('xmlns')),
    ...extensionsOf(element).map(({ $type }) => $type),
  ];
  return names.filter((name) => name.includes(':') && !OWN.test(name)).map((name) => name.slice(0, name.indexOf(':')));
}

/** The URI a prefix is bound to at the top; a prefix bound further in stands for itself. */
function namespaceOf(root: ModdleElement, prefix: string): string {
  const uri = attributesOf(root)[`xmlns:${prefix}`];
  return typeof uri === 'string' ? uri : prefix;
}

/** Attributes no descriptor knows. */
function attributesOf(element: ModdleElement): Readonly<Record<string, unknown>> {
  return element['$attrs'] as Readonly<Record<string, unknown>>;
}
