import type { ProcessGraph } from '@thidua/bpmn';
import type { EngineEvent, InstanceState } from '@thidua/engine';
import type { Random } from '../engine-random';
import { VARIABLES } from '../model/write-xml';
import { copy, pictureOf, type Marking } from '../oracle/marking';
import { nodeAt, startsByMessage, type Net } from '../oracle/net';
import { explore, isStuck, settle, startMarking } from '../oracle/oracle';
import { apply, choicesOf, stimuliOf, type Stimulus, type Variables } from '../oracle/stimuli';
import { EngineHand } from './engine-hand';

/** One way through a process, as seen from outside. */
export interface Path {
  readonly start: string | undefined;
  readonly variables: Variables;
  readonly stimuli: readonly Stimulus[];
}

export interface Outcome {
  readonly path: Path;
  readonly ended: boolean;
  /** Absent: engine and oracle agree at every step. */
  readonly difference?: Difference;
  /** The engine took another order than the oracle's first: it was looked for among all orders. */
  readonly explored: boolean;
  /** Ids of what the engine completed. */
  readonly completed: readonly string[];
  /** The engine's, at the end. */
  readonly state: InstanceState | undefined;
}

export interface Difference {
  /** 0 = the start, n = after the n-th stimulus. */
  readonly step: number;
  readonly expected: string;
  readonly actual: string;
  /** Too many orders to look at all of them: it may be no difference. */
  readonly undecided?: true;
  /** Engine and oracle agree, but nothing can ever move again. */
  readonly stuck?: true;
}

export interface Pair {
  readonly net: Net;
  readonly graphs: ReadonlyMap<string, ProcessGraph>;
}

const LONGEST_PATH = 30;
const EXPLORED_MOST = 20_000;

/** Draws a path step by step from what the oracle says can happen, and compares the engine after every step. */
export function playRandom(pair: Pair, random: Random, onEvents?: (events: readonly EngineEvent[]) => void): Outcome {
  const path = { start: startOf(pair.net, random), variables: drawVariables(random, 1) };
  const stimuli: Stimulus[] = [];
  const next = (marking: Marking): Stimulus | undefined => {
    const stimulus = stimuli.length < LONGEST_PATH ? drawStimulus(pair.net, marking, random) : undefined;
    if (stimulus !== undefined) {
      stimuli.push(stimulus);
    }
    return stimulus;
  };
  return play(pair, path, next, onEvents);
}

/** The same path again, perhaps on a smaller process: what cannot happen there is left out. */
export function playAgain(pair: Pair, path: Path): Outcome {
  const left = [...path.stimuli];
  return play(pair, path, (marking) => {
    for (let stimulus = left.shift(); stimulus !== undefined; stimulus = left.shift()) {
      if (apply({ net: pair.net, marking: copy(marking) }, stimulus)) {
        return stimulus;
      }
    }
    return undefined;
  });
}

function play(
  pair: Pair,
  path: Omit<Path, 'stimuli'>,
  next: (marking: Marking) => Stimulus | undefined,
  onEvents?: (events: readonly EngineEvent[]) => void,
): Outcome {
  const { net } = pair;
  const hand = new EngineHand(net, pair.graphs, onEvents);
  const stimuli: Stimulus[] = [];
  let found = compare(pair, { ...path, stimuli }, startMarking(net, path.variables, path.start), hand, () => {
    hand.start(path.variables, path.start);
  });
  let explored = found.explored;
  while (found.difference === undefined && !found.marking.ended) {
    const stimulus = next(found.marking);
    if (stimulus === undefined) {
      break;
    }
    stimuli.push(stimulus);
    const marking = copy(found.marking);
    apply({ net, marking }, stimulus);
    found = compare(pair, { ...path, stimuli }, marking, hand, () => {
      hand.act(stimulus);
    });
    explored ||= found.explored;
  }
  const { difference = replayed(hand, stimuli.length), marking } = found;
  return {
    path: { ...path, stimuli },
    ended: marking.ended,
    explored,
    completed: completedBy(hand, net),
    state: hand.state,
    ...(difference && { difference }),
  };
}

function replayed(hand: EngineHand, step: number): Difference | undefined {
  try {
    hand.checkReplay();
    return undefined;
  } catch (cause) {
    return { step, expected: 'the same state from the whole history', actual: cause instanceof Error ? cause.message : String(cause) };
  }
}

function completedBy(hand: EngineHand, net: Net): readonly string[] {
  return net.nodes.flatMap(({ id, index }) => ((hand.completed[index] ?? 0) > 0 ? [id] : []));
}

interface Compared {
  readonly marking: Marking;
  readonly explored: boolean;
  readonly difference?: Difference;
}

function compare(pair: Pair, path: Path, marking: Marking, hand: EngineHand, act: () => void): Compared {
  const { net } = pair;
  const rests = settle(net, marking);
  const differs = (expected: string, actual: string): Compared => {
    return { marking, explored: false, difference: { step: path.stimuli.length, expected, actual } };
  };
  const expected = rests ? seenOf(net, marking) : 'step-limit';
  try {
    act();
  } catch (cause) {
    const actual = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    return actual.includes(expected) ? { marking: { ...marking, ended: true }, explored: false } : differs(expected, actual);
  }
  const actual = seenOfEngine(net, hand);
  if (actual !== expected) {
    return anyOrder(pair, path, marking);
  }
  if (isStuck(marking, net)) {
    const difference = { step: path.stimuli.length, expected: 'something that can still move', actual, stuck: true as const };
    return { marking, explored: false, difference };
  }
  return { marking, explored: false };
}

