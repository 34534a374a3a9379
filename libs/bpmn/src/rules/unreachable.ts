import { flowAt, isCutOff, membersOf, nodeAt, type DrawnNode, type DrawnProcess } from '../drawing/drawing';
import { refuse } from '../drawing/place';
import { eachProcess } from './each';

/**
 * Every node can be reached from where its scope begins, along flows, boundaries and links. Whether a run really comes there is
 * for `unsound` to say. Nodes without any incoming flow are reported by `connections`; what stands behind them is left to that.
 */
export const unreachable = eachProcess((process) => {
  const reached = walk(process);
  return process.nodes
    .filter((node) => !reached.has(node.index) && node.incoming.length > 0)
    .map((node) => refuse('element-unreachable', { element: node.element }));
});

function walk(process: DrawnProcess): ReadonlySet<number> {
  const reached = new Set<number>();
  const open = [0];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (!reached.has(index)) {
      reached.add(index);
      open.push(...next(process, nodeAt(process, index)));
    }
  }
  return reached;
}

function next(process: DrawnProcess, node: DrawnNode): readonly number[] {
  const inside = membersOf(process, node.index).filter((member) => member.begins || member.kind === 'eventSubProcess' || isCutOff(member));
  const handler = node.compensationHandler === undefined ? [] : [node.compensationHandler];
  return [
    ...node.boundaries,
    ...handler,
    ...inside.map((member) => member.index),
    ...node.waysOut.flatMap((flow) => flowAt(process, flow).target ?? []),
  ];
}
