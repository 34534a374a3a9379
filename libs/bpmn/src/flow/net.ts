import { flowAt, type DrawnProcess } from '../drawing/drawing';

/**
 * Where a token may lie in the token game: on a flow (its index), before a node (`flows + node`: only at the beginning), or as
 * a debt of a complex gateway that has fired (`flows + nodes + flow`: the next token on that flow is swallowed).
 */
export type Place = number;

/** The places that hold something, ascending; one stands as often as it holds tokens. */
export type State = readonly Place[];

/** One process as the token game sees it. */
export interface Net {
  readonly process: DrawnProcess;
  readonly flows: number;
  readonly nodes: number;
  /** Subprocesses no run leaves by their end: always by an error, a cancellation or not at all. */
  readonly neverComplete: ReadonlySet<number>;
}

export function netOf(process: DrawnProcess, neverComplete: ReadonlySet<number> = new Set()): Net {
  return { process, flows: process.flows.length + process.links.length, nodes: process.nodes.length, neverComplete };
}

export function beforeNode(net: Net, node: number): Place {
  return net.flows + node;
}

export function debtOf(net: Net, flow: number): Place {
  return net.flows + net.nodes + flow;
}

export function isToken(net: Net, place: Place): boolean {
  return place < net.flows + net.nodes;
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
