import { begin, dropWaits, end, instanceAt, nodeOf, put, terminateInside, type Game } from './game';
import type { Done, Instance } from './marking';
import { nodeAt } from './net';
import { openScope, pressOn, trigger } from './enter';

/**
 * Compensation (BPMN 2.0 §13.5.5): what was completed in the thrower's scope (all of it, or one activity) is undone, last completed
 * first, one after the other; the thrower waits. In an event subprocess the scope around it is meant, too. False: nothing to undo.
 */
export function undo(game: Game, thrower: Instance, activity: number | undefined): boolean {
  const pending = scopesOf(game, thrower).flatMap((scope) => {
    const isMeant = (done: Done): boolean => activity === undefined || done.node === activity;
    const meant = scope.done.filter(isMeant);
    scope.done = scope.done.filter((done) => !isMeant(done));
    return meant.map((what) => ({ scope: scope.key, what }));
  });
  thrower.pending = pending;
  if (pending.length === 0) {
    return false;
  }
  undoNext(game, thrower);
  return true;
}

function scopesOf(game: Game, thrower: Instance): readonly Instance[] {
  const scope = instanceAt(game, thrower.parent);
  return nodeOf(game, scope).kind === 'eventSubProcess' ? [...scopesOf(game, scope), scope] : [scope];
}

/** A handler or a revived subprocess is through. */
export function undone(game: Game, thrower: number): void {
  const one = game.marking.instances.get(thrower);
  if (one !== undefined) {
    undoNext(game, one);
  }
}

function undoNext(game: Game, thrower: Instance): void {
  const next = thrower.pending?.at(-1);
  thrower.pending = thrower.pending?.slice(0, -1);
  if (next === undefined) {
    allUndone(game, thrower);
  } else if (next.what.handler !== undefined) {
    put(game, { scope: next.scope, flow: -1, node: next.what.handler, undoes: thrower.key });
  } else {
    revive(game, thrower, next.scope, next.what);
  }
}

/** A completed subprocess is undone by its compensation event subprocess, or else from the inside. */
function revive(game: Game, thrower: Instance, scope: number, what: Done): void {
  const node = nodeAt(game.net, what.node);
  const revived = begin(game, scope, node, { undoes: thrower.key, revived: true, done: what.inner });
  if (node.compensator === undefined) {
    undoInside(game, revived);
  } else {
    openEventSubProcess(game, revived, node.compensator);
  }
}

function undoInside(game: Game, revived: Instance): void {
  revived.pending = revived.done.map((what) => ({ scope: revived.key, what }));
  revived.done = [];
  undoNext(game, revived);
}

export function openEventSubProcess(game: Game, scope: Instance, start: number): void {
  const event = nodeAt(game.net, start);
  const inner = begin(game, scope.key, nodeAt(game.net, event.inside));
  openScope(game, inner, []);
  begin(game, inner.key, event, { come: true, ready: 'begin' });
}

function allUndone(game: Game, thrower: Instance): void {
  if (thrower.revived === true) {
    release(game, thrower);
  } else if (thrower.canceled === true) {
    leaveCanceled(game, thrower);
  } else {
    pressOn(game, thrower);
  }
}

/** A revived subprocess has been undone: it goes as it came, unseen. */
export function release(game: Game, revived: Instance): void {
  end(game, revived, 'released');
  undone(game, revived.undoes ?? 0);
}

/** Cancel (BPMN 2.0 §13.3.4): all else in the transaction ends, what was completed is undone, then the cancel event is left by. */
export function cancel(game: Game, from: Instance): void {
  let transaction = instanceAt(game, from.parent);
  while (nodeOf(game, transaction).kind !== 'transaction') {
    transaction = instanceAt(game, transaction.parent);
  }
  end(game, from, 'completed');
  terminateInside(game, transaction.key);
  dropWaits(game.marking, ({ owner }) => owner === transaction.key);
  transaction.canceled = true;
  transaction.pending = transaction.done.map((what) => ({ scope: transaction.key, what }));
  transaction.done = [];
  undoNext(game, transaction);
}

function leaveCanceled(game: Game, transaction: Instance): void {
  const host = transaction.round === undefined ? transaction : instanceAt(game, transaction.parent);
  const boundary = nodeOf(game, host)
    .boundaries.map((index) => nodeAt(game.net, index))
    .find((event) => event.triggers?.some(({ kind }) => kind === 'cancel') === true);
  if (boundary === undefined) {
    throw new Error('a transaction is cancelled but has no cancel event');
  }
  trigger(game, host, boundary);
}