/**
 * BPMN leaves the order of concurrent tokens open. Where the first order of the oracle does not give what the engine gives, the
 * whole path is played again with every order, keeping all markings that look like the engine's after each step.
 */
function anyOrder(pair: Pair, path: Path, marking: Marking): Compared {
  const { net } = pair;
  const hand = new EngineHand(net, pair.graphs);
  let rests: readonly Marking[] = [startMarking(net, path.variables, path.start)];
  let cut = false;
  for (let step = 0; step <= path.stimuli.length; step += 1) {
    const stimulus = path.stimuli[step - 1];
    if (stimulus === undefined) {
      hand.start(path.variables, path.start);
    } else {
      hand.act(stimulus);
      rests = rests.flatMap((rest) => allChoices(net, rest, stimulus));
    }
    const seen = seenOfEngine(net, hand);
    const told = count(hand.told);
    const explored = explore(
      net,
      rests,
      {
        fits: (one) => seenOf(net, one) === seen,
        allows: (one) =>
          one.completed.every((times, at) => times <= (hand.completed[at] ?? 0) || isHidden(net, at)) &&
          one.terminated.every((times, at) => times <= (hand.terminated[at] ?? 0) || isHidden(net, at)) &&
          [...count(one.told)].every(([what, times]) => times <= (told.get(what) ?? 0)),
      },
      EXPLORED_MOST,
    );
    cut ||= explored.cut;
    rests = explored.rests;
    if (rests.length === 0) {
      const difference = { step, expected: seenOf(net, marking), actual: seen, ...(cut && { undecided: true as const }) };
      return { marking, explored: true, difference };
    }
  }
  return { marking: rests[0] ?? marking, explored: true };
}

function allChoices(net: Net, rest: Marking, stimulus: Stimulus): readonly Marking[] {
  return Array.from({ length: choicesOf({ net, marking: rest }, stimulus) }, (_, nth) => {
    const marking = copy(rest);
    apply({ net, marking }, stimulus, nth);
    return marking;
  });
}

function count(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  values.forEach((value) => counts.set(value, (counts.get(value) ?? 0) + 1));
  return counts;
}

const isHidden = (net: Net, index: number): boolean => ['process', 'startEvent'].includes(nodeAt(net, index).kind);

function seenOf(net: Net, marking: Marking): string {
  const { variables = {} } = marking.instances.get(1) ?? {};
  const values = VARIABLES.map((name) => `${name}=${JSON.stringify(variables[name])}`);
  return seen(net, pictureOf(net, marking), values, marking);
}

function seenOfEngine(net: Net, hand: EngineHand): string {
  return seen(net, hand.picture(), hand.variables(VARIABLES), hand);
}

interface Past {
  readonly completed: readonly number[];
  readonly terminated: readonly number[];
  readonly told: readonly string[];
}

/** A start event that is interrupted while the scope around it begins to listen has not been seen by anybody. */
function seen(net: Net, picture: string, variables: readonly string[], { completed, terminated, told }: Past): string {
  const list = (counts: readonly number[], hidden: readonly string[]): string =>
    net.nodes
      .flatMap(({ id, index, kind }) => (counts[index] === 0 || hidden.includes(kind) ? [] : [`${id}×${counts[index] ?? 0}`]))
      .join(' ');
  const lines = [
    picture,
    `  completed ${list(completed, ['process'])}`,
    `  terminated ${list(terminated, ['process', 'startEvent'])}`,
    `  told ${[...told].sort().join(', ')}`,
    ...(picture === 'ended' ? [] : [`  variables ${variables.join(' ')}`]),
  ];
  return lines.join('\n');
}

function startOf(net: Net, random: Random): string | undefined {
  const starts = nodeAt(net, 0)
    .starts.map((start) => nodeAt(net, start))
    .filter((start) => (start.triggers ?? []).length > 0 && (start.kind === 'startEvent' || startsByMessage(net.nodes, start, net.flows)));
  return starts.length > 0 && random.chance(0.5) ? random.pick(starts).id : undefined;
}

function drawVariables(random: Random, share: number): Variables {
  return Object.fromEntries(VARIABLES.filter(() => random.chance(share)).map((name) => [name, random.chance(0.5)]));
}

const WEIGHTS: Readonly<Record<Stimulus['do'], number>> = {
  complete: 8,
  error: 2,
  fire: 2,
  message: 3,
  signal: 3,
  set: 1,
  begin: 2,
  finish: 1,
};

/** Undefined: nothing can happen but changes of variables, and those have been tried. */
function drawStimulus(net: Net, marking: Marking, random: Random): Stimulus | undefined {
  const open = stimuliOf({ net, marking });
  if (open.length === 0 && (!marking.waits.some(({ trigger }) => trigger.kind === 'conditional') || random.chance(0.2))) {
    return undefined;
  }
  const set = drawVariables(random, 0.3);
  const all: readonly Stimulus[] = [...open, { do: 'set', set }];
  let at = (random.below(10_000) / 10_000) * all.reduce((sum, one) => sum + WEIGHTS[one.do], 0);
  for (const one of all) {
    at -= WEIGHTS[one.do];
    if (at < 0) {
      return one.do === 'complete' || one.do === 'message' ? { ...one, set } : one;
    }
  }
  return undefined;
}
