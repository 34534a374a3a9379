import { complete, beginInAdHoc, finishAdHoc } from './leave';
import { occur } from './enter';
import { instanceAt, nodeOf, setVariables, type Game } from './game';
import { broadcast, catcherOf, fail } from './throw';
import type { Wait } from './marking';
import { nodeAt } from './net';

export type Variables = Readonly<Record<string, boolean>>;

/** Something from outside. `nth` picks among several of the same name, oldest first. */
export type Stimulus =
  | { readonly do: 'complete'; readonly node: string; readonly nth: number; readonly set: Variables }
  | { readonly do: 'error'; readonly node: string; readonly nth: number; readonly code: string }
  /** A timer or a message, for one of the definitions of an event. */
  | { readonly do: 'fire'; readonly node: string; readonly part: number; readonly nth: number }
  | { readonly do: 'message'; readonly node: string; readonly part: number; readonly nth: number; readonly set: Variables }
  | { readonly do: 'signal'; readonly name: string }
  | { readonly do: 'set'; readonly set: Variables }
  | { readonly do: 'begin'; readonly node: string; readonly nth: number; readonly elements: readonly string[] }
  | { readonly do: 'finish'; readonly node: string; readonly nth: number };

/** Everything that can come from outside now, but for variables (`set` is empty). */
export function stimuliOf(game: Game): readonly Stimulus[] {
  const { net, marking } = game;
  const stimuli: Stimulus[] = [];
  const counts = new Map<string, number>();
  const nth = (name: string): number => {
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    return count;
  };
  for (const one of marking.instances.values()) {
    const node = nodeOf(game, one);
    if (one.held === 'task' || one.held === 'job') {
      const place = { node: node.id, nth: nth(node.id) };
      stimuli.push({ do: 'complete', ...place, set: {} });
      if (one.held === 'job') {
        const caught = ['E1', 'E2'].filter((code) => catcherOf(game, one, 'error', code) !== undefined);
        stimuli.push(...caught.map((code): Stimulus => ({ do: 'error', ...place, code })));
      }
    } else if (isOpenAdHoc(game, one.key)) {
      const place = { node: node.id, nth: nth(node.id) };
      stimuli.push({ do: 'finish', ...place });
      stimuli.push(...node.starts.map((start): Stimulus => ({ do: 'begin', ...place, elements: [nodeAt(net, start).id] })));
    }
  }
  const signals = new Set<string>();
  for (const { target, part, trigger } of marking.waits) {
    const { id } = nodeAt(net, target);
    if (trigger.kind === 'timer') {
      stimuli.push({ do: 'fire', node: id, part, nth: nth(`${id}.${part}`) });
    } else if (trigger.kind === 'message') {
      stimuli.push({ do: 'message', node: id, part, nth: nth(`${id}.${part}`), set: {} });
    } else if (trigger.kind === 'signal') {
      signals.add(trigger.name ?? 'another');
    }
  }
  return [...stimuli, ...[...signals].map((name): Stimulus => ({ do: 'signal', name }))];
}

/**
 * What happens from outside, on the marking itself; false: it cannot happen now. `choices` tells how many of the same name there are,
 * so that a caller who cannot know which of them is meant can try each.
 */
export function apply(game: Game, stimulus: Stimulus, nth = 'nth' in stimulus ? stimulus.nth : 0): boolean {
  const { marking } = game;
  const root = marking.instances.get(1);
  if (root === undefined) {
    return false;
  }
  switch (stimulus.do) {
    case 'set':
      setVariables(game, root, stimulus.set);
      return true;
    case 'signal':
      return broadcast(game, stimulus.name) > 0;
    case 'fire':
    case 'message': {
      const wait = waitsAt(game, stimulus)[nth];
      if (wait !== undefined) {
        setVariables(game, instanceAt(game, wait.owner), 'set' in stimulus ? stimulus.set : {});
        occur(game, wait);
      }
      return wait !== undefined;
    }
    case 'complete':
    case 'error':
    case 'begin':
    case 'finish': {
      const key = instancesAt(game, stimulus)[nth];
      if (key !== undefined) {
        applyAt(game, stimulus, key);
      }
      return key !== undefined;
    }
  }
}

function applyAt(game: Game, stimulus: Extract<Stimulus, { do: 'complete' | 'error' | 'begin' | 'finish' }>, key: number): void {
  const one = instanceAt(game, key);
  switch (stimulus.do) {
    case 'complete':
      delete one.held;
      setVariables(game, one, stimulus.set);
      complete(game, one);
      return;
    case 'error':
      delete one.held;
      fail(game, one, stimulus.code);
      return;
    case 'finish':
      finishAdHoc(game, one);
      return;
    case 'begin':
      beginInAdHoc(
        game,
        one,
        stimulus.elements.map((id) => game.net.byId.get(id) ?? -1),
      );
  }
}

/** How many there are of the same name. */
export function choicesOf(game: Game, stimulus: Stimulus): number {
  switch (stimulus.do) {
    case 'fire':
    case 'message':
      return waitsAt(game, stimulus).length;
    case 'set':
    case 'signal':
      return 1;
    default:
      return instancesAt(game, stimulus).length;
  }
}

function waitsAt({ net, marking }: Game, { do: what, node, part }: Extract<Stimulus, { part: number }>): readonly Wait[] {
  const kind = what === 'fire' ? 'timer' : 'message';
  return marking.waits.filter((wait) => wait.trigger.kind === kind && wait.part === part && nodeAt(net, wait.target).id === node);
}

function instancesAt(game: Game, stimulus: { readonly do: string; readonly node: string }): readonly number[] {
  const isOpen = (key: number): boolean => {
    const { held } = instanceAt(game, key);
    const adHoc = stimulus.do === 'begin' || stimulus.do === 'finish';
    return adHoc ? isOpenAdHoc(game, key) : stimulus.do === 'error' ? held === 'job' : held === 'task' || held === 'job';
  };
  return [...game.marking.instances.values()].flatMap((one) =>
    nodeOf(game, one).id === stimulus.node && isOpen(one.key) ? [one.key] : [],
  );
}

function isOpenAdHoc(game: Game, key: number): boolean {
  const one = instanceAt(game, key);
  const isBody = one.loop !== undefined;
  return nodeOf(game, one).adHoc !== undefined && !isBody && one.revived !== true && one.interrupted !== true;
}
