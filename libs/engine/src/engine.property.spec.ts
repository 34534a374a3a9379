import { isDeepStrictEqual } from 'node:util';
import type { ProcessGraph } from '@thidua/bpmn';
import { randomProcess } from '../../../test/property/engine-process';
import { randomOf, type Random } from '../../../test/property/engine-random';
import { Play } from '../../../test/harness/engine-play';
import type { Effect } from './effect';
import type { EngineEvent } from './event';
import { evolve, evolveAll } from './evolve';
import { canMove, type ElementStatus } from './lifecycle';
import type { InstanceState } from './state';

const PROCESSES = Math.max(1, Math.round(200 * Number(process.env['TEST_SCALE'] ?? 1)));
const FIRST_SEED = Number(process.env['TEST_SEED'] ?? 20_260_302);
const LONGEST_PATH = 4_000;
/** All of `EngineEvent`. */
const EVENT_KINDS = 24;

describe('a random process on a random path', () => {
  it(`holds every invariant at every step, ${PROCESSES} times`, () => {
    const seen = { completed: 0, canceled: 0, steps: 0, kinds: new Set<string>() };
    for (let seed = FIRST_SEED; seed < FIRST_SEED + PROCESSES; seed += 1) {
      try {
        const { play, steps } = walk(seed);
        seen[play.state?.status === 'completed' ? 'completed' : 'canceled'] += 1;
        seen.steps += steps;
        play.events.forEach(({ type }) => seen.kinds.add(type));
      } catch (cause) {
        throw new Error(`seed ${seed} (TEST_SEED=${seed} TEST_SCALE=0.005): ${cause instanceof Error ? cause.message : String(cause)}`, {
          cause,
        });
      }
    }
    // A generator that no longer reaches an event would prove nothing about it.
    expect(seen.completed).toBeGreaterThan(PROCESSES / 2);
    expect(PROCESSES < 100 ? EVENT_KINDS : seen.kinds.size).toBe(EVENT_KINDS);
  });
});

function walk(seed: number): { play: Play; steps: number } {
  const random = randomOf(seed);
  const { graph, called } = randomProcess(random);
  const inline = (jobType: string) => (jobType === 'inline' ? () => ({ flag3: true }) : undefined);
  const play = new Play(graph, { called, inline, stepCap: 100_000 });
  const watch = new Watch(play);
  play.start({ flag0: random.chance(0.5), flag1: random.chance(0.5), flag2: random.chance(0.5), flag3: random.chance(0.5), again: false });
  watch.check();
  for (let step = 0; step < LONGEST_PATH; step += 1) {
    if (play.state?.status !== 'active') {
      watch.checkEnd();
      return { play, steps: step };
    }
    act(play, random, step);
    watch.check();
  }
  throw new Error(`not ended after ${LONGEST_PATH} commands: ${JSON.stringify(play.state)}`);
}

/** One legal command; the longer the path, the fewer detours. */
function act(play: Play, random: Random, step: number): void {
  const state = play.state;
  const incidents = Object.keys(state?.incidents ?? {});
  const variables = {
    [`flag${random.below(4)}`]: random.chance(0.03) ? 'maybe' : random.chance(0.5),
    again: random.chance(step > 200 ? 0 : 0.25),
    who: random.chance(step > 200 ? 0 : 0.1) ? 7 : 'pos:1/chair',
  };
  play.nowMs += random.below(86_400_000);
  if (random.chance(0.002)) {
    play.must({ type: 'cancel', reason: 'test' });
    return;
  }
  if (incidents.length > 0 && random.chance(0.3)) {
    // Errors nobody catches are thrown again each time: such an instance can only be cancelled.
    const stuck = step > 300 && Object.values(state?.incidents ?? {}).every(({ cause }) => cause === 'error-uncaught');
    const repair = { flag0: false, flag1: false, flag2: false, flag3: false, who: 'pos:1/chair' };
    play.must(
      stuck ? { type: 'cancel', reason: 'stuck' } : { type: 'resolve-incident', incidentId: random.pick(incidents), variables: repair },
    );
    return;
  }
  const waits = Object.entries(state?.waits ?? {});
  const work = waits.filter(([, { kind }]) => kind === 'task' || kind === 'job');
  if (waits.length === 0) {
    play.must({ type: 'set-variables', variables });
    return;
  }
  const [id, wait] = random.pick(work.length > 0 && random.chance(0.8) ? work : waits);
  switch (wait.kind) {
    case 'task':
      play.must({ type: 'complete-task', taskId: id, variables });
      return;
    case 'timer':
      play.must({ type: 'fire-timer', timerId: id });
      return;
    case 'subscription':
      play.must({ type: 'correlate', subscriptionId: id, variables });
      return;
    case 'signal':
    case 'condition':
      throw new Error(`the generator draws no ${wait.kind}`);
    case 'job': {
      const detour = step > 300 ? 1 : random.below(10);
      if (detour === 0) {
        play.must({ type: 'throw-job-error', jobId: id, errorCode: random.pick(['E-1', 'E-2']), message: 'no', variables });
      } else if (detour === 2) {
        play.must({ type: 'fail-job', jobId: id, cause: 'broken', detail: 'x' });
      } else {
        play.must({ type: 'complete-job', jobId: id, variables });
      }
    }
  }
}

/** The invariants, from events and effects alone against the state. */
class Watch {
  private events = 0;
  private effects = 0;
  private folded: InstanceState | undefined;
  private readonly status = new Map<number, ElementStatus>([[1, 'active']]);
  private readonly open = new Set<string>();
  private readonly scopeOf = new Map<number, { graph: number; parent: number }>([[1, { graph: 0, parent: 0 }]]);
  /** Tokens handed to and taken by the elements of a scope, as `scope/element`. */
  private readonly balance = new Map<string, number>();

