import { nodeAt } from '../drawing/drawing';
import { EXIT_CAP } from './exits';
import { movesOf, newMemory } from './moves';
import { beforeNode, hasTokens, isSpent, sorted, spend, targetsOf, type Net } from './net';
import { losing, pathTo, Runs, stepsOf, trapped, type Known } from './runs';

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
  const played = play(net, starts, false);
  // A loop that is run before all else starves what stands beside it: only every order of steps shows whether that would end it.
  return played.findings.some(({ problem }) => problem === 'no-way-out') ? play(net, starts, true) : played;
}

function play(net: Net, starts: readonly number[], every: boolean): Played {
  const memory = newMemory();
  const runs = new Runs(sorted(starts.map((start) => beforeNode(net, start))));
  const run = new Set<number>();
  const stuck: Known[] = [];
  let completes = false;

  // States found on the way are looked at in their turn.
  for (const current of runs.states) {
    const { state } = current;
    const moves = movesOf(net, state, memory, every);
    current.ways = moves.length;
    current.lucky = moves.some(({ node }) => isLuck(net, node));
    if (moves.length === 0 && hasTokens(net, state) && stuck.push(current) >= STUCK_CAP) {
      break;
    }
    for (const move of moves) {
      run.add(move.node).add(move.through ?? move.node);
      completes ||= !move.left && !hasTokens(net, move.next);
      const crowded = move.next.filter((place, index) => move.next[index + net.crowd] === place);
      if (crowded.length > 0) {
        const path = [...pathTo(current), ...stepsOf(move)];
        return { findings: [{ problem: 'unbounded', nodes: targetsOf(net, crowded), path, certain: true }], completes: true, run };
      }
      runs.follow(current, move);
    }
    spend(net, state, moves);
    if (runs.states.length > STATE_CAP || isSpent(net) || moves.length > EXIT_CAP) {
      return { findings: [{ problem: 'too-large', states: runs.states.length }], completes: true, run };
    }
  }
  return { findings: stuck.length > 0 ? deadlocks(net, runs, stuck) : noWayOut(net, runs), completes, run };
}

/** A choice that is not the diagram's: which event comes, which conditions of an inclusive choice hold together. */
function isLuck(net: Net, index: number): boolean {
  const { kind, waysOut, boundaries } = nodeAt(net.process, index);
  return kind !== 'exclusiveGateway' && waysOut.length > 1 && boundaries.length === 0;
}

/** Whether trouble is met from the start on. */
function isCertain({ states: [first] }: Runs, bad: readonly Known[]): boolean {
  return first !== undefined && losing(bad).has(first);
}

function deadlocks(net: Net, runs: Runs, stuck: readonly Known[]): readonly Finding[] {
  const certain = isCertain(runs, stuck);
  return stuck.map((known): Finding => {
    const joins = targetsOf(net, known.state);
    const marked = new Set(known.state);
    const incoming = joins.flatMap((join) => nodeAt(net.process, join).waysIn);
    return { problem: 'deadlock', joins, empty: incoming.filter((flow) => !marked.has(flow)), path: pathTo(known), certain };
  });
}

function noWayOut(net: Net, runs: Runs): readonly Finding[] {
  const caught = trapped(runs.states, (state) => !hasTokens(net, state));
  // Where it begins; when that is at the start, a place from which one has gone all round says more.
  const place = caught[0]?.reached === undefined ? caught.at(-1) : caught[0];
  if (place === undefined) {
    return [];
  }
  return [{ problem: 'no-way-out', nodes: targetsOf(net, place.state), path: pathTo(place), certain: isCertain(runs, caught) }];
}
