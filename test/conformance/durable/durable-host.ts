import { isDeepStrictEqual } from 'node:util';
import type { ProcessGraph, Refusal } from '@thidua/bpmn';
import { evolveAll, type Command } from '@thidua/engine';
import type { JsonObject } from '@thidua/kernel';
import { Broadcaster, Correlator, Definitions, Jobs, Runtime, Starter, Sweeper, type StepAnswer } from '@thidua/runtime';
import { InstanceStore, OutboxStore, StartStore, StepStore, type ClaimedJob, type Database } from '@thidua/store';
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
import { executableIdsOf } from '../process-ids';
import { JOB_TYPES } from '../workers';

const ORG = '01900000-0000-7000-8000-000000000001';
const DAY_MS = 86_400_000;
const KEPT_MS = 30 * DAY_MS;
const MOST = 1000;

export interface DurableDeps {
  readonly database: Database;
  /** A tenant of its own keeps every case apart from the others. */
  readonly provinceId: string;
  readonly inline: InlineJobs;
  /** After every commit all that is in memory is thrown away, and outbox rows are lost once after they were taken. */
  readonly crash: boolean;
  readonly place?: Place;
}

interface TaskRow {
  readonly element_id: string;
  readonly assignee: string | null;
  readonly candidate_groups: readonly string[];
  readonly due_at: Date | null;
}

/** All that a process of the real system holds in memory. */
interface Loaded {
  readonly runtime: Runtime;
  readonly definitions: Definitions;
  readonly jobs: Jobs;
  readonly correlator: Correlator;
  readonly broadcaster: Broadcaster;
  readonly starter: Starter;
  readonly sweeper: Sweeper;
}

/** The runtime on PostgreSQL: released definitions, steps, jobs with leases, the outbox, the sweeper; a clock that stands still. */
export class DurableHost implements ConformanceHost {
  private nowMs = CASE_START_MS;
  private loaded: Loaded;
  private readonly known: string[] = [];
  private readonly waitingJobs: string[] = [];
  private readonly claimed = new Map<string, ClaimedJob>();

  constructor(private readonly deps: DurableDeps) {
    this.loaded = this.load();
  }

  async deploy(files: readonly ModelFile[]): Promise<readonly Refusal[]> {
    const { database, provinceId } = this.deps;
    const callable = files.flatMap(({ xml }) => executableIdsOf(xml));
    for (const { name, xml, forms = {} } of files) {
      const [first = name, ...others] = executableIdsOf(xml);
      for (const key of [first, ...others]) {
        const release = { key, name: key, xml, resources: { forms, decisions: {} }, origin: 'tenant' };
        const { definitions } = this.loaded;
        const released = await database.inTransaction((tx) => definitions.release(tx, provinceId, release, callable));
        if (!released.ok) {
          return released.error.filter(({ severity }) => severity === 'error');
        }
      }
    }
    this.crash();
    return [];
  }

