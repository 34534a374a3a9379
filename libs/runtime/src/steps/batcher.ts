import { StateConflict, type LoadedInstance, type StepOutcome, type StepStore, type StepWrite } from '@thidua/store';
import type { Clock } from '../clock/clock';
import { fp } from '../fault-point';
import type { GraphCache } from '../graphs/graph-cache';
import type { Decider } from './decider';
import { fold, refusalOf, type Folded } from './fold';
import type { Lane, Work } from './lane';
import type { StateCache } from './state-cache';
import { surely, writeSurely } from './write-surely';

const FLIGHTS = 2;
const MOST = 256;
const ATTEMPTS = 20;

export interface BatcherDeps {
  readonly steps: StepStore;
  readonly graphs: GraphCache;
  readonly states: StateCache;
  readonly decider: Decider;
  readonly clock: Clock;
  readonly notices: boolean;
}

/** The instances of a flight as they are known, and which of them were read just now. */
interface Prepared {
  readonly instances: ReadonlyMap<string, LoadedInstance>;
  readonly fresh: ReadonlySet<string>;
}

/**
 * Natural batching: what arrives while statements are in flight forms the next one. One step per instance per batch; several commands
 * of one instance are folded in memory and written once; an instance is in one flight at a time. No timer, no delay when idle.
 */
export class Batcher {
  private readonly lanes = new Map<string, Lane>();
  private readonly busy = new Set<string>();
  private waiting: Lane[] = [];
  private flights = 0;
  private armed = false;

  constructor(private readonly deps: BatcherDeps) {}

  add(work: Work): void {
    const lane = this.lanes.get(work.instanceId);
    if (lane !== undefined) {
      lane.works.push(work);
      return;
    }
    this.queue({ instanceId: work.instanceId, provinceId: work.provinceId, works: [work] });
  }

  private queue(lane: Lane): void {
    this.lanes.set(lane.instanceId, lane);
    this.waiting.push(lane);
    this.arm();
  }

  private arm(): void {
    if (!this.armed && this.flights < FLIGHTS && this.waiting.length > 0) {
      this.armed = true;
      setImmediate(() => {
        this.armed = false;
        this.depart();
      });
    }
  }

  private depart(): void {
    if (this.flights >= FLIGHTS || this.waiting.length === 0) {
      return;
    }
    const lanes = this.waiting.splice(0, MOST);
    this.flights += 1;
    void this.fly(lanes)
      .catch((error: unknown) => {
        for (const work of lanes.flatMap((lane) => lane.works.splice(0))) {
          work.fail(error);
        }
      })
      .finally(() => {
        this.flights -= 1;
        this.land(lanes);
        this.arm();
      });
    this.arm();
  }

  /** Lanes with commands left (new ones, or those to be tried again) queue up once more. */
  private land(lanes: readonly Lane[]): void {
    for (const lane of lanes) {
      this.lanes.delete(lane.instanceId);
      if (lane.works.length > 0) {
        this.queue(lane);
      }
    }
  }

  private async fly(lanes: readonly Lane[]): Promise<void> {
    const { instances, fresh } = await this.prepare(lanes);
    const atMs = this.deps.clock.nowMs();
    const folded: { lane: Lane; result: Folded }[] = [];
    for (const lane of lanes) {
      const instance = instances.get(lane.instanceId);
      const options = { instance, fresh: instance === undefined || fresh.has(lane.instanceId), atMs, notices: this.deps.notices };
      const result = fold(this.deps.decider, { works: take(lane), ...options });
      this.again(lane, result.doubtful);
      folded.push({ lane, result });
    }
    const flying = folded.filter((one) => one.result.write !== undefined).sort((a, b) => (a.lane.instanceId < b.lane.instanceId ? -1 : 1));
    if (flying.length === 0) {
      return;
    }
    const writes = flying.flatMap((one) => one.result.write ?? []);
    fp('step.before-commit');
    const outcomes = await this.send(writes);
    fp('step.after-commit');
    outcomes.forEach((outcome, index) => {
      const one = flying[index];
      if (one !== undefined) {
        this.answer(one.lane, one.result, outcome);
      }
    });
  }

