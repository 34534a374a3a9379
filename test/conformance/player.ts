import type { ProcessGraph } from '@thidua/bpmn';
import type { Command, Wait } from '@thidua/engine';
import { addDuration, parseDuration } from '../../libs/engine/src/time/duration';
import type { FlowNodeEvent, Step } from './case';
import { CASE_START_MS, type ConformanceHost, type InstanceView } from './host';
import { stateDifferences, type Difference, type Observation } from './judge';
import { flowNodeEvents, incidentsOf, rootVariables, visibleAt, waitingAt } from './observe';
import { MESSAGE_KEY, type Workers } from './workers';

const MOST_MOVES = 20_000;

/** A step that found nothing to act on, or a check that does not hold. */
export class StepFailed extends Error {
  constructor(
    message: string,
    readonly differences: readonly Difference[] = [],
  ) {
    super(message);
  }
}

/** One thing that waits, with its place in the order in which things began to wait. */
interface Waiting {
  readonly instance: InstanceView;
  readonly id: string;
  readonly wait: Wait;
  /** Ids of the elements it goes by: the one that waits or catches. */
  readonly elements: readonly string[];
  readonly age: number;
}

/** Plays the steps of one case on a host and keeps what happened. */
export class Player {
  private readonly log: FlowNodeEvent[] = [];
  private readonly logged = new Map<string, number>();
  private readonly ages = new Map<string, number>();

  constructor(
    private readonly host: ConformanceHost,
    private readonly workers: Pick<Workers, 'work' | 'trace'>,
    private nowMs = CASE_START_MS,
  ) {}

  /** Where the clock stands. */
  get now(): number {
    return this.nowMs;
  }

  /** One step, and everything that moves by itself after it. @throws StepFailed; anything else thrown is a runtime error */
  async play(step: Step): Promise<void> {
    if (step.check !== undefined) {
      const found = stateDifferences(step.check, await this.observe());
      if (found.length > 0) {
        throw new StepFailed('check does not hold', found);
      }
      return;
    }
    if (!(await this.act(step))) {
      throw new StepFailed(`nothing to act on: ${JSON.stringify(step)}`);
    }
    await this.settle();
  }

  /** @param errors what the runtime threw, each in one line */
  async observe(errors: readonly string[] = []): Promise<Observation> {
    const instances = await this.look();
    const incidents = instances.flatMap(incidentsOf).map(({ element, cause, detail }) => `incident at ${element}: ${cause} (${detail})`);
    return {
      ended: instances.every(({ state }) => state.status !== 'active'),
      trace: this.workers.trace,
      events: this.log,
      waitingAt: [...new Set(instances.flatMap((instance) => [...waitingAt(instance)]))],
      failures: [...incidents, ...errors],
      variables: instances[0] === undefined ? {} : rootVariables(instances[0]),
      localVariables: (element) => instances.map((instance) => visibleAt(instance, element)).find((one) => one !== undefined),
    };
  }

  /** What moves by itself: jobs first, oldest first, then timers that are due already. */
  async settle(): Promise<void> {
    for (let moves = 0; moves < MOST_MOVES; moves += 1) {
      await this.look();
      const job = await this.host.nextJob();
      if (job !== undefined) {
        await this.workers.work(this.host, job);
      } else if (!(await this.host.fireDue())) {
        return;
      }
    }
    throw new Error(`still moving after ${MOST_MOVES} jobs and timers`);
  }

  private act(step: Step): Promise<boolean> {
    const { start, complete, message, signal, set, trigger, advance } = step;
    if (start !== undefined) {
      return this.host.start({ variables: {}, ...start });
    }
    if (complete !== undefined) {
      return this.complete(complete);
    }
    if (message !== undefined) {
      return this.message(message);
    }
    if (signal !== undefined) {
      return this.host.broadcastSignal(signal.name).then((reached) => reached > 0);
    }
    if (set !== undefined) {
      return this.host.setVariables(set).then(() => true);
    }
    if (trigger !== undefined) {
      return this.trigger(trigger);
    }
    return advance === undefined ? Promise.reject(new StepFailed(`unknown step ${JSON.stringify(step)}`)) : this.advance(advance);
  }

  private async complete({ element, variables = {}, nth = 1 }: NonNullable<Step['complete']>): Promise<boolean> {
    const open = await this.waiting(element);
    const task = open.filter(({ wait }) => wait.kind === 'task')[nth - 1];
    return task !== undefined && this.host.command(task.instance.id, { type: 'complete-task', taskId: task.id, variables });
  }

  /** Published to whoever waits; `Message_<id>` may also mean the receive task of that id. */
  private async message({ name, key = MESSAGE_KEY, variables = {} }: NonNullable<Step['message']>): Promise<boolean> {
    if ((await this.host.publishMessage({ name, key, variables, buffered: false })) > 0) {
      return true;
    }
    const element = /^Message_(.+)$/.exec(name)?.[1];
    const open = element === undefined ? [] : await this.waiting(element);
    const receiving = open.find(({ wait }) => wait.kind === 'subscription');
    return (
      receiving !== undefined && this.host.command(receiving.instance.id, { type: 'correlate', subscriptionId: receiving.id, variables })
    );
  }

