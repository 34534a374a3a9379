import { nodeAt, type DrawnNode } from '../drawing/drawing';
import { movesOf, type Memory } from './moves';
import { beforeNode, isSpent, sorted, spend, targetOf, type Net, type State } from './net';
import { pathTo, type Known } from './runs';

/** Every order of steps is played here, so the bound is low; beyond it nothing is said. */
const STATE_CAP = 2_000;
const WIDTH_CAP = 50;

/** The first node that two tokens of one run can enter although nothing joins them, so that what follows is done twice. */
export interface Doubled {
  readonly node: number;
  readonly path: readonly number[];
}

export function doubledTokens(net: Net, starts: readonly number[]): Doubled | undefined {
  const memory: Memory = { reaching: new Map(), exits: new Map() };
  const first = sorted(starts.map((start) => beforeNode(net, start)));
  const states: Known[] = [{ state: first, before: [], ways: 0, lucky: false }];
  const known = new Set([first.join()]);
  for (let at = 0; at < states.length && states.length <= STATE_CAP && !isSpent(net); at += 1) {
    const state = states[at]?.state ?? [];
    const node = meetingAt(net, state);
    if (node !== undefined) {
      return { node, path: pathTo(states, at) };
    }
    const moves = state.length > WIDTH_CAP ? [] : movesOf(net, state, memory, true);
    spend(net, state, moves);
    for (const move of moves) {
      const key = move.next.join();
      if (!known.has(key)) {
        known.add(key);
        states.push({ state: move.next, move, from: at, before: [], ways: 0, lucky: false });
      }
    }
  }
  return undefined;
}

/** A node two tokens are about to enter without waiting for each other. Ends may be reached twice: that is BPMN's implicit merge. */
function meetingAt(net: Net, state: State): number | undefined {
  const targets = state.flatMap((place) => targetOf(net, place) ?? []);
  return targets.find((target, position) => targets.indexOf(target) < position && !waits(nodeAt(net.process, target)));
}

function waits(node: DrawnNode): boolean {
  const quantity = node.element['startQuantity'];
  return (
    ['parallelGateway', 'inclusiveGateway', 'complexGateway', 'endEvent'].includes(node.kind) ||
    (typeof quantity === 'number' && quantity > 1)
  );
}
