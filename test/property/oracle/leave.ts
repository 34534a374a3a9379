import { begin, end, holds, instanceAt, nodeOf, processOf, put, remember, setVariables, terminateInside, type Game } from './game';
import type { Done, Instance } from './marking';
import { canBeUndone, flowAt, isScope, type NetNode } from './net';
import { release, undone } from './undo';

/** An activity, event or gateway is done: it hands its token on. */
export function complete(game: Game, one: Instance): void {
  const node = nodeOf(game, one);
  end(game, one, 'completed');
  if (one.undoes !== undefined) {
    undone(game, one.undoes);
    return;
  }
  remember(game, one.parent, doneBy(one, node));
  if (one.round !== undefined) {
    completeRound(game, instanceAt(game, one.parent), node);
    return;
  }
  sendOn(game, one.parent, node, processOf(game, instanceAt(game, one.parent)));
  completeInAdHoc(game, one.parent, node);
}

function doneBy(one: Instance, node: NetNode): readonly Done[] {
  if (one.loop !== undefined) {
    return one.done;
  }
  if (!canBeUndone(node)) {
    return [];
  }
  const whole = { node: node.index, inner: one.done };
  if (node.handler !== undefined) {
    // A handler stands for all inside (a black box). The standard does not say what a compensation event subprocess beside it means:
    // here it comes first, as in the token simulation's case for it.
    const handler = { node: node.index, handler: node.handler, inner: [] };
    return node.compensator === undefined ? [handler] : [handler, whole];
  }
  const undoable = isScope(node) && (one.done.length > 0 || node.compensator !== undefined);
  return undoable ? [whole] : [];
}

/** Tokens onto the flows that are chosen, in document order. */
export function sendOn(game: Game, scope: number, node: NetNode, reader: Instance): void {
  const { net } = game;
  const flows = node.outgoing.map((index) => flowAt(net, index));
  const open = flows.filter((flow) => !flow.isDefault && (flow.when === undefined || holds(game, reader, flow.when)));
  const fallback = flows.filter((flow) => flow.isDefault);
  const one = (open.length > 0 ? open : fallback).slice(0, 1);
  const some = open.length > 0 ? open : fallback;
  const taken = node.kind === 'exclusiveGateway' ? one : node.kind === 'parallelGateway' ? flows : some;
  if (taken.length === 0 && flows.length > 0) {
    throw new Error(`no way out of ${node.id} is open`);
  }
  for (const flow of taken) {
    for (let token = 0; token < (node.completionQuantity ?? 1); token += 1) {
      put(game, { scope, flow: flow.index, node: flow.to });
    }
  }
}

export function beginRounds(game: Game, body: Instance): void {
  const { loop } = nodeOf(game, body);
  body.loop = { begun: 0, done: 0 };
  const first = loop?.kind === 'multi' && !loop.sequential ? loop.count : 1;
  if ((loop?.kind === 'multi' && loop.count === 0) || (loop?.kind === 'standard' && loop.testBefore && !goesRound(game, body))) {
    complete(game, body);
    return;
  }
  for (let round = 1; round <= first; round += 1) {
    beginRound(game, body);
  }
}

function beginRound(game: Game, body: Instance): void {
  const begun = (body.loop?.begun ?? 0) + 1;
  body.loop = { begun, done: body.loop?.done ?? 0 };
  put(game, { scope: body.key, flow: -1, node: body.node, round: begun });
}

/** The completion condition is asked after every instance; when it holds the others are terminated (BPMN 2.0 §13.3.7). */
function completeRound(game: Game, body: Instance, node: NetNode): void {
  const { loop } = node;
  const done = (body.loop?.done ?? 0) + 1;
  body.loop = { begun: body.loop?.begun ?? 0, done };
  if (loop?.kind === 'standard') {
    if (goesRound(game, body)) {
      beginRound(game, body);
    } else {
      complete(game, body);
    }
  } else if (done === loop?.count || (loop?.enough !== undefined && done >= loop.enough)) {
    terminateInside(game, body.key);
    complete(game, body);
  } else if (loop?.sequential === true) {
    beginRound(game, body);
  }
}

function goesRound(game: Game, body: Instance): boolean {
  const { loop } = nodeOf(game, body);
  if (loop?.kind !== 'standard') {
    throw new Error('no standard loop');
  }
  return (body.loop?.done ?? 0) < loop.maximum && (loop.condition === undefined || holds(game, body, loop.condition));
}

/** Asked after every activity inside (BPMN 2.0 §13.3.5). */
function completeInAdHoc(game: Game, key: number, node: NetNode): void {
  const scope = game.marking.instances.get(key);
  const adHoc = scope === undefined ? undefined : nodeOf(game, scope).adHoc;
  if (scope === undefined || adHoc?.done === undefined || node.kind.endsWith('Event') || scope.interrupted === true) {
    return;
  }
  if (holds(game, scope, adHoc.done) && (adHoc.cancelRemaining || isEmpty(game, key))) {
    finishAdHoc(game, scope);
  }
}

export function finishAdHoc(game: Game, scope: Instance): void {
  terminateInside(game, scope.key);
  complete(game, scope);
}

export function isEmpty({ marking }: Game, key: number): boolean {
  if (marking.tokens.some(({ scope }) => scope === key)) {
    return false;
  }
  for (const { parent } of marking.instances.values()) {
    if (parent === key) {
      return false;
    }
  }
  return true;
}

/** A scope in which no token is left is done (BPMN 2.0 §13.3.4); a called process gives its variables back. */
export function finish(game: Game, scope: Instance): void {
  const node = nodeOf(game, scope);
  if (scope.revived === true) {
    release(game, scope);
  } else if (node.adHoc !== undefined && scope.interrupted !== true) {
    emptyAdHoc(game, scope);
  } else if (node.kind !== 'process') {
    complete(game, scope);
  } else if (scope.parent === 0) {
    end(game, scope, 'completed');
    game.marking.ended = true;
  } else {
    const caller = instanceAt(game, scope.parent);
    end(game, scope, 'completed');
    setVariables(game, caller, nodeOf(game, caller).returns === true ? (scope.variables ?? {}) : {});
    complete(game, caller);
  }
}

export function goesOnWhenEmpty(game: Game, scope: Instance): boolean {
  const { adHoc } = nodeOf(game, scope);
  const waits = adHoc !== undefined && scope.interrupted !== true && (adHoc.active === undefined || adHoc.done !== undefined);
  return !waits || (scope.queue ?? []).length > 0;
}

function emptyAdHoc(game: Game, scope: Instance): void {
  const [next, ...rest] = scope.queue ?? [];
  if (next === undefined) {
    finishAdHoc(game, scope);
    return;
  }
  scope.queue = rest;
  put(game, { scope: scope.key, flow: -1, node: next });
}

/** Activities of an ad-hoc subprocess, begun by name. */
export function beginInAdHoc(game: Game, scope: Instance, nodes: readonly number[]): void {
  const { adHoc } = nodeOf(game, scope);
  if (adHoc?.ordering === 'sequential') {
    scope.queue = [...(scope.queue ?? []), ...nodes];
  } else {
    nodes.forEach((node) => {
      put(game, { scope: scope.key, flow: -1, node });
    });
  }
}

/** A node that takes no time: it is there and gone. */
export function pass(game: Game, scope: number, node: NetNode): void {
  complete(game, begin(game, scope, node));
}