  private async trigger({ element, nth = 1 }: NonNullable<Step['trigger']>): Promise<boolean> {
    const open = await this.waiting(element);
    const timers = open.filter(({ wait }) => wait.kind === 'timer');
    const chosen = (timers.length > 0 ? timers : open)[nth - 1];
    if (chosen === undefined) {
      const process = await this.host.startedBy(element);
      return process !== undefined && this.host.start({ process, element, variables: {} });
    }
    const command = commandFor(chosen, this.nowMs);
    return command !== undefined && this.host.command(chosen.instance.id, command);
  }

  private async advance(duration: string): Promise<boolean> {
    const parsed = parseDuration(duration);
    if (parsed === undefined) {
      throw new StepFailed(`no duration: ${duration}`);
    }
    const target = addDuration(this.nowMs, parsed);
    for (let moves = 0; moves < MOST_MOVES; moves += 1) {
      const due = await this.host.nextDueMs();
      if (due === undefined || due > target) {
        break;
      }
      await this.moveClock(Math.max(due, this.nowMs));
      await this.settle();
    }
    await this.moveClock(target);
    return true;
  }

  private async moveClock(ms: number): Promise<void> {
    this.nowMs = ms;
    await this.host.setClock(ms);
  }

  /** What waits at an element, oldest first. */
  private async waiting(element: string): Promise<readonly Waiting[]> {
    const instances = await this.look();
    return instances
      .flatMap((instance) => waitsOf(instance, this.ages))
      .filter(({ elements }) => elements.includes(element))
      .sort((a, b) => a.age - b.age);
  }

  /** Takes down what is new: events in one log, waits in the order they came. */
  private async look(): Promise<readonly InstanceView[]> {
    const instances = await this.host.instances();
    for (const instance of instances) {
      const events = flowNodeEvents(instance);
      this.log.push(...events.slice(this.logged.get(instance.id) ?? 0));
      this.logged.set(instance.id, events.length);
      for (const event of instance.events) {
        const id = openedWait(event);
        if (id !== undefined && !this.ages.has(id)) {
          this.ages.set(id, this.ages.size);
        }
      }
    }
    return instances;
  }
}

function openedWait(event: InstanceView['events'][number]): string | undefined {
  switch (event.type) {
    case 'task-opened':
      return event.taskId;
    case 'timer-started':
      return event.timerId;
    case 'subscription-opened':
    case 'signal-awaited':
      return event.subscriptionId;
    case 'condition-awaited':
      return event.conditionId;
    default:
      return undefined;
  }
}

function waitsOf(instance: InstanceView, ages: ReadonlyMap<string, number>): readonly Waiting[] {
  const { state, graphs } = instance;
  return Object.entries(state.status === 'active' ? state.waits : {}).map(([id, wait]) => {
    const host = state.elements[String(wait.key)];
    const graph = graphs[host?.graph ?? 0];
    const target = graph?.elements['target' in wait ? wait.target : (host?.element ?? 0)];
    // An event subprocess may also be named for its start event.
    const scope = target?.type === 'startEvent' ? graph?.elements[target.scope]?.id : undefined;
    const elements = [target?.id, scope].filter((name) => name !== undefined);
    return { instance, id, wait, elements, age: ages.get(id) ?? 0 };
  });
}

/** What would happen of itself if the thing that is waited for came about. */
function commandFor({ instance, id, wait }: Waiting, nowMs: number): Command | undefined {
  switch (wait.kind) {
    case 'timer':
      return { type: 'fire-timer', timerId: id };
    case 'task':
      return { type: 'complete-task', taskId: id, variables: {} };
    case 'subscription':
      return { type: 'correlate', subscriptionId: id, variables: {} };
    case 'signal':
      return { type: 'signal', signal: wait.signal ?? '', variables: {} };
    case 'condition':
      return fulfilling(instance, wait, nowMs);
    case 'job':
      return undefined;
  }
}

/** Sets one of the variables the condition reads so that it becomes true. */
function fulfilling(instance: InstanceView, wait: Extract<Wait, { kind: 'condition' }>, nowMs: number): Command | undefined {
  const graph: ProcessGraph | undefined = instance.graphs[instance.state.elements[String(wait.key)]?.graph ?? 0];
  const target = graph?.elements[wait.target];
  const trigger = target !== undefined && 'triggers' in target ? target.triggers[wait.part ?? 0] : undefined;
  if (trigger?.kind !== 'conditional') {
    return undefined;
  }
  const known = rootVariables(instance);
  const name = trigger.condition.reads.find((read) => trigger.condition.evaluate({ ...known, [read]: true }, { nowMs }).value === true);
  return name === undefined ? undefined : { type: 'set-variables', variables: { [name]: true } };
}
