import { isDeepStrictEqual } from 'node:util';
import { readDiagram, type ProcessGraph, type Refusal, type Surroundings } from '@thidua/bpmn';
import { decide, evolveAll, type Command, type Effect, type EngineEnv, type EngineEvent, type InstanceState } from '@thidua/engine';
import type { Expression } from '@thidua/feel';
import type { JsonObject } from '@thidua/kernel';
import {
  CASE_START_MS,
  type ConformanceHost,
  type InlineJobs,
  type InstanceView,
  type MessageOrder,
  type ModelFile,
  type OpenJob,
  type OpenTask,
  type Place,
  type StartOrder,
} from '../host';
import { processIdsOf } from '../process-ids';
import { JOB_TYPES } from '../workers';
import { Rows } from './rows';
import { nextStartTimer, startTimer, triggeredStarts, type StartTimer, type TriggeredStart } from './starts';

const DAY_MS = 86_400_000;
/** Ids of instances that may pass messages and signals to each other before it is called an endless exchange. */
const MOST_DELIVERIES = 20_000;

/** A message that is kept, and the processes it has reached: each at most once. */
interface Sent {
  readonly message: MessageOrder;
  readonly reached: Set<string>;
}

interface Instance {
  readonly id: string;
  readonly graph: ProcessGraph;
  state: InstanceState | undefined;
  readonly events: EngineEvent[];
}

/**
 * The engine with a host of maps. After each step the state goes through JSON, is compared with the fold of its events, and its waits
 * with the rows its effects leave.
 */
export class MemoryHost implements ConformanceHost {
  private readonly graphs = new Map<string, ProcessGraph>();
  private readonly all = new Map<string, Instance>();
  private readonly rows = new Rows();
  private readonly buffered: Sent[] = [];
  private readonly deliveries: (() => void)[] = [];
  private readonly taken = new Set<string>();
  private readonly arrived = new Map<string, Set<TriggeredStart>>();
  private starts: readonly TriggeredStart[] = [];
  private timers: readonly StartTimer[] = [];
  private nowMs = CASE_START_MS;
  private ids = 0;

  constructor(
    private readonly inline: InlineJobs,
    private readonly place: Place = {},
  ) {}

  async deploy(files: readonly ModelFile[]): Promise<readonly Refusal[]> {
    const surroundings: Surroundings = {
      jobTypes: new Set(this.place.jobTypes ?? JOB_TYPES),
      formIds: new Set(files.flatMap(({ forms = {} }) => Object.keys(forms))),
      decisions: new Map(),
      callable: new Set(files.flatMap(({ xml }) => processIdsOf(xml))),
      unassignedTasks: 'accepted',
      unsound: 'accepted',
    };
    for (const { xml } of files) {
      const read = await readDiagram(xml, surroundings);
      if (!read.ok) {
        return read.error.filter(({ severity }) => severity === 'error');
      }
      for (const [id, graph] of read.value.graphs) {
        this.graphs.set(id, graph);
      }
    }
    this.starts = [...this.graphs.values()].flatMap(triggeredStarts);
    this.timers = this.starts.flatMap((start) => startTimer(start, this.nowMs) ?? []);
    return [];
  }

  start({ process, element, variables }: StartOrder): Promise<boolean> {
    const graph = this.graphs.get(process);
    return this.act(() => {
      if (graph !== undefined && !this.begin(graph, variables, element)) {
        throw new Error(`process ${process} does not start${element === undefined ? '' : ` at ${element}`}`);
      }
      return graph !== undefined;
    });
  }

  startedBy(element: string): Promise<string | undefined> {
    return Promise.resolve(this.starts.find((start) => start.element === element)?.graph.processId);
  }

  command(instanceId: string, command: Command): Promise<boolean> {
    return this.act(() => this.step(instanceId, command));
  }

  publishMessage(message: MessageOrder): Promise<number> {
    return this.act(() => this.publish(message));
  }

  broadcastSignal(name: string): Promise<number> {
    return this.act(() => this.broadcast(name, {}));
  }

  setVariables(variables: JsonObject): Promise<void> {
    return this.act(() => {
      for (const instance of this.running()) {
        this.step(instance.id, { type: 'set-variables', variables });
      }
      const env = { nowMs: this.nowMs };
      const holds = ({ trigger }: TriggeredStart): boolean =>
        trigger.kind === 'conditional' && trigger.condition.evaluate(variables, env).value === true;
      this.starts.filter(holds).forEach((start) => this.beginBy(start, variables));
    });
  }

