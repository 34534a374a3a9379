import type { DrawnNode } from './drawing';

type Node = Omit<DrawnNode, 'begins'>;

const NEVER: readonly Node['kind'][] = ['boundaryEvent', 'eventSubProcess'];

/**
 * Where tokens begin in each scope: its start events and what instantiates the process; without any start event every node no
 * flow leads to (BPMN 2.0 §13.2). In an ad-hoc subprocess nothing begins by itself: there these are the nodes that may be begun.
 */
export function beginningsOf(nodes: readonly Node[]): ReadonlySet<number> {
  const withStarts = new Set(nodes.filter((node) => node.kind === 'startEvent').map((node) => node.scope));
  const begins = (node: Node): boolean =>
    node.kind === 'startEvent' || node.instantiates || (!withStarts.has(node.scope) && nobodyLeadsTo(node));
  return new Set(
    nodes
      .slice(1)
      .filter(begins)
      .map((node) => node.index),
  );
}

function nobodyLeadsTo(node: Node): boolean {
  return node.waysIn.length === 0 && !NEVER.includes(node.kind) && !node.forCompensation && !isLinkCatch(node);
}

function isLinkCatch(node: Node): boolean {
  return node.kind === 'intermediateCatchEvent' && node.trigger === 'link';
}
