import type { Throwing } from '../model/model';
import { pressOn, trigger } from './enter';
import { end, instanceAt, nodeOf, terminateInside, type Game } from './game';
import type { Instance } from './marking';
import { isScope, nodeAt, type NetNode } from './net';
import { cancel, undo } from './undo';

/** Throws one thing; the thrower goes on at once, or later, or never. */
export function throwNext(game: Game, one: Instance, thrown: Throwing): void {
  const { marking, net } = game;
  switch (thrown.kind) {
    case 'message':
      marking.told.push(`message ${thrown.name}`);
      pressOn(game, one);
      return;
    case 'signal':
      marking.told.push(`signal ${thrown.name}`);
      broadcast(game, thrown.name);
      one.ready = 'throw';
      return;
    case 'escalation':
      escalate(game, one, thrown.code);
      return;
    case 'error':
      fail(game, one, thrown.code);
      return;
    case 'compensation':
      if (!undo(game, one, thrown.activity === undefined ? undefined : net.byId.get(thrown.activity))) {
        pressOn(game, one);
      }
      return;
    case 'terminate':
      end(game, one, 'completed');
      terminateInside(game, one.parent);
      return;
    case 'cancel':
      cancel(game, one);
  }
}

/** Everything that waits for the signal gets it before the thrower goes on: see `Due`. */
export function broadcast({ marking }: Game, name: string): number {
  const waits = marking.waits.filter(({ trigger: awaited }) => awaited.kind === 'signal' && (awaited.name ?? name) === name);
  waits.forEach((wait) => marking.due.push({ wait: wait.id, urgent: true }));
  return waits.length;
}

function escalate(game: Game, one: Instance, code: string): void {
  const catcher = catcherOf(game, one, 'escalation', code);
  if (catcher === undefined) {
    pressOn(game, one);
    return;
  }
  if (catcher.event.interrupting === false) {
    trigger(game, catcher.host, catcher.event);
    one.ready = 'throw';
    return;
  }
  end(game, one, 'completed');
  trigger(game, catcher.host, catcher.event);
}

/** An error nobody catches stays where it was thrown, for a person to decide (engine.md 2.11). */
export function fail(game: Game, one: Instance, code: string): void {
  const catcher = catcherOf(game, one, 'error', code);
  if (catcher === undefined) {
    one.held = 'incident';
    return;
  }
  if (nodeOf(game, one).kind.endsWith('Event')) {
    end(game, one, 'completed');
  }
  trigger(game, catcher.host, catcher.event);
}

export interface Catcher {
  readonly host: Instance;
  readonly event: NetNode;
}

/**
 * Outwards from where it was thrown: the boundary of an activity, the event subprocesses of the scope around it, the boundary of
 * that scope … At one level an event that names the code goes before one that catches all. What is thrown inside an event
 * subprocess is never caught by itself, nor by its siblings when it has interrupted their scope.
 */
export function catcherOf(game: Game, from: Instance, kind: 'error' | 'escalation', code: string): Catcher | undefined {
  for (let at = from; ; at = instanceAt(game, at.parent)) {
    const boundaries = at.round === undefined && at.revived !== true ? nodeOf(game, at).boundaries : [];
    const event = named(game, boundaries, kind, code);
    if (event !== undefined) {
      return { host: at, event };
    }
    if (at.parent === 0) {
      return undefined;
    }
    const around = instanceAt(game, at.parent);
    const listeners = catchesInside(game, around) ? nodeOf(game, around).listeners : [];
    const start = named(
      game,
      listeners.filter((index) => nodeAt(game.net, index).inside !== at.node),
      kind,
      code,
    );
    if (start !== undefined) {
      return { host: around, event: start };
    }
  }
}

function catchesInside(game: Game, scope: Instance): boolean {
  return isScope(nodeOf(game, scope)) && scope.loop === undefined && scope.interrupted !== true && scope.revived !== true;
}

function named({ net }: Game, events: readonly number[], kind: string, code: string): NetNode | undefined {
  const candidates = events.map((index) => nodeAt(net, index));
  const codes = (event: NetNode): readonly (string | undefined)[] =>
    (event.triggers ?? []).flatMap((one) => (one.kind === kind && (one.kind === 'error' || one.kind === 'escalation') ? [one.code] : []));
  return candidates.find((event) => codes(event).includes(code)) ?? candidates.find((event) => codes(event).includes(undefined));
}
