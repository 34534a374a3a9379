import type { InstanceView, ConformanceHost, OpenJob } from '../conformance/host';
import { Player, StepFailed } from '../conformance/player';
import { parseInstant } from '../../libs/engine/src/time/instant';
import { heldAgainst, type Fault, type Sight } from './judge-scenario';
import type { Check, Scenario, When } from './scenario';
import { withCalled, type WorkflowSet } from './workflow-set';

/** How one scenario went on one host. */
export interface Played {
  /** Vietnamese sentences; empty: everything holds. */
  readonly faults: readonly Fault[];
  readonly instances: readonly InstanceView[];
}

/** Deploys, starts and plays a scenario on a fresh host; the host stays open. */
export async function playScenario(scenario: Scenario, set: WorkflowSet, host: ConformanceHost): Promise<Played> {
  const { given, when, then } = scenario;
  const startMs = parseInstant(given.startsAt) ?? 0;
  await host.setClock(startMs);
  const processes = [given.process, ...when.flatMap((step) => ('start' in step ? [step.start] : []))];
  const refusals = await host.deploy(withCalled(set, processes).map(({ file }) => file));
  if (refusals.length > 0) {
    throw new Error(`refused: ${JSON.stringify(refusals)}`);
  }
  const machines = new Machines(given.jobs ?? {});
  const scene = new Scene(host, machines, startMs);
  try {
    await scene.play({ start: given.process, with: given.variables ?? {} }, 'given');
    for (const [index, step] of when.entries()) {
      await scene.play(step, `when[${index}]`);
    }
    await scene.check({ incidents: [], ...then }, 'then');
  } catch (error) {
    if (!(error instanceof SceneFailed)) {
      throw error;
    }
    return { faults: error.faults, instances: await host.instances() };
  }
  return { faults: [], instances: await host.instances() };
}

class SceneFailed extends Error {
  constructor(readonly faults: readonly Fault[]) {
    super(faults.map(({ field, sentence }) => `${field}: ${sentence}`).join('\n'));
  }
}

/** The service workers of a scenario: some types are done at once, others wait for their step. */
class Machines {
  readonly trace: string[] = [];
  private readonly held: OpenJob[] = [];

  constructor(private readonly atOnce: NonNullable<Scenario['given']['jobs']>) {}

  /** As the player asks it: false when the job was gone. */
  work(host: ConformanceHost, job: OpenJob): Promise<boolean> {
    const gives = this.atOnce[job.type];
    if (gives !== undefined) {
      return host.completeJob(job, gives);
    }
    this.held.push(job);
    return Promise.resolve(true);
  }

  /** The oldest that waits. */
  take(type: string): OpenJob | undefined {
    const at = this.held.findIndex((job) => job.type === type);
    return at < 0 ? undefined : this.held.splice(at, 1)[0];
  }
}

class Scene {
  private readonly player: Player;

  constructor(
    private readonly host: ConformanceHost,
    private readonly machines: Machines,
    startMs: number,
  ) {
    this.player = new Player(host, machines, startMs);
  }

  /** @throws SceneFailed when the step finds nothing to act on, or its check does not hold */
  async play(step: When, field: string): Promise<void> {
    if ('check' in step) {
      await this.check(step.check, `${field}.check`);
      return;
    }
    try {
      await this.act(step);
    } catch (error) {
      if (error instanceof StepFailed) {
        throw new SceneFailed([{ field, sentence: await this.nothingFor(step) }]);
      }
      throw error;
    }
  }

  async check(check: Check, field: string): Promise<void> {
    const faults = heldAgainst(check, await this.sight());
    if (faults.length > 0) {
      throw new SceneFailed(faults.map((fault) => ({ ...fault, field: `${field}.${fault.field}` })));
    }
  }

  private async act(step: Exclude<When, { check: unknown }>): Promise<void> {
    if ('start' in step) {
      await this.player.play({ start: { process: step.start, variables: step.with ?? {} } });
    } else if ('complete' in step) {
      for (let left = step.times ?? 1; left > 0; left -= 1) {
        await this.player.play({ complete: { element: step.complete, variables: step.with ?? {} } });
      }
    } else if ('advance' in step) {
      await this.player.play({ advance: step.advance });
    } else if ('until' in step) {
      await this.until(step.until);
    } else {
      await this.reach(step);
      await this.player.settle();
    }
  }

  private async until(instant: string): Promise<void> {
    const left = (parseInstant(instant) ?? 0) - this.player.now;
    if (left < 0) {
      throw new StepFailed('the clock never goes back');
    }
    await this.player.play({ advance: `PT${left / 1000}S` });
  }

  /** What comes from a machine, from outside, or from an administrator. */
  private async reach(step: Extract<When, { message: unknown } | { job: unknown } | { retry: unknown }>): Promise<void> {
    if ('message' in step) {
      // Kept for whoever waits later, as the program sends them.
      await this.host.publishMessage({ name: step.message, key: step.key, variables: step.with ?? {}, buffered: true });
      return;
    }
    const done = 'job' in step ? await this.work(step) : await this.retry(step.retry);
    if (!done) {
      throw new StepFailed('nothing to act on');
    }
  }

  private async work({ job: type, gives = {}, fails }: Extract<When, { job: unknown }>): Promise<boolean> {
    const job = this.machines.take(type);
    if (job === undefined) {
      return false;
    }
    return fails === undefined ? this.host.completeJob(job, gives) : this.host.failJob(job, fails);
  }

  private async retry(element: string): Promise<boolean> {
    const instances = await this.host.instances();
    const stuck = instances.flatMap((instance) => incidentsAt(instance, element).map((incidentId) => ({ id: instance.id, incidentId })));
    const [first] = stuck;
    return first !== undefined && this.host.command(first.id, { type: 'resolve-incident', incidentId: first.incidentId });
  }

  private async sight(): Promise<Sight> {
    const [seen, instances, tasks] = [await this.player.observe(), await this.host.instances(), await this.host.openTasks()];
    return { seen, instances, tasks };
  }

  private async nothingFor(step: When): Promise<string> {
    const { seen } = await this.sight();
    const waiting = seen.waitingAt.length === 0 ? 'không bước nào đang chờ' : `đang chờ ở: ${[...seen.waitingAt].sort().join(', ')}`;
    const what = Object.entries(step).map(([key, value]) => `${key} ${typeof value === 'string' ? value : JSON.stringify(value)}`)[0] ?? '';
    return `Không thực hiện được «${what}»; ${waiting}.`;
  }
}

function incidentsAt({ state, graphs }: InstanceView, element: string): readonly string[] {
  return Object.entries(state.incidents).flatMap(([id, { key }]) => {
    const node = state.elements[String(key)];
    return node !== undefined && graphs[node.graph]?.elements[node.element]?.id === element ? [id] : [];
  });
}
