import { extensionOf } from '../moddle/access';
import { flowAt, membersOf, type DrawnNode, type DrawnProcess } from '../drawing/drawing';
import { refuse } from '../drawing/place';
import { cycles } from '../flow/cycles';
import { eachProcess } from './each';

/**
 * A loop of gateways and pass-through steps only: nothing in it waits and nothing changes what its conditions read, so once
 * round it goes round for ever (engine.md 2.18). A step that maps or computes variables is trusted to count.
 */
export const straightThroughLoop = eachProcess((process) => {
  const straight = process.nodes.filter((node) => node.index !== 0 && isStraight(process, node));
  const inside = new Set(straight.map((node) => node.index));
  const next = (index: number): readonly number[] =>
    (process.nodes[index]?.outgoing ?? []).flatMap((flow) => flowAt(process, flow).target ?? []).filter((target) => inside.has(target));
  return cycles([...inside], next).flatMap((cycle) => {
    const nodes = straight.filter((node) => cycle.includes(node.index));
    return nodes
      .slice(0, 1)
      .map((first) => refuse('straight-through-loop', { element: first.element }, { elements: nodes.map((node) => node.id) }));
  });
});

function isStraight(process: DrawnProcess, node: DrawnNode): boolean {
  switch (node.kind) {
    case 'exclusiveGateway':
    case 'parallelGateway':
    case 'passThroughTask':
      return true;
    case 'intermediateThrowEvent':
      return extensionOf(node.element, 'zeebe:IoMapping') === undefined;
    case 'subProcess':
      return (
        extensionOf(node.element, 'zeebe:IoMapping') === undefined &&
        membersOf(process, node.index).every((member) => ['startEvent', 'endEvent'].includes(member.kind) || isStraight(process, member))
      );
    default:
      return false;
  }
}
