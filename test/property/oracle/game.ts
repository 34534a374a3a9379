import type { Condition } from '../model/model';
import type { Done, Instance, Marking, Token, Wait } from './marking';
import { nodeAt, type Net, type NetNode } from './net';

/** The net and where its tokens are: what every rule of the game reads and changes. */
export interface Game {
  readonly net: Net;
  readonly marking: Marking;
}

export function instanceAt({ marking }: Game, key: number): Instance {
  const one = marking.instances.get(key);
  if (one === undefined) {
    throw new Error(`no instance ${key}`);
  }
  return one;
}

export function nodeOf({ net }: Game, one: Instance): NetNode {
  return nodeAt(net, one.node);
}

export function begin(game: Game, parent: number, node: NetNode, more: Partial<Instance> = {}): Instance {
  const { marking } = game;
  const one: Instance = { key: marking.nextKey, node: node.index, parent, done: [], ...more };
  marking.nextKey += 1;
  marking.instances.set(one.key, one);
  return one;
}

/** The instance is over, with whatever it waited for. */
export function end({ marking }: Game, one: Instance, how: 'completed' | 'terminated' | 'released'): void {
  marking.instances.delete(one.key);
  dropWaits(marking, ({ owner }) => owner === one.key);
  if (how !== 'released') {
    marking[how][one.node] = (marking[how][one.node] ?? 0) + 1;
  }
}

export function dropWaits(marking: Marking, which: (wait: Wait) => boolean): void {
  if (marking.waits.some(which)) {
    marking.waits = marking.waits.filter((wait) => !which(wait));
  }
}

/** Ends the instance and all that lives inside it. */
export function terminate(game: Game, one: Instance): void {
  terminateInside(game, one.key);
  end(game, one, 'terminated');
}

export function terminateInside(game: Game, key: number): void {
  const { marking } = game;
  marking.tokens = marking.tokens.filter(({ scope }) => scope !== key);
  [...marking.instances.values()]
    .filter(({ parent }) => parent === key)
    .forEach((one) => {
      terminate(game, one);
    });
}

export function put({ marking }: Game, token: Token): void {
  marking.tokens.push(token);
}

/** The process an instance belongs to: a called one has variables of its own. */
export function processOf(game: Game, one: Instance): Instance {
  let at = one;
  while (nodeOf(game, at).kind !== 'process') {
    at = instanceAt(game, at.parent);
  }
  return at;
}

/** Read where it stands: what a call activity hands in is its own copy from then on, for its boundary events, too. */
export function holds(game: Game, one: Instance, condition: Condition): boolean {
  let at = one;
  while (at.variables === undefined) {
    at = instanceAt(game, at.parent);
  }
  return at.variables[condition.variable] === condition.value;
}

/** Conditions are asked when a variable changes; they count when they become true (BPMN 2.0 §10.5.5, "Conditional"). */
export function setVariables(game: Game, one: Instance, values: Readonly<Record<string, boolean>>): void {
  const process = processOf(game, one);
  process.variables = { ...process.variables, ...values };
  for (const wait of game.marking.waits) {
    if (wait.trigger.kind === 'conditional') {
      ask(game, wait);
    }
  }
}

export function ask(game: Game, wait: Wait): void {
  if (wait.trigger.kind !== 'conditional') {
    return;
  }
  const now = holds(game, instanceAt(game, wait.owner), wait.trigger.condition);
  if (now && !wait.held) {
    game.marking.due.push({ wait: wait.id, urgent: false });
  }
  wait.held = now;
}

/** Remembers what a completed activity leaves to be undone. */
export function remember(game: Game, parent: number, done: readonly Done[]): void {
  const scope = game.marking.instances.get(parent);
  if (scope !== undefined && done.length > 0) {
    scope.done = [...scope.done, ...done];
  }
}