  openTasks(): Promise<readonly OpenTask[]> {
    return Promise.resolve([...this.rows.tasks.values()]);
  }

  nextJob(): Promise<OpenJob | undefined> {
    const job = [...this.rows.jobs.values()].find(({ id }) => !this.taken.has(id));
    if (job !== undefined) {
      this.taken.add(job.id);
    }
    return Promise.resolve(job);
  }

  completeJob(job: OpenJob, variables: JsonObject): Promise<boolean> {
    return this.command(job.instanceId, { type: 'complete-job', jobId: job.id, variables });
  }

  throwJobError(job: OpenJob, errorCode: string): Promise<boolean> {
    return this.command(job.instanceId, { type: 'throw-job-error', jobId: job.id, errorCode, message: errorCode, variables: {} });
  }

  failJob(job: OpenJob, detail: string): Promise<boolean> {
    return this.command(job.instanceId, { type: 'fail-job', jobId: job.id, cause: 'nobody-works-it', detail });
  }

  nextDueMs(): Promise<number | undefined> {
    const dues = [...this.rows.timers.values(), ...this.timers].map(({ dueMs }) => dueMs);
    return Promise.resolve(dues.length === 0 ? undefined : Math.min(...dues));
  }

  fireDue(): Promise<boolean> {
    return this.act(() => {
      const start = earliest(this.timers);
      const timer = earliest([...this.rows.timers.values()]);
      const due = Math.min(start?.dueMs ?? Infinity, timer?.dueMs ?? Infinity);
      if (due > this.nowMs) {
        return false;
      }
      if (timer?.dueMs === due) {
        return this.step(timer.instanceId, { type: 'fire-timer', timerId: timer.id });
      }
      if (start !== undefined) {
        this.timers = this.timers.flatMap((one) => (one === start ? (nextStartTimer(one, this.nowMs) ?? []) : one));
        this.beginBy(start.start, {});
      }
      return true;
    });
  }

  setClock(ms: number): Promise<void> {
    this.nowMs = ms;
    return Promise.resolve();
  }

