import type { Move } from './moves';
import type { State } from './net';

/** One state of a game, and how the runs go through it. */
export interface Known {
  readonly state: State;
  /** How it was reached first, and from where. */
  readonly reached?: { readonly move: Move; readonly from: Known };
  /** The states it follows on, once for each way from there to here. */
  readonly before: Known[];
  /** In how many ways the next node can be run. */
  ways: number;
  /** Whether these are a matter of luck (an event, an inclusive choice) and not of the diagram. */
  lucky: boolean;
}

/** The states of a game in the order found, each once. */
export class Runs {
  readonly states: Known[];
  private readonly known = new Map<string, Known>();

  constructor(first: State) {
    this.states = [];
    this.add({ state: first, before: [], ways: 0, lucky: false });
  }

  /** Notes that a move leads from one state to the next. */
  follow(from: Known, move: Move): void {
    const next =
      this.known.get(move.next.join()) ?? this.add({ state: move.next, reached: { move, from }, before: [], ways: 0, lucky: false });
    next.before.push(from);
  }

  private add(known: Known): Known {
    this.states.push(known);
    this.known.set(known.state.join(), known);
    return known;
  }
}

/** The nodes run to reach a state. States are found by the number of steps, so that this is a shortest way. */
export function pathTo(known: Known): readonly number[] {
  const path: number[] = [];
  for (let { reached } = known; reached !== undefined; { reached } = reached.from) {
    path.push(...[...stepsOf(reached.move)].reverse());
  }
  return path.reverse();
}

export function stepsOf({ node, through }: Move): readonly number[] {
  return through === undefined ? [node] : [node, through];
}

/** The states from which no run reaches an ended one, in the order found. */
export function trapped(states: readonly Known[], isEnded: (state: State) => boolean): readonly Known[] {
  const open = states.filter(({ state }) => isEnded(state));
  const escapes = new Set(open);
  for (let known = open.pop(); known !== undefined; known = open.pop()) {
    for (const before of known.before.filter((one) => !escapes.has(one))) {
      escapes.add(before);
      open.push(before);
    }
  }
  return states.filter((known) => !escapes.has(known));
}

/** The states from which one of the bad ones is reached whatever luck brings: every way where luck decides, any way elsewhere. */
export function losing(bad: readonly Known[]): ReadonlySet<Known> {
  const lost = new Set(bad);
  const open = [...bad];
  const lostWays = new Map<Known, number>();
  for (let known = open.pop(); known !== undefined; known = open.pop()) {
    for (const before of known.before) {
      const ways = (lostWays.get(before) ?? 0) + 1;
      lostWays.set(before, ways);
      if (!lost.has(before) && (!before.lucky || ways === before.ways)) {
        lost.add(before);
        open.push(before);
      }
    }
  }
  return lost;
}
