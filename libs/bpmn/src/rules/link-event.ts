import type { DrawnNode } from '../drawing/drawing';
import { refuse } from '../drawing/place';
import { elementOf, elementsOf } from '../moddle/access';
import type { Refusal } from '../refusal';
import { eachProcess } from './each';
import { definitionsOf, isA, written } from './model';

/** A link throw leads to exactly one link catch of its name in its own level, and every catch is thrown to. */
export const linkEvent = eachProcess((process) => {
  const links = process.nodes.filter((node) => linkOf(node) !== undefined);
  return links.flatMap((node) => (throwing(node) ? checkThrow(node, links) : checkCatch(node, links)));
});

function checkThrow(node: DrawnNode, links: readonly DrawnNode[]): readonly Refusal[] {
  const catches = links.filter((other) => !throwing(other));
  const named = catches.filter((other) => nameOf(other) === nameOf(node));
  const [here, elsewhere] = [named.filter((other) => other.scope === node.scope), named.filter((other) => other.scope !== node.scope)];
  const meant = catches.find((other) => linkOf(other) === elementOf(linkOf(node), 'target'));
  if (here.length === 1) {
    return [];
  }
  if (here.length > 1) {
    return [wrong(node, 'several-targets')];
  }
  if (elsewhere.length > 0 || (meant !== undefined && meant.scope !== node.scope)) {
    return [wrong(node, 'other-level')];
  }
  return [wrong(node, meant === undefined ? 'no-target' : 'no-such-name')];
}

function checkCatch(node: DrawnNode, links: readonly DrawnNode[]): readonly Refusal[] {
  const meant = elementsOf(linkOf(node), 'source');
  const sources = links.filter(throwing).filter((other) => nameOf(other) === nameOf(node) || meant.some((one) => one === linkOf(other)));
  return sources.length === 0 ? [wrong(node, 'no-source')] : [];
}

function wrong(node: DrawnNode, reason: string): Refusal {
  return refuse('link-invalid', { element: node.element, below: 'linkEventDefinition/@name' }, { reason, link: nameOf(node) });
}

function linkOf(node: DrawnNode): ReturnType<typeof elementOf> {
  const link = definitionsOf(node.element).find((definition) => isA(definition, 'bpmn:LinkEventDefinition'));
  return isA(node.element, 'bpmn:IntermediateCatchEvent', 'bpmn:IntermediateThrowEvent') ? link : undefined;
}

function nameOf(node: DrawnNode): string {
  return written(linkOf(node), 'name');
}

function throwing(node: DrawnNode): boolean {
  return isA(node.element, 'bpmn:IntermediateThrowEvent');
}