  instances(): Promise<readonly InstanceView[]> {
    return Promise.resolve(
      [...this.all.values()].flatMap(({ id, state, events, graph }) =>
        state === undefined ? [] : [{ id, state, events, graphs: this.graphsOf(graph, state) }],
      ),
    );
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  /** One act and all deliveries that follow from it, first in, first out. */
  private act<T>(work: () => T): Promise<T> {
    return Promise.resolve().then(() => {
      const answer = work();
      for (let count = 0; this.deliveries.length > 0; count += 1) {
        if (count === MOST_DELIVERIES) {
          throw new Error(`still delivering after ${count} messages and signals`);
        }
        this.deliveries.shift()?.();
      }
      return answer;
    });
  }

  private begin(graph: ProcessGraph, variables: JsonObject, element: string | undefined): boolean {
    const instance: Instance = { id: `instance-${this.all.size + 1}`, graph, state: undefined, events: [] };
    this.all.set(instance.id, instance);
    const command: Command = { type: 'start', variables, ...(element === undefined ? {} : { startElementId: element }) };
    const begun = this.decide(instance, command);
    if (!begun) {
      this.all.delete(instance.id);
    }
    return begun;
  }

  /** One of the triggers of a start came; of a parallel one all must have come. */
  private beginBy(start: TriggeredStart, variables: JsonObject): boolean {
    const { graph, element, all = 1 } = start;
    const place = `${graph.processId}/${element}`;
    const arrived = this.arrived.get(place) ?? new Set();
    arrived.add(start);
    this.arrived.set(place, arrived.size === all ? new Set() : arrived);
    return arrived.size === all ? this.begin(graph, variables, element) : true;
  }

  private step(instanceId: string, command: Command): boolean {
    const instance = this.all.get(instanceId);
    return instance?.state?.status === 'active' && this.decide(instance, command);
  }

  private decide(instance: Instance, command: Command): boolean {
    const decision = decide(instance.graph, instance.state, command, this.env());
    if (!decision.ok) {
      if (decision.rejection.code === 'step-limit') {
        throw new Error(decision.rejection.detail);
      }
      return false;
    }
    const kept = JSON.parse(JSON.stringify(decision.state)) as InstanceState;
    const replayed = evolveAll(instance.state, decision.events, this.graphsOf(instance.graph, decision.state));
    if (!isDeepStrictEqual(kept, decision.state) || !isDeepStrictEqual(replayed, decision.state)) {
      throw new Error('the state is not the fold of its events, or changes on its way through JSON');
    }
    instance.state = kept;
    instance.events.push(...decision.events);
    decision.effects.forEach((effect) => {
      this.rows.write(instance.id, effect);
      this.follow(instance, effect);
    });
    this.rows.check(instance.id, kept);
    return true;
  }

  private follow(instance: Instance, effect: Effect): void {
    if (effect.type === 'broadcast-signal') {
      this.deliveries.push(() => this.broadcast(effect.signal, effect.variables, instance.id));
    } else if (effect.type === 'publish-message') {
      const { message: name, correlationKey: key, variables } = effect;
      this.deliveries.push(() => this.publish({ name, key, variables, buffered: true }));
    } else if (effect.type === 'open-subscription') {
      this.deliveries.push(() => {
        this.deliverBuffered(effect.subscriptionId);
      });
    }
  }

  /** To the oldest subscription of each process, and to the processes it starts. */
  private publish(message: MessageOrder): number {
    const sent: Sent = { message, reached: new Set() };
    const waiting = [...this.rows.subscriptions.values()].filter(
      (row) => row.message === message.name && row.correlationKey === message.key,
    );
    const starting = this.starts.filter(({ trigger }) => trigger.kind === 'message' && trigger.message.name === message.name);
    const correlated = waiting.filter(({ id }) => this.correlate(sent, id)).length;
    const begun = starting.filter((start) => this.beginBy(start, message.variables));
    begun.forEach(({ graph }) => sent.reached.add(graph.processId));
    if (message.buffered) {
      this.buffered.push(sent);
    }
    return correlated + begun.length;
  }

  private deliverBuffered(subscriptionId: string): void {
    const row = this.rows.subscriptions.get(subscriptionId);
    const sent = this.buffered.filter(({ message: { name, key } }) => name === row?.message && key === row.correlationKey);
    sent.some((one) => this.correlate(one, subscriptionId));
  }

  private correlate({ message, reached }: Sent, subscriptionId: string): boolean {
    const row = this.rows.subscriptions.get(subscriptionId);
    const process = this.all.get(row?.instanceId ?? '')?.graph.processId ?? '';
    if (row === undefined || reached.has(process)) {
      return false;
    }
    const done = this.step(row.instanceId, { type: 'correlate', subscriptionId, variables: message.variables });
    if (done) {
      reached.add(process);
    }
    return done;
  }

  private broadcast(signal: string, variables: JsonObject, thrower?: string): number {
    const waiting = [...this.rows.signals.values()].filter(
      (row) => row.instanceId !== thrower && (row.signal === undefined || row.signal === signal),
    );
    const instances = [...new Set(waiting.map(({ instanceId }) => instanceId))];
    const starting = this.starts.filter(({ trigger }) => trigger.kind === 'signal' && this.names(trigger.signal, signal));
    return [
      ...instances.map((id) => this.step(id, { type: 'signal', signal, variables })),
      ...starting.map((start) => this.beginBy(start, variables)),
    ].filter(Boolean).length;
  }

  private names(expression: Expression | undefined, signal: string): boolean {
    return expression === undefined || expression.evaluate({}, { nowMs: this.nowMs }).value === signal;
  }

  private running(): readonly Instance[] {
    return [...this.all.values()].filter(({ state }) => state?.status === 'active');
  }

  private graphsOf(own: ProcessGraph, state: InstanceState): readonly ProcessGraph[] {
    return state.graphs.map((id, index) => (index === 0 ? own : (this.graphs.get(id) ?? own)));
  }

  private env(): EngineEnv {
    return {
      nowMs: this.nowMs,
      newId: () => `id-${(this.ids += 1)}`,
      addWorkingDays: this.place.addWorkingDays ?? ((fromMs, days) => fromMs + days * DAY_MS),
      called: (processId) => {
        const graph = this.graphs.get(processId);
        return graph === undefined ? undefined : { definitionId: processId, graph };
      },
      graphOf: (definitionId) => this.graphs.get(definitionId),
      inline: (jobType) => this.inline[jobType],
    };
  }
}

function earliest<T extends { readonly dueMs: number }>(timers: readonly T[]): T | undefined {
  return timers.reduce<T | undefined>((first, one) => (first === undefined || one.dueMs < first.dueMs ? one : first), undefined);
}