  constructor(private readonly play: Play) {}

  check(): void {
    const graphs = this.play.graphs();
    for (const event of this.play.events.slice(this.events)) {
      this.folded = evolve(this.folded, event, graphs);
      this.follow(event, graphs);
    }
    this.play.effects.slice(this.effects).forEach((effect) => {
      this.account(effect);
    });
    this.events = this.play.events.length;
    this.effects = this.play.effects.length;
    must(isDeepStrictEqual(this.folded, this.play.state), 'state is not the fold of its events');
    this.checkState();
  }

  checkEnd(): void {
    const { state, effects, events } = this.play;
    must(state?.nextKey !== undefined && Object.keys(state.elements).length === 0, 'something lives after the end');
    must(Object.keys(state.waits).length + Object.keys(state.incidents).length === 0, 'something is open after the end');
    must(this.open.size === 0, `effects left open: ${[...this.open].join()}`);
    must(effects.filter(({ type }) => type === 'end-instance').length === 1, 'the end is not told once');
    must(isDeepStrictEqual(evolveAll(undefined, events, this.play.graphs()), state), 'the whole history gives another state');
  }

  private follow(event: EngineEvent, graphs: readonly ProcessGraph[]): void {
    if (event.type === 'element-activated') {
      this.move(event.key, 'active');
      this.scopeOf.set(event.key, { graph: event.graph, parent: event.parent });
      this.add(event.parent, event.element, -1);
    } else if (event.type === 'element-completed') {
      this.move(event.key, 'completed');
    } else if (event.type === 'element-terminated') {
      this.move(event.key, 'terminated');
    } else if (event.type === 'flow-taken') {
      const graph = graphs[event.graph];
      const flow = graph?.flows.find(({ id }) => id === event.flow);
      this.add(event.scope, graph?.elements[flow?.target ?? 0]?.id ?? '', 1);
    } else if (event.type === 'join-consumed') {
      const graph = graphs[this.scopeOf.get(event.scope)?.graph ?? 0];
      const ways = graph?.elements[graph.byId.get(event.element) ?? 0]?.incoming.length ?? 0;
      this.add(event.scope, event.element, 1 - ways);
    }
  }

  private move(key: number, to: ElementStatus): void {
    const from = this.status.get(key) ?? 'none';
    must(canMove(from, to), `element instance ${key}: ${from} to ${to}`);
    this.status.set(key, to);
  }

  private add(scope: number, element: string, tokens: number): void {
    const name = `${scope}/${element}`;
    this.balance.set(name, (this.balance.get(name) ?? 0) + tokens);
  }

  private account(effect: Effect): void {
    const opened = idOf(effect, ['create-task', 'create-job', 'start-timer', 'open-subscription', 'raise-incident']);
    const closed = idOf(effect, ['close-task', 'close-job', 'cancel-timer', 'close-subscription', 'resolve-incident']);
    if (opened !== undefined) {
      must(!this.open.has(opened), `${opened} is opened twice`);
      this.open.add(opened);
    }
    if (closed !== undefined) {
      must(this.open.delete(closed), `${closed} is closed but not open`);
    }
  }

  private checkState(): void {
    const { state } = this.play;
    const { elements = {}, waits = {}, incidents = {} } = state ?? {};
    const ids = [...Object.keys(waits), ...Object.keys(incidents)];
    must(isDeepStrictEqual(new Set(ids), this.open), 'effects and state disagree about what is open');
    const held = new Set([...Object.values(waits), ...Object.values(incidents)].map(({ key }) => key));
    held.forEach((key) => {
      must(elements[String(key)] !== undefined, `a wait of ${key}, which is gone`);
    });
    const parents = new Set(Object.values(elements).map(({ parent }) => parent));
    for (const { key, parent, joins } of Object.values(elements)) {
      must(parent === 0 || elements[String(parent)] !== undefined, `${key} lives in ${parent}, which is gone`);
      must(parents.has(key) || held.has(key) || joins !== undefined, `nothing can ever move ${key}`);
    }
    this.checkTokens(elements);
  }

  /** In a live scope that was not interrupted every token handed out was taken, or waits at a join. */
  private checkTokens(elements: InstanceState['elements']): void {
    const graphs = this.play.graphs();
    for (const [name, balance] of this.balance) {
      const [scope = '', id = ''] = name.split('/');
      const instance = elements[scope];
      const graph = graphs[instance?.graph ?? 0];
      const element = graph?.elements[graph.byId.get(id) ?? 0];
      if (instance === undefined || instance.interrupted === true || element === undefined || element.incoming.length === 0) {
        continue;
      }
      const waiting = element.incoming.reduce((sum, flow) => sum + (instance.joins?.[String(flow)] ?? 0), 0);
      must(instance.loop !== undefined || balance === waiting, `${name}: ${balance} tokens unaccounted for, ${waiting} wait`);
    }
  }
}

function idOf(effect: Effect, types: readonly Effect['type'][]): string | undefined {
  if (!types.includes(effect.type)) {
    return undefined;
  }
  const ids = ['taskId', 'jobId', 'timerId', 'subscriptionId', 'incidentId'] as const;
  return Object.entries(effect).find(([name]) => (ids as readonly string[]).includes(name))?.[1] as string | undefined;
}

function must(holds: boolean, message: string): asserts holds {
  if (!holds) {
    throw new Error(message);
  }
}
