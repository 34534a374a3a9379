import { nodeAt, targetsOf, type DrawnNode, type DrawnProcess } from '../drawing/drawing';
import { movesOf, newMemory } from './moves';
import { beforeNode, isSpent, sorted, spend, targetOf, type Net, type State } from './net';
import { pathTo, Runs } from './runs';

/** Every order of steps is played here, so the bound is low; beyond it nothing is said. */
const STATE_CAP = 2_000;
const WIDTH_CAP = 50;

/** The first node that two tokens of one run can enter although nothing joins them, so that what follows is done twice. */
export interface Doubled {
  readonly node: number;
  readonly path: readonly number[];
}

export function doubledTokens(net: Net, starts: readonly number[]): Doubled | undefined {
  const memory = newMemory();
  const main = mainNodes(net.process, starts);
  const runs = new Runs(sorted(starts.map((start) => beforeNode(net, start))));
  for (const current of runs.states) {
    const node = meetingAt(net, current.state, main);
    if (node !== undefined) {
      return { node, path: pathTo(current) };
    }
    const moves = current.state.length > WIDTH_CAP ? [] : movesOf(net, current.state, memory, true);
    for (const move of moves) {
      runs.follow(current, move);
    }
    spend(net, current.state, moves);
    if (runs.states.length > STATE_CAP || isSpent(net)) {
      return undefined;
    }
  }
  return undefined;
}

/**
 * What can be reached otherwise than through an event that goes off beside its activity: reminders and the like are done as often as they
 * go off, by themselves.
 */
function mainNodes(process: DrawnProcess, starts: readonly number[]): ReadonlySet<number> {
  const found = new Set<number>();
  const open = [...starts];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (!found.has(index)) {
      found.add(index);
      const node = nodeAt(process, index);
      open.push(...targetsOf(process, node.waysOut), ...node.boundaries.filter((boundary) => nodeAt(process, boundary).interrupting));
    }
  }
  return found;
}

/** A node two tokens are about to enter without waiting for each other. Ends may be reached twice: that is BPMN's implicit merge. */
function meetingAt(net: Net, state: State, main: ReadonlySet<number>): number | undefined {
  const targets = state.flatMap((place) => targetOf(net, place) ?? []);
  const meet = (target: number, position: number): boolean => targets.indexOf(target) < position && main.has(target);
  return targets.find((target, position) => meet(target, position) && !waits(nodeAt(net.process, target)));
}

function waits(node: DrawnNode): boolean {
  const quantity = node.element['startQuantity'];
  return (
    ['parallelGateway', 'inclusiveGateway', 'complexGateway', 'endEvent'].includes(node.kind) ||
    (typeof quantity === 'number' && quantity > 1)
  );
}