  /**
   * Loads what is not in memory in one query. What a flight needs is kept by the flight itself: loading some of it may push the rest out of
   * the cache.
   */
  private async prepare(lanes: readonly Lane[]): Promise<Prepared> {
    const { states, steps, graphs } = this.deps;
    const instances = new Map<string, LoadedInstance>();
    for (const { instanceId } of lanes) {
      const known = states.get(instanceId);
      if (known !== undefined) {
        instances.set(instanceId, known);
      }
    }
    const cold = lanes.filter(
      ({ instanceId, works }) =>
        works.some((work) => work.doubted) || (!instances.has(instanceId) && works.some((work) => work.start === undefined)),
    );
    const loaded = cold.length === 0 ? [] : await surely(() => steps.load(cold));
    for (const instance of loaded) {
      states.put(instance);
      instances.set(instance.instanceId, instance);
    }
    for (const lane of lanes) {
      const bound = boundGraphs(instances.get(lane.instanceId), lane);
      if (!graphs.isReady(bound)) {
        await graphs.prepare(lane.provinceId, bound).catch((error: unknown) => {
          lane.works.splice(0).forEach((work) => {
            work.fail(error);
          });
        });
      }
    }
    return { instances, fresh: new Set(loaded.map((instance) => instance.instanceId)) };
  }

  /** An error of the whole statement (constraint, deadlock, lost connection) is narrowed down to the step it belongs to. */
  private async send(writes: readonly StepWrite[]): Promise<readonly (StepOutcome | Error)[]> {
    try {
      return await this.deps.steps.write(writes);
    } catch {
      const outcomes: (StepOutcome | Error)[] = [];
      for (const write of writes) {
        outcomes.push(await writeSurely(this.deps.steps, write));
      }
      return outcomes;
    }
  }

  private answer(lane: Lane, { included, answers, next }: Folded, outcome: StepOutcome | Error): void {
    if (outcome instanceof Error) {
      this.deps.states.drop(lane.instanceId);
      included.forEach((work) => {
        work.fail(outcome);
      });
      return;
    }
    if (outcome.moved) {
      if (next !== undefined) {
        this.deps.states.put(next);
      }
      for (const [work, answer] of answers) {
        work.settle(answer);
      }
      return;
    }
    this.deps.states.drop(lane.instanceId);
    const refusal = refusalOf(outcome);
    const only = included.length === 1 ? included[0] : undefined;
    if (refusal !== undefined && only !== undefined) {
      only.settle(refusal);
    } else if (only?.start !== undefined) {
      only.settle({ ok: false, reason: 'stale' });
    } else {
      included.forEach((work) => (work.alone ||= refusal !== undefined));
      this.again(lane, included);
    }
  }

  private again(lane: Lane, works: readonly Work[]): void {
    const kept = works.filter((work) => {
      work.attempts += 1;
      if (work.attempts > ATTEMPTS) {
        work.fail(new StateConflict('the instance kept moving', { instanceId: work.instanceId }));
      }
      return work.attempts <= ATTEMPTS;
    });
    lane.works.unshift(...kept);
  }
}

/** What goes into one write: the first alone if it asks for it, else all up to the next that does. */
function take(lane: Lane): Work[] {
  const first = lane.works.findIndex((work) => work.alone || work.start !== undefined);
  const count = first === 0 ? 1 : first === -1 ? lane.works.length : first;
  return lane.works.splice(0, count);
}

function boundGraphs(instance: LoadedInstance | undefined, lane: Lane): readonly string[] {
  const start = lane.works[0]?.start;
  if (instance !== undefined) {
    return instance.state.graphs;
  }
  return start === undefined ? [] : [start.boundId];
}