  async start({ process, element, variables }: StartOrder): Promise<boolean> {
    const { provinceId } = this.deps;
    const named = element === undefined ? {} : { startElementId: element };
    let answer: StepAnswer;
    try {
      answer = await this.loaded.runtime.start({ provinceId, processKey: process, variables, subject: { orgId: ORG }, ...named });
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'not-found') {
        return false;
      }
      throw error;
    }
    if (!answer.ok) {
      throw new Error(`process ${process} does not start: ${JSON.stringify(answer)}`);
    }
    await this.relay();
    return true;
  }

  async startedBy(element: string): Promise<string | undefined> {
    const starts = await new StartStore(this.deps.database).list(this.deps.provinceId);
    return starts.find(({ elementId }) => elementId === element)?.process;
  }

  async command(instanceId: string, command: Command): Promise<boolean> {
    return this.answered(await this.step(instanceId, command));
  }

  async publishMessage({ name, key, variables, buffered }: MessageOrder): Promise<number> {
    const { database, provinceId } = this.deps;
    const ttlMs = buffered ? KEPT_MS : 0;
    const partly = (await new StartStore(database).list(provinceId, { kind: 'message' })).filter(
      (start) => start.name === name && start.together,
    );
    const { id } = await this.loaded.runtime.publish({ provinceId, name, correlationKey: key, variables, ttlMs, orgId: ORG });
    this.crash();
    const delivered = await this.loaded.correlator.correlate(provinceId, id);
    await this.relay();
    return delivered + partly.length;
  }

  async broadcastSignal(name: string): Promise<number> {
    const { database, provinceId } = this.deps;
    const partly = (await new StartStore(database).list(provinceId, { kind: 'signal' })).filter(
      (start) => start.name === name && start.together,
    );
    const id = await this.loaded.runtime.broadcastSignal({ provinceId, name, variables: {}, orgId: ORG });
    this.crash();
    const { reached } = await this.loaded.broadcaster.carry(provinceId, id);
    await this.relay();
    return reached + partly.length;
  }

  async setVariables(variables: JsonObject): Promise<void> {
    for (const { id, state } of await this.instances()) {
      if (state.status === 'active') {
        await this.step(id, { type: 'set-variables', variables });
        this.crash();
      }
    }
    await this.loaded.starter.evaluate(this.deps.provinceId, variables);
    await this.relay();
  }

  async openTasks(): Promise<readonly OpenTask[]> {
    const rows: unknown = await this.deps.database.reader.query(
      `select element_id, assignee, candidate_groups, due_at from task where province_id = $1 and status = 'open' order by id`,
      [this.deps.provinceId],
    );
    return (rows as readonly TaskRow[]).map(({ element_id, assignee, candidate_groups, due_at }) => ({
      elementId: element_id,
      candidateGroups: candidate_groups,
      ...(assignee === null ? {} : { assignee }),
      ...(due_at === null ? {} : { dueMs: due_at.getTime() }),
    }));
  }

  async nextJob(): Promise<OpenJob | undefined> {
    for (let id = this.waitingJobs.shift(); id !== undefined; id = this.waitingJobs.shift()) {
      const job = await this.loaded.jobs.claim(this.deps.provinceId, id);
      this.crash();
      if (job !== undefined) {
        this.claimed.set(id, job);
        const { instanceId, type, headers, variables } = job;
        return { id, instanceId, type, headers, variables };
      }
    }
    return undefined;
  }

  async completeJob({ id }: OpenJob, variables: JsonObject): Promise<boolean> {
    return this.answered(await this.loaded.jobs.complete(this.claim(id), variables));
  }

  async throwJobError({ id }: OpenJob, errorCode: string): Promise<boolean> {
    return this.answered(await this.loaded.jobs.throwError(this.claim(id), errorCode, errorCode));
  }

  async failJob({ id }: OpenJob, detail: string): Promise<boolean> {
    return this.answered(await this.loaded.jobs.giveUp(this.claim(id), 'nobody-works-it', detail));
  }

  async nextDueMs(): Promise<number | undefined> {
    const [timers, starts] = [await this.firstDue('timer'), await this.firstDue('start_subscription')];
    const due = Math.min(timers, starts);
    return Number.isFinite(due) ? due : undefined;
  }

  async fireDue(): Promise<boolean> {
    const [timers, starts] = [await this.firstDue('timer'), await this.firstDue('start_subscription')];
    if (Math.min(timers, starts) > this.nowMs) {
      return false;
    }
    const { sweeper } = this.loaded;
    const fired = timers <= starts ? await sweeper.fireDueTimers(1) : await sweeper.fireDueStarts(1);
    await this.relay();
    return fired > 0;
  }

  setClock(ms: number): Promise<void> {
    this.nowMs = ms;
    return Promise.resolve();
  }

  /** Read anew each time; the state must be the fold of the history. */
  async instances(): Promise<readonly InstanceView[]> {
    const { database, provinceId } = this.deps;
    const store = new InstanceStore(database);
    const listed = await store.list(provinceId, { limit: MOST });
    this.known.push(...listed.map(({ id }) => id).filter((id) => !this.known.includes(id)));
    const views: InstanceView[] = [];
    for (const id of this.known) {
      const events = (await store.events(provinceId, id)).map(({ body }) => body);
      const [kept] = await new StepStore(database).load([{ provinceId, instanceId: id }]);
      if (kept === undefined) {
        throw new Error(`instance ${id} has no state`);
      }
      const graphs = await this.graphsOf(kept.state.graphs);
      if (!isDeepStrictEqual(evolveAll(undefined, events, graphs), kept.state)) {
        throw new Error(`the state of instance ${id} is not the fold of its history`);
      }
      views.push({ id, state: kept.state, events, graphs });
    }
    return views;
  }

  async close(): Promise<void> {
    const { database, provinceId } = this.deps;
    for (const { id, status } of await new InstanceStore(database).list(provinceId, { limit: MOST })) {
      if (status === 'active') {
        await this.step(id, { type: 'cancel', reason: 'the case is over' });
      }
    }
    await database.reader.query('delete from start_subscription where province_id = $1', [provinceId]);
    await this.relay();
  }

  private step(instanceId: string, command: Command): Promise<StepAnswer> {
    return this.loaded.runtime.step({ provinceId: this.deps.provinceId, instanceId, command });
  }

  private async answered(answer: StepAnswer): Promise<boolean> {
    if (!answer.ok && answer.reason === 'rejected' && answer.rejection.code === 'step-limit') {
      throw new Error(answer.rejection.detail);
    }
    await this.relay();
    return answer.ok;
  }

  private claim(jobId: string): ClaimedJob {
    const job = this.claimed.get(jobId);
    if (job === undefined) {
      throw new Error(`job ${jobId} was not claimed`);
    }
    return job;
  }

  /** What the relay and its consumers do: messages and signals are carried, jobs wait for their worker, until nothing is left. */
  private async relay(): Promise<void> {
    const outbox = new OutboxStore(this.deps.database);
    for (;;) {
      this.crash();
      let rows = await outbox.take(MOST);
      if (rows.length === 0) {
        return;
      }
      if (this.deps.crash) {
        this.crash();
        await this.loaded.sweeper.unfinishedOutbox(MOST, 0);
        rows = await outbox.take(MOST);
      }
      for (const { id, kind, provinceId, ref } of rows) {
        if (kind === 'message') {
          await this.loaded.correlator.correlate(provinceId, ref);
        } else if (kind === 'signal') {
          await this.loaded.broadcaster.carry(provinceId, ref);
        } else if (kind === 'job') {
          this.waitingJobs.push(ref);
        }
        await outbox.done([id]);
        this.crash();
      }
    }
  }

  /** In crash mode nothing that was in memory outlives a commit. */
  private crash(): void {
    if (this.deps.crash) {
      this.loaded = this.load();
    }
  }

  private load(): Loaded {
    const { database, inline, place = {} } = this.deps;
    const clock = { nowMs: () => this.nowMs };
    const calendar = { addWorkingDays: place.addWorkingDays ?? ((fromMs: number, days: number): number => fromMs + days * DAY_MS) };
    const runtime = new Runtime({ database, clock, calendar, inline });
    const both = { database, runtime };
    return {
      runtime,
      definitions: new Definitions({
        database,
        clock,
        jobTypes: [...(place.jobTypes ?? JOB_TYPES)],
        unassignedTasks: 'accepted',
        unsound: 'accepted',
      }),
      jobs: new Jobs(both),
      correlator: new Correlator(both),
      broadcaster: new Broadcaster(both),
      starter: new Starter(both),
      sweeper: new Sweeper(both),
    };
  }

  private async graphsOf(boundIds: readonly string[]): Promise<readonly ProcessGraph[]> {
    const { graphs } = this.loaded.runtime;
    await graphs.prepare(this.deps.provinceId, boundIds);
    return boundIds.map((boundId) => {
      const graph = graphs.graph(boundId);
      if (graph === undefined) {
        throw new Error(`graph ${boundId} is not there`);
      }
      return graph;
    });
  }

  private async firstDue(table: 'timer' | 'start_subscription'): Promise<number> {
    const rows: unknown = await this.deps.database.reader.query(`select min(due_at) as due from ${table} where province_id = $1`, [
      this.deps.provinceId,
    ]);
    const [row] = rows as readonly { readonly due: Date | null }[];
    return row?.due?.getTime() ?? Infinity;
  }
}
