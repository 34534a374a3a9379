import type { Instance } from './marking';
import { nodeOf, type Game } from './game';
import { flowAt, nodeAt, type Net, type NetNode } from './net';

/**
 * BPMN 2.0 §13.4.3: at least one incoming flow has a token, and every token elsewhere that has a path to an incoming flow without a
 * token, not through the gateway, also has such a path to an incoming flow with one. A boundary event is a way out of its host.
 */
export function inclusiveReady(game: Game, scope: number, gateway: NetNode): boolean {
  return hasToken(game, scope, gateway.incoming) && nothingMoreComes(game, scope, gateway, gateway.incoming);
}

/**
 * BPMN 2.0 §13.4.5: a complex gateway fires when its activation condition holds. Then it waits for the flows it took no token of, as
 * an inclusive gateway does, takes those tokens without giving any, and begins anew.
 */
export function complexReady(game: Game, scope: number, gateway: NetNode, owed: readonly number[] | undefined): boolean {
  if (owed !== undefined) {
    return nothingMoreComes(game, scope, gateway, owed);
  }
  const activationCount = game.marking.tokens.filter((token) => token.scope === scope && gateway.incoming.includes(token.flow)).length;
  return activationCount >= (gateway.activation ?? gateway.incoming.length);
}

function hasToken({ marking }: Game, scope: number, flows: readonly number[]): boolean {
  return marking.tokens.some((token) => token.scope === scope && flows.includes(token.flow));
}

function nothingMoreComes(game: Game, scope: number, gateway: NetNode, wanted: readonly number[]): boolean {
  const { net, marking } = game;
  const filled = new Set(marking.tokens.flatMap((token) => (token.scope === scope && wanted.includes(token.flow) ? [token.flow] : [])));
  const elsewhere = [
    ...marking.tokens.filter((token) => token.scope === scope && token.node !== gateway.index).map((token) => token.node),
    ...[...marking.instances.values()].filter((one) => one.parent === scope && moves(game, one)).map((one) => one.node),
  ];
  return elsewhere.every((node) => {
    const reached = reach(net, node, gateway);
    const toEmpty = wanted.some((flow) => reached.has(flow) && !filled.has(flow));
    return !toEmpty || wanted.some((flow) => reached.has(flow) && filled.has(flow));
  });
}

/** Event subprocesses and compensation handlers have no way out by a flow. */
function moves(game: Game, one: Instance): boolean {
  return nodeOf(game, one).kind !== 'eventSubProcess' && one.undoes === undefined;
}

/** Flows on paths from a node on, not through the gateway. */
function reach(net: Net, from: number, gateway: NetNode): ReadonlySet<number> {
  const flows = new Set<number>();
  const nodes = new Set([from]);
  for (const index of nodes) {
    const node = nodeAt(net, index);
    node.boundaries.forEach((boundary) => nodes.add(boundary));
    for (const flow of node.outgoing) {
      flows.add(flow);
      const { to } = flowAt(net, flow);
      if (to !== gateway.index) {
        nodes.add(to);
      }
    }
  }
  return flows;
}
