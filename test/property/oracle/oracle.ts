import { begin, end, type Game } from './game';
import { openScope } from './enter';
import { identityOf } from './identity';
import { copy, emptyMarking, type Marking } from './marking';
import { fire, movesOf, type Move } from './moves';
import { flowAt, nodeAt, startsByMessage, type Net, type NetNode } from './net';

/** More moves than any generated process makes between two stimuli. */
const STEP_CAP = 5_000;

/** A process instance before its first move: the root scope, with a token where it is started. */
export function startMarking(net: Net, variables: Readonly<Record<string, boolean>>, startId: string | undefined): Marking {
  const marking = emptyMarking(net);
  const root = nodeAt(net, 0);
  const game: Game = { net, marking };
  const isPlain = (start: number): boolean => {
    const node = nodeAt(net, start);
    return node.kind === 'startEvent' ? (node.triggers ?? []).length === 0 : !startsByMessage(net.nodes, node, net.flows);
  };
  const chosen = startId === undefined ? root.starts.filter(isPlain) : [net.byId.get(startId) ?? -1];
  const [first = -1] = chosen;
  const isBegun = startId !== undefined && startsByMessage(net.nodes, nodeAt(net, first), net.flows);
  openScope(game, begin(game, 0, root, { variables: { ...variables } }), isBegun ? [] : chosen);
  if (isBegun) {
    passStarter(game, nodeAt(net, first));
  }
  return marking;
}

/** Its message has come already: that is why there is an instance. */
function passStarter(game: Game, node: NetNode): void {
  const [flow] = node.incoming;
  if (flow !== undefined) {
    end(game, begin(game, 1, nodeAt(game.net, flowAt(game.net, flow).from)), 'completed');
  }
  begin(game, 1, node, { come: true, ready: 'begin' });
}

/** Fires one transition after the other until all tokens wait; false: they go round and round. */
export function settle(net: Net, marking: Marking): boolean {
  const game: Game = { net, marking };
  for (let step = 0; step < STEP_CAP; step += 1) {
    const [first] = movesOf(game, true);
    if (first === undefined) {
      return true;
    }
    if (!letsOthersPass(game, first)) {
      fire(game, first);
    }
  }
  return false;
}

/** The engine's queue is first in, first out, but who throws a signal goes once to its end: those on the way to a catch event get there. */
function letsOthersPass({ net, marking }: Game, move: Move): boolean {
  const token = move.do === 'enter' ? marking.tokens[move.at] : undefined;
  const throws = token !== undefined && (nodeAt(net, token.node).throws ?? []).some(({ kind }) => kind === 'signal');
  if (move.do !== 'enter' || !throws || token.late === true) {
    return false;
  }
  marking.tokens.splice(move.at, 1);
  marking.tokens.push({ ...token, late: true });
  return true;
}

/** Whether an instance at rest can never move again: nothing in it waits for anything. */
export function isStuck({ ended, waits, instances }: Marking, net: Net): boolean {
  const isHeld = [...instances.values()].some((one) => one.held !== undefined || nodeAt(net, one.node).adHoc !== undefined);
  return !ended && waits.length === 0 && !isHeld;
}

export interface Explored {
  readonly rests: readonly Marking[];
  /** Too many orders: there may be more rests. */
  readonly cut: boolean;
}

/** Every marking at rest that some order of moves leads to and that `fits`; `allows` cuts off what cannot become one that does. */
export function explore(
  net: Net,
  from: readonly Marking[],
  look: { allows(marking: Marking): boolean; fits(marking: Marking): boolean },
  limit: number,
): Explored {
  const open = from.map(copy);
  const known = new Set(open.map((marking) => identityOf(net, marking)));
  const rests = new Map<string, Marking>();
  let looked = 0;
  for (let marking = open.pop(); marking !== undefined; marking = open.pop()) {
    looked += 1;
    if (looked > limit) {
      return { rests: [...rests.values()], cut: true };
    }
    const moves = movesOf({ net, marking });
    if (moves.length === 0 && look.fits(marking)) {
      rests.set(identityOf(net, marking), marking);
    }
    // The last is looked at first: first in, first out is the likeliest.
    for (const move of [...moves].reverse()) {
      const next = copy(marking);
      fire({ net, marking: next }, move);
      const identity = identityOf(net, next);
      if (!known.has(identity) && look.allows(next)) {
        known.add(identity);
        open.push(next);
      }
    }
  }
  return { rests: [...rests.values()], cut: false };
}
