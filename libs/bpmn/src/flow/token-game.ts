import { flowAt, nodeAt, type DrawnNode, type DrawnProcess } from '../drawing/drawing';

/** Most states looked at in one scope, and most tokens on one flow before it counts as unbounded. */
const STATE_CAP = 20_000;
const TOKEN_CAP = 4;
/** Most tokens and joins looked at over all states: a split into thousands of branches has few states, but huge ones. */
const WORK_CAP = 2_000_000;
const OUTCOME_CAP = 500;
/** Enough stuck runs to name the joins. */
const STUCK_CAP = 50;

export type Finding =
  /** Tokens wait at these joins for flows that can bring none. */
  | { readonly problem: 'deadlock'; readonly joins: readonly number[]; readonly empty: readonly number[] }
  /** From here no run can end. */
  | { readonly problem: 'no-way-out'; readonly nodes: readonly number[] }
  | { readonly problem: 'unbounded'; readonly nodes: readonly number[] }
  | { readonly problem: 'too-large'; readonly states: number };

/** The flows that hold a token, ascending; a flow stands as often as it holds tokens. */
type State = readonly number[];

/**
 * Plays every run of one scope from one start and reports how runs get stuck. A subprocess counts as one activity (it is played
 * by itself), a non-interrupting boundary fires at most once per activation. Only one node is moved at a time: every flow has a
 * single consumer, so the order of moves does not change which runs get stuck, only the choices do.
 */
export function playTokens(process: DrawnProcess, start: DrawnNode): readonly Finding[] {
  const states: State[] = [sorted(start.outgoing)];
  const known = new Map([[states.join(), 0]]);
  const before: number[][] = [[]];
  const stuck: State[] = [];
  let work = 0;
  for (let at = 0; at < states.length; at += 1) {
    const state = states[at] ?? [];
    const following = moves(process, state);
    if (following.length === 0 && state.length > 0 && stuck.push(state) >= STUCK_CAP) {
      break;
    }
    work += 2 * state.length + following.reduce((sum, next) => sum + next.length, 0);
    for (const next of following) {
      const crowded = next.filter((flow, index) => next[index + TOKEN_CAP] === flow);
      if (crowded.length > 0) {
        return [{ problem: 'unbounded', nodes: targetsOf(process, crowded) }];
      }
      const key = next.join();
      const position = known.get(key) ?? states.push(next) - 1;
      known.set(key, position);
      (before[position] ??= []).push(at);
    }
    if (states.length > STATE_CAP || work > WORK_CAP || following.length > OUTCOME_CAP) {
      return [{ problem: 'too-large', states: states.length }];
    }
  }
  return stuck.length > 0 ? stuck.map((state) => deadlock(process, state)) : trapped(process, states, before);
}

/** All outcomes of moving one node; empty when no node can move. */
function moves(process: DrawnProcess, state: State): readonly State[] {
  const marked = new Set(state);
  const seen = new Set<number>();
  for (const flow of marked) {
    const { target } = flowAt(process, flow);
    const node = target === undefined || seen.has(target) ? undefined : nodeAt(process, target);
    const needed = node?.kind === 'parallelGateway' ? node.incoming : [flow];
    if (node !== undefined && needed.every((incoming) => marked.has(incoming))) {
      const rest = without(state, needed);
      return outcomes(process, node).map((outgoing) => (outgoing === 'end' ? [] : sorted([...rest, ...outgoing])));
    }
    seen.add(target ?? -1);
  }
  return [];
}

/** The sets of flows a node may put tokens on; `end` clears the scope. */
function outcomes(process: DrawnProcess, node: DrawnNode): readonly (readonly number[] | 'end')[] {
  if (node.kind === 'endEvent' && (node.trigger === 'terminate' || node.trigger === 'error')) {
    return ['end'];
  }
  if (node.kind === 'exclusiveGateway') {
    return node.outgoing.map((flow) => [flow]);
  }
  const boundaries = node.boundaries.map((index) => nodeAt(process, index));
  const interrupting = boundaries.filter((boundary) => boundary.interrupting).map((boundary) => boundary.outgoing);
  const extra = boundaries.filter((boundary) => !boundary.interrupting).map((boundary) => boundary.outgoing);
  const additions = [[], ...extra, ...(extra.length > 1 ? [extra.flat()] : [])];
  // One more than the cap says 'too large' without building them all.
  return [node.outgoing, ...interrupting]
    .slice(0, OUTCOME_CAP + 1)
    .flatMap((exit) => additions.slice(0, OUTCOME_CAP + 1).map((addition) => [...exit, ...addition]));
}

function deadlock(process: DrawnProcess, state: State): Finding {
  const joins = targetsOf(process, state);
  const marked = new Set(state);
  const incoming = joins.flatMap((join) => nodeAt(process, join).incoming);
  return { problem: 'deadlock', joins, empty: incoming.filter((flow) => !marked.has(flow)) };
}

/** States from which no run reaches the end, found backwards from the ended ones. */
function trapped(process: DrawnProcess, states: readonly State[], before: readonly (readonly number[])[]): readonly Finding[] {
  const open = states.flatMap((state, index) => (state.length === 0 ? [index] : []));
  const escapes = new Set(open);
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const index of before[at] ?? []) {
      if (!escapes.has(index)) {
        escapes.add(index);
        open.push(index);
      }
    }
  }
  const caught = states.find((_, index) => !escapes.has(index));
  return caught === undefined ? [] : [{ problem: 'no-way-out', nodes: targetsOf(process, caught) }];
}

/** Takes one token off each of the flows, which are all marked and all different. */
function without(state: State, flows: readonly number[]): readonly number[] {
  const taken = new Set(flows);
  return state.filter((flow) => !taken.delete(flow));
}

function sorted(flows: readonly number[]): State {
  return [...flows].sort((a, b) => a - b);
}

function targetsOf(process: DrawnProcess, state: State): readonly number[] {
  return [...new Set(state.flatMap((flow) => flowAt(process, flow).target ?? []))];
}
