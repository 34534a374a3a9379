import { beginWork, enter, isRunningScope, occur, pressOn } from './enter';
import { instanceAt, type Game } from './game';
import { omit } from '../model/omit';
import { complexReady, inclusiveReady } from './inclusive';
import { finish, goesOnWhenEmpty, pass } from './leave';
import { isJoin, nodeAt, type NetNode } from './net';

/** A transition of the net that can fire without anybody outside. */
export type Move =
  | { readonly do: 'occur'; readonly at: number }
  | { readonly do: 'go on'; readonly key: number }
  | { readonly do: 'finish'; readonly key: number }
  | { readonly do: 'enter'; readonly at: number }
  | { readonly do: 'join'; readonly scope: number; readonly node: number };

/**
 * All transitions that can fire now. BPMN leaves their order open, but for signals, which reach everybody before the thrower goes on
 * (the house's decision 16). The first of the list moves tokens first in, first out.
 */
export function movesOf(game: Game, onlyFirst = false): readonly Move[] {
  const { marking } = game;
  marking.due = marking.due.filter((due) => marking.waits.some(({ id }) => id === due.wait));
  const moves: Move[] = [];
  marking.due.forEach(({ urgent }, at) => {
    if (urgent) {
      moves.push({ do: 'occur', at });
    }
  });
  if (moves.length > 0) {
    return [...begunEvents(game), ...moves];
  }
  marking.due.forEach((_, at) => moves.push({ do: 'occur', at }));
  if (onlyFirst && moves.length > 0) {
    return moves;
  }
  addInstances(game, moves);
  if (!onlyFirst || moves.length === 0) {
    addTokens(game, moves);
  }
  return moves;
}

/** Events that have occurred and are about to hand their token on: no signal that came with them is ahead of them. */
function begunEvents({ marking }: Game): readonly Move[] {
  return [...marking.instances.values()].flatMap((one) => (one.come === true ? [{ do: 'go on' as const, key: one.key }] : []));
}

function addInstances(game: Game, moves: Move[]): void {
  const { instances, tokens } = game.marking;
  const busy = new Set(tokens.map(({ scope }) => scope));
  for (const { parent } of instances.values()) {
    busy.add(parent);
  }
  moves.push(...begunEvents(game));
  for (const one of instances.values()) {
    if (one.ready !== undefined && one.come !== true) {
      moves.push({ do: 'go on', key: one.key });
    } else if (!busy.has(one.key) && isRunningScope(game, one) && goesOnWhenEmpty(game, one)) {
      moves.push({ do: 'finish', key: one.key });
    }
  }
}

function addTokens(game: Game, moves: Move[]): void {
  const { net, marking } = game;
  const joins = new Map<string, { scope: number; node: NetNode; last: number }>();
  const found: { at: number; move: Move }[] = [];
  marking.tokens.forEach((token, at) => {
    const node = nodeAt(net, token.node);
    if (token.flow >= 0 && isJoin(node)) {
      joins.set(`${token.scope}/${token.node}`, { scope: token.scope, node, last: at });
    } else {
      found.push({ at, move: { do: 'enter', at } });
    }
  });
  for (const one of marking.instances.values()) {
    Object.keys(one.owed ?? {}).forEach((index) => {
      const node = nodeAt(net, Number(index));
      joins.set(`${one.key}/${index}`, joins.get(`${one.key}/${index}`) ?? { scope: one.key, node, last: -1 });
    });
  }
  for (const { scope, node, last } of joins.values()) {
    if (joinReady(game, scope, node)) {
      // The engine asks inclusive and complex gateways after every move.
      found.push({ at: node.kind === 'parallelGateway' ? last : -1, move: { do: 'join', scope, node: node.index } });
    }
  }
  found.sort((a, b) => a.at - b.at);
  moves.push(...found.map(({ move }) => move));
}

function joinReady(game: Game, scope: number, node: NetNode): boolean {
  const has = (flow: number): boolean => game.marking.tokens.some((token) => token.scope === scope && token.flow === flow);
  switch (node.kind) {
    case 'inclusiveGateway':
      return inclusiveReady(game, scope, node);
    case 'complexGateway':
      return complexReady(game, scope, node, instanceAt(game, scope).owed?.[node.index]);
    case 'parallelGateway':
      return node.incoming.every(has);
    default:
      return game.marking.tokens.filter((token) => token.scope === scope && token.node === node.index).length >= (node.startQuantity ?? 1);
  }
}

export function fire(game: Game, move: Move): void {
  const { marking } = game;
  switch (move.do) {
    case 'occur': {
      const [due] = marking.due.splice(move.at, 1);
      const wait = marking.waits.find(({ id }) => id === due?.wait);
      if (wait !== undefined) {
        occur(game, wait);
      }
      return;
    }
    case 'go on': {
      const one = instanceAt(game, move.key);
      const then = one.ready === 'begin' ? beginWork : pressOn;
      delete one.ready;
      then(game, one);
      return;
    }
    case 'finish':
      finish(game, instanceAt(game, move.key));
      return;
    case 'enter': {
      const [token] = marking.tokens.splice(move.at, 1);
      if (token !== undefined) {
        enter(game, token);
      }
      return;
    }
    case 'join':
      fireJoin(game, move.scope, nodeAt(game.net, move.node));
  }
}

/** Takes one token of every flow that has one; an activity as many as it needs to begin. */
function fireJoin(game: Game, scope: number, node: NetNode): void {
  if (node.startQuantity !== undefined) {
    const flows = game.marking.tokens.filter((token) => token.scope === scope && token.node === node.index).map(({ flow }) => flow);
    flows.slice(0, node.startQuantity).forEach((flow) => takeToken(game, scope, flow));
    enter(game, { scope, flow: -1, node: node.index });
    return;
  }
  const one = instanceAt(game, scope);
  const owed = one.owed?.[node.index];
  const taken = (owed ?? node.incoming).filter((flow) => takeToken(game, scope, flow));
  if (owed !== undefined) {
    one.owed = omit(one.owed ?? {}, String(node.index));
    return;
  }
  if (node.kind === 'complexGateway') {
    const left = node.incoming.filter((flow) => !taken.includes(flow));
    one.owed = left.length === 0 ? (one.owed ?? {}) : { ...one.owed, [node.index]: left };
  }
  pass(game, scope, node);
}

function takeToken({ marking }: Game, scope: number, flow: number): boolean {
  const at = marking.tokens.findIndex((token) => token.scope === scope && token.flow === flow);
  if (at >= 0) {
    marking.tokens.splice(at, 1);
  }
  return at >= 0;
}
