import type { ModdleElement } from 'bpmn-moddle';
import { idOf, written } from '../moddle/access';
import type { DrawnFlow } from './drawing';
import { eventDefinitionsOf } from './kinds';

interface Placed {
  readonly element: ModdleElement;
  readonly scope: number;
}

/** The flows nobody drew: from each link throw to the catch event of that name in the same scope. `element` is the throw. */
export function linkFlows(nodes: readonly Placed[], firstIndex: number): readonly DrawnFlow[] {
  const catches = new Map<string, number>();
  nodes.forEach((node, index) => {
    const key = linkKey(node, 'bpmn:IntermediateCatchEvent');
    if (key !== undefined && !catches.has(key)) {
      catches.set(key, index);
    }
  });
  const pairs = nodes.flatMap((node, source) => {
    const target = catches.get(linkKey(node, 'bpmn:IntermediateThrowEvent') ?? '');
    return target === undefined ? [] : [{ node, source, target }];
  });
  return pairs.map(({ node, source, target }, position): DrawnFlow => {
    const id = `${idOf(node.element)}->${idOf(nodes[target]?.element)}`;
    const { element, scope } = node;
    return { index: firstIndex + position, id, name: '', element, scope, source, target, isDefault: false };
  });
}

/** Scope and link name; a link among other triggers, or without a name, leads nowhere. */
function linkKey({ element, scope }: Placed, type: string): string | undefined {
  const [definition, ...more] = element.$type === type ? eventDefinitionsOf(element) : [];
  const name = definition?.$type === 'bpmn:LinkEventDefinition' && more.length === 0 ? written(definition, 'name') : '';
  return name === '' ? undefined : `${scope} ${name}`;
}
