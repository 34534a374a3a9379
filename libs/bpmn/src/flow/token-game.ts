import { nodeAt } from '../drawing/drawing';
import { EXIT_CAP } from './exits';
import { movesOf, type Memory } from './moves';
import { beforeNode, isSpent, isToken, sorted, spend, targetsOf, type Net, type State } from './net';
import { losing, pathTo, stepsOf, trapped, type Known } from './runs';

/** Most states looked at in one scope. */
const STATE_CAP = 20_000;
/** Enough stuck runs to name the joins. */
const STUCK_CAP = 50;

/**
 * `path`: the nodes run from the start to the trouble, in a run with the fewest steps. `certain`: no luck with events and inclusive
 * choices avoids it; what exclusive gateways decide and whether a boundary event fires counts as bad luck.
 */
export type Finding =
  /** Tokens wait at these joins for flows that can bring none. */
  | {
      readonly problem: 'deadlock';
      readonly joins: readonly number[];
      readonly empty: readonly number[];
      readonly path: readonly number[];
      readonly certain: boolean;
    }
  /** From here no run can end; or ever more tokens come about. */
  | {
      readonly problem: 'no-way-out' | 'unbounded';
      readonly nodes: readonly number[];
      readonly path: readonly number[];
      readonly certain: boolean;
    }
  | { readonly problem: 'too-large'; readonly states: number };

export interface Played {
  readonly findings: readonly Finding[];
  /** Whether some run completes the scope, other than leaving it by an error or a cancellation. */
  readonly completes: boolean;
  /** Nodes some run has run; boundary events that have fired are among them. */
  readonly run: ReadonlySet<number>;
}

/**
 * Plays every run of one scope from the nodes where its tokens begin and reports how runs get stuck. A subprocess counts as one
 * activity (it is played by itself), a non-interrupting boundary event fires at most once per activation.
 */
export function playTokens(net: Net, starts: readonly number[]): Played {
  const memory: Memory = { reaching: new Map(), exits: new Map() };
  const first = sorted(starts.map((start) => beforeNode(net, start)));
  const states: Known[] = [{ state: first, before: [], ways: 0, lucky: false }];
  const known = new Map([[first.join(), 0]]);
  const run = new Set<number>();
  const stuck: number[] = [];
  let completes = false;

  for (let at = 0; at < states.length; at += 1) {
    const current = states[at];
    const moves = current === undefined ? [] : movesOf(net, current.state, memory);
    const state = current?.state ?? [];
    if (current !== undefined) {
      current.ways = moves.length;
      current.lucky = moves.some(({ node }) => isLuck(net, node));
    }
    if (moves.length === 0 && state.some((place) => isToken(net, place)) && stuck.push(at) >= STUCK_CAP) {
      break;
    }
    spend(net, state, moves);
    for (const move of moves) {
      const { next } = move;
      run.add(move.node).add(move.through ?? move.node);
      completes ||= !move.left && !next.some((place) => isToken(net, place));
      const crowded = next.filter((place, index) => next[index + net.crowd] === place);
      if (crowded.length > 0) {
        const path = [...pathTo(states, at), ...stepsOf(move)];
        return { findings: [{ problem: 'unbounded', nodes: targetsOf(net, crowded), path, certain: true }], completes: true, run };
      }
      const key = next.join();
      const position = known.get(key) ?? states.push({ state: next, move, from: at, before: [], ways: 0, lucky: false }) - 1;
      known.set(key, position);
      states[position]?.before.push(at);
    }
    if (states.length > STATE_CAP || isSpent(net) || moves.length > EXIT_CAP) {
      return { findings: [{ problem: 'too-large', states: states.length }], completes: true, run };
    }
  }
  return { findings: stuck.length > 0 ? deadlocks(net, states, stuck) : noWayOut(net, states), completes, run };
}

/** A choice that is not the diagram's: which event comes, which conditions of an inclusive choice hold together. */
function isLuck(net: Net, index: number): boolean {
  const { kind, waysOut, boundaries } = nodeAt(net.process, index);
  return kind !== 'exclusiveGateway' && waysOut.length > 1 && boundaries.length === 0;
}

function deadlocks(net: Net, states: readonly Known[], stuck: readonly number[]): readonly Finding[] {
  const certain = losing(states, stuck).has(0);
  return stuck.map((at): Finding => {
    const state: State = states[at]?.state ?? [];
    const joins = targetsOf(net, state);
    const marked = new Set(state);
    const incoming = joins.flatMap((join) => nodeAt(net.process, join).waysIn);
    return { problem: 'deadlock', joins, empty: incoming.filter((flow) => !marked.has(flow)), path: pathTo(states, at), certain };
  });
}

function noWayOut(net: Net, states: readonly Known[]): readonly Finding[] {
  const caught = trapped(states, (state) => !state.some((place) => isToken(net, place)));
  // Where it begins; when that is at the start, a place from which one has gone all round says more.
  const place = caught[0] === 0 ? caught.at(-1) : caught[0];
  if (place === undefined) {
    return [];
  }
  const nodes = targetsOf(net, states[place]?.state ?? []);
  return [{ problem: 'no-way-out', nodes, path: pathTo(states, place), certain: losing(states, caught).has(0) }];
}
