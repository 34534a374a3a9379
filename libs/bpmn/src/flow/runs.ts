import type { Move } from './moves';
import type { State } from './net';

/** One state of a game, and how the runs go through it. */
export interface Known {
  readonly state: State;
  /** How it was reached first, and from where. */
  readonly move?: Move;
  readonly from?: number;
  /** The states it follows on, once for each way from there to here. */
  readonly before: number[];
  /** In how many ways the next node can be run. */
  ways: number;
  /** Whether these are a matter of luck (an event, an inclusive choice) and not of the diagram. */
  lucky: boolean;
}

/** The nodes run to reach a state. States are found by the number of steps, so that this is a shortest way. */
export function pathTo(states: readonly Known[], position: number): readonly number[] {
  const path: number[] = [];
  for (let at = states[position]; at?.move !== undefined; at = states[at.from ?? 0]) {
    path.push(...[...stepsOf(at.move)].reverse());
  }
  return path.reverse();
}

export function stepsOf({ node, through }: Move): readonly number[] {
  return through === undefined ? [node] : [node, through];
}

/** The states from which no run reaches an ended one, in the order found. */
export function trapped(states: readonly Known[], isEnded: (state: State) => boolean): readonly number[] {
  const open = states.flatMap(({ state }, index) => (isEnded(state) ? [index] : []));
  const escapes = new Set(open);
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const index of states[at]?.before ?? []) {
      if (!escapes.has(index)) {
        escapes.add(index);
        open.push(index);
      }
    }
  }
  return states.flatMap((_, index) => (escapes.has(index) ? [] : [index]));
}

/** The states from which one of the bad ones can be reached whatever luck brings: every way where luck decides, any way elsewhere. */
export function losing(states: readonly Known[], bad: readonly number[]): ReadonlySet<number> {
  const lost = new Set(bad);
  const open = [...bad];
  const hopes = new Map<number, number>();
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const index of states[at]?.before ?? []) {
      const known = states[index];
      const left = (hopes.get(index) ?? known?.ways ?? 0) - 1;
      hopes.set(index, left);
      if (!lost.has(index) && (known?.lucky !== true || left === 0)) {
        lost.add(index);
        open.push(index);
      }
    }
  }
  return lost;
}
