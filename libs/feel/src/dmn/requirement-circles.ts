import type { Node } from './model';

/** Ids of the decisions that require themselves through information requirements. Knowledge may call itself. */
export function findCircles(nodes: readonly Node[]): readonly string[] {
  return leftOver(nodes)
    .filter((node) => reaches(required(node), node))
    .map(({ id }) => id);
}

/** What remains when every node is taken away once all it requires is: circles, and what rests on one. */
function leftOver(nodes: readonly Node[]): readonly Node[] {
  const dependents = new Map<Node, Node[]>(nodes.map((node) => [node, []]));
  const waiting = new Map<Node, number>();
  for (const node of nodes) {
    const here = required(node).filter((other) => dependents.has(other));
    waiting.set(node, here.length);
    here.forEach((other) => (dependents.get(other) as Node[]).push(node));
  }
  const free = nodes.filter((node) => waiting.get(node) === 0);
  for (let node = free.pop(); node !== undefined; node = free.pop()) {
    waiting.delete(node);
    for (const dependent of dependents.get(node) as Node[]) {
      const count = (waiting.get(dependent) as number) - 1;
      waiting.set(dependent, count);
      if (count === 0) {
        free.push(dependent);
      }
    }
  }
  return [...waiting.keys()];
}

function reaches(from: readonly Node[], target: Node): boolean {
  const seen = new Set<Node>();
  const open = [...from];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node === target) {
      return true;
    }
    if (!seen.has(node)) {
      seen.add(node);
      open.push(...required(node));
    }
  }
  return false;
}

function required(node: Node): readonly Node[] {
  return node.kind === 'decision' ? node.requires.map((requirement) => requirement.node).filter(({ kind }) => kind === 'decision') : [];
}
