import type { ModdleElement } from 'bpmn-moddle';
import type { DrawnNode } from '../drawing/drawing';
import { refuse } from '../drawing/place';
import { elementOf, elementsOf } from '../moddle/access';
import type { Refusal } from '../refusal';
import { eachProcess } from './each';
import { definitionsOf, isA, written } from './model';

interface Link {
  readonly node: DrawnNode;
  readonly definition: ModdleElement;
  readonly name: string;
}

/** The links of one direction, to be found by name and by definition. */
interface Side {
  readonly byName: ReadonlyMap<string, readonly Link[]>;
  readonly byDefinition: ReadonlyMap<ModdleElement | undefined, Link>;
  /** Catches by the throws they name. */
  readonly bySource: ReadonlyMap<ModdleElement, Link>;
}

/** A link throw leads to exactly one link catch of its name in its own level, and every catch is thrown to. */
export const linkEvent = eachProcess((process) => {
  const links = process.nodes.flatMap(linkOf);
  const [throws, catches] = [sideOf(links.filter(throwing)), sideOf(links.filter((link) => !throwing(link)))];
  return links.flatMap((link) => (throwing(link) ? checkThrow(link, catches) : checkCatch(link, throws)));
});

function checkThrow(link: Link, catches: Side): readonly Refusal[] {
  const { scope } = link.node;
  const named = catches.byName.get(link.name) ?? [];
  const here = named.filter(({ node }) => node.scope === scope);
  const meant = catches.byDefinition.get(elementOf(link.definition, 'target')) ?? catches.bySource.get(link.definition);
  if (here.length === 1) {
    return [];
  }
  if (here.length > 1) {
    return [wrong(link, 'several-targets')];
  }
  if (named.length > 0 || (meant !== undefined && meant.node.scope !== scope)) {
    return [wrong(link, 'other-level')];
  }
  return [wrong(link, meant === undefined ? 'no-target' : 'no-such-name')];
}

function checkCatch(link: Link, throws: Side): readonly Refusal[] {
  const meant = elementsOf(link.definition, 'source').some((definition) => throws.byDefinition.has(definition));
  return meant || throws.byName.has(link.name) ? [] : [wrong(link, 'no-source')];
}

function wrong({ node, name }: Link, reason: string): Refusal {
  return refuse('link-invalid', { element: node.element, below: 'linkEventDefinition/@name' }, { reason, link: name });
}

function linkOf(node: DrawnNode): readonly Link[] {
  const definition = definitionsOf(node.element).find((one) => isA(one, 'bpmn:LinkEventDefinition'));
  const may = isA(node.element, 'bpmn:IntermediateCatchEvent', 'bpmn:IntermediateThrowEvent');
  return definition === undefined || !may ? [] : [{ node, definition, name: written(definition, 'name') }];
}

function throwing({ node }: Link): boolean {
  return isA(node.element, 'bpmn:IntermediateThrowEvent');
}

function sideOf(links: readonly Link[]): Side {
  const byName = new Map<string, Link[]>();
  for (const link of links) {
    const group = byName.get(link.name) ?? [];
    group.push(link);
    byName.set(link.name, group);
  }
  return {
    byName,
    byDefinition: new Map(links.map((link) => [link.definition, link])),
    bySource: new Map(links.flatMap((link) => elementsOf(link.definition, 'source').map((source) => [source, link] as const))),
  };
}
