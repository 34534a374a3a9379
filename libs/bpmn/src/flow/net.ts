import { flowAt, type DrawnProcess } from '../drawing/drawing';

/**
 * Where a token may lie in the token game: on a flow (its index), before a node (`flows + node`: only at the beginning), or as
 * a debt of a complex gateway that has fired (`flows + nodes + flow`: the next token on that flow is swallowed).
 */
export type Place = number;

/** The places that hold something, ascending; one stands as often as it holds tokens. */
export type State = readonly Place[];

/** Most tokens on one flow before they count as a flood. */
const TOKEN_CAP = 4;
/** What one process may cost. A split into thousands of branches has few states, but huge ones. */
const BUDGET = { states: 100_000, work: 4_000_000 };

/** One process as the token game sees it. */
export interface Net {
  readonly process: DrawnProcess;
  readonly flows: number;
  readonly nodes: number;
  /** More tokens than this on one place are a flood. */
  readonly crowd: number;
  /** States that may still be looked at, over all games, and tokens and joins in them. */
  readonly budget: { states: number; work: number };
  /** Subprocesses no run leaves by their end: always by an error, a cancellation or not at all. Found while playing. */
  readonly neverComplete: Set<number>;
}

export function netOf(process: DrawnProcess): Net {
  const quantities = process.nodes.flatMap(({ element }) => [element['startQuantity'], element['completionQuantity']]);
  // Token quantities put several on one flow at once; that alone is no flood.
  const most = Math.max(1, ...new Set(quantities.filter((quantity) => typeof quantity === 'number')));
  const flows = process.flows.length + process.links.length;
  return { process, flows, nodes: process.nodes.length, crowd: TOKEN_CAP * most, budget: { ...BUDGET }, neverComplete: new Set() };
}

export function beforeNode(net: Net, node: number): Place {
  return net.flows + node;
}

export function debtOf(net: Net, flow: number): Place {
  return net.flows + net.nodes + flow;
}

function isToken(net: Net, place: Place): boolean {
  return place < net.flows + net.nodes;
}

export function hasTokens(net: Net, state: State): boolean {
  return state.some((place) => isToken(net, place));
}

/** The node the token at a place moves to; undefined for a debt, or where a flow has no end. */
export function targetOf(net: Net, place: Place): number | undefined {
  if (place >= net.flows) {
    return isToken(net, place) ? place - net.flows : undefined;
  }
  return flowAt(net.process, place).target;
}

export function targetsOf(net: Net, state: State): readonly number[] {
  return [...new Set(state.flatMap((place) => targetOf(net, place) ?? []))];
}

export function sorted(places: readonly Place[]): State {
  return [...places].sort((a, b) => a - b);
}

/** Takes one token off each of the places, as often as it stands there; all of them hold enough. */
export function without(state: State, places: readonly Place[]): readonly Place[] {
  const rest = [...state];
  for (const place of places) {
    rest.splice(rest.indexOf(place), 1);
  }
  return rest;
}

/** Pays for having looked at a state and at what follows it. */
export function spend({ budget }: Net, state: State, moves: readonly { readonly next: State }[]): void {
  budget.states -= 1;
  budget.work -= moves.reduce((sum, { next }) => sum + next.length, 2 * state.length);
}

export function isSpent({ budget }: Net): boolean {
  return budget.states < 0 || budget.work < 0;
}
