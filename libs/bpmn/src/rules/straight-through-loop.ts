import { membersOf, nodeAt, targetsOf, type DrawnNode, type DrawnProcess } from '../drawing/drawing';
import { refuse } from '../drawing/place';
import { cycles } from '../flow/cycles';
import { elementOf, extensionOf } from '../moddle/access';
import { eachProcess } from './each';

/**
 * A loop of gateways and pass-through steps only: nothing in it waits and nothing changes what its conditions read, so once
 * round it goes round for ever (engine.md 2.18). A step that maps or computes variables is trusted to count.
 */
export const straightThroughLoop = eachProcess((process) => {
  const straight = process.nodes.filter((node) => node.index !== 0 && isStraight(process, node));
  const inside = new Set(straight.map((node) => node.index));
  const next = (index: number): readonly number[] =>
    targetsOf(process, nodeAt(process, index).waysOut).filter((target) => inside.has(target));
  return cycles([...inside], next).flatMap((cycle) => {
    const members = new Set(cycle);
    const nodes = straight.filter((node) => members.has(node.index));
    return nodes
      .slice(0, 1)
      .map((first) => refuse('straight-through-loop', { element: first.element }, { elements: nodes.map((node) => node.id) }));
  });
});

function isStraight(process: DrawnProcess, node: DrawnNode): boolean {
  switch (node.kind) {
    case 'exclusiveGateway':
    case 'parallelGateway':
    case 'inclusiveGateway':
    case 'complexGateway':
      return true;
    case 'passThroughTask':
      return !repeats(node);
    case 'intermediateCatchEvent':
      return node.trigger === 'link';
    case 'intermediateThrowEvent':
      return !maps(node) && node.triggers.every((trigger) => trigger === 'link' || trigger === 'message');
    case 'subProcess':
      return (
        !maps(node) && !repeats(node) && membersOf(process, node.index).every((member) => isEdge(member) || isStraight(process, member))
      );
    default:
      return false;
  }
}

function isEdge({ kind }: DrawnNode): boolean {
  return kind === 'startEvent' || kind === 'endEvent';
}

function maps({ element }: DrawnNode): boolean {
  return extensionOf(element, 'zeebe:IoMapping') !== undefined;
}

/** A repeated step collects its outputs or counts. */
function repeats({ element }: DrawnNode): boolean {
  return elementOf(element, 'loopCharacteristics') !== undefined;
}
