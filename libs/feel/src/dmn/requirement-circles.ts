import type { Node } from './model';

/** Ids of the decisions that require themselves through information requirements. Knowledge may call itself. */
export function findCircles(nodes: readonly Node[]): readonly string[] {
  return nodes.filter((node) => reaches(required(node), node)).map(({ id }) => id);
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
