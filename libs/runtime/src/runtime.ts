import type { InlineHandler } from '@thidua/engine';
import type { JsonObject } from '@thidua/kernel';
import { DefinitionStore, MessageStore, SignalStore, StepStore, type Database, type LoadedInstance, type Tx } from '@thidua/store';
import type { Clock } from './clock/clock';
import { newId } from './clock/new-id';
import { today } from './clock/today';
import { fp } from './fault-point';
import { compileDefinition } from './graphs/compile';
import { DefinitionMissing, GraphCache, type CompileDefinition } from './graphs/graph-cache';
import { InstanceMigrations } from './migrations/instance-migrations';
import type { InstanceMigration, MigrationAnswer, MigrationUndoing, UndoAnswer } from './migrations/migration-input';
import { Batcher } from './steps/batcher';
import { Decider, type WorkingCalendar } from './steps/decider';
import { fold, refusalOf } from './steps/fold';
import type { Work } from './steps/lane';
import { StateCache } from './steps/state-cache';
import type { AdHocInput, CommandInput, StartInput, StepAnswer, StepInput } from './steps/step-input';

export interface RuntimeDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly calendar: WorkingCalendar;
  /** Job types that run inside the step, synchronously. */
  readonly inline?: Readonly<Record<string, InlineHandler>>;
  /** Another way to make graphs, for measurements; the released diagram is read when absent. */
  readonly compile?: CompileDefinition;
  /** An outbox row of kind 'notice' per opened task. */
  readonly notices?: boolean;
  /** Instances kept in memory; 5,000 when absent. */
  readonly cachedInstances?: number;
}

export interface Publication {
  readonly provinceId: string;
  readonly name: string;
  readonly correlationKey: string;
  readonly variables: JsonObject;
  /** 0: it reaches those who wait now and nobody later. */
  readonly ttlMs: number;
  /** The sender's own id: a second message of the same name, key and id is dropped while the first is kept. */
  readonly messageId?: string;
  /** Organisation of the sender: processes that the message starts belong to it. */
  readonly orgId?: string;
}

export interface Published {
  readonly id: string;
  /** False: one of the same message id is kept already; nothing was published. */
  readonly isNew: boolean;
}

export interface SignalThrow {
  readonly provinceId: string;
  readonly name: string;
  readonly variables: JsonObject;
  /** Organisation of the sender: processes that the signal starts belong to it. */
  readonly orgId?: string;
}

/** The durable shell round the engine: decide in memory, write one statement, answer. */
export class Runtime {
  readonly graphs: GraphCache;
  readonly clock: Clock;
  private readonly definitions: DefinitionStore;
  private readonly messages: MessageStore;
  private readonly signals: SignalStore;
  private readonly steps: StepStore;
  private readonly states: StateCache;
  private readonly decider: Decider;
  private readonly batcher: Batcher;
  private readonly migrations: InstanceMigrations;
  private readonly notices: boolean;

  constructor(private readonly deps: RuntimeDeps) {
    const { database, clock, calendar } = deps;
    this.clock = clock;
    this.notices = deps.notices ?? false;
    this.definitions = new DefinitionStore(database);
    this.messages = new MessageStore(database);
    this.signals = new SignalStore(database);
    this.steps = new StepStore(database);
    this.graphs = new GraphCache(this.definitions, deps.compile ?? compileDefinition, clock);
    this.states = new StateCache(deps.cachedInstances ?? 5000);
    this.decider = new Decider({ clock, calendar, graphs: this.graphs, inline: deps.inline ?? {} });
    const { steps, graphs, states, decider, notices } = this;
    this.batcher = new Batcher({ steps, graphs, states, decider, clock, notices });
    this.migrations = new InstanceMigrations({ database, clock, graphs, states, decider });
  }

  /** Begins an instance and runs it to its first wait states. `stale`: an instance of that id exists. */
  async start(input: StartInput, tx?: Tx): Promise<StepAnswer> {
    const { provinceId, subject, businessKey, variables, startElementId, startKey } = input;
    const instanceId = input.instanceId ?? newId(this.clock);
    const definitionId = await this.definitionFor(input, tx);
    const compiled = await this.graphs.definition(provinceId, definitionId);
    const key = input.processId ?? compiled.key;
    const boundId = key === compiled.key ? definitionId : `${definitionId}#${key}`;
    if (!compiled.siblings.has(key)) {
      throw new DefinitionMissing('the definition holds no such process', { definitionId, processId: key });
    }
    const held = startKey === undefined ? {} : { startKey };
    const row = { definitionId, key, ...subject, ...held, ...(businessKey === undefined ? {} : { businessKey }) };
    const command = {
      type: 'start' as const,
      variables,
      ...(businessKey === undefined ? {} : { businessKey }),
      ...(startElementId === undefined ? {} : { startElementId }),
    };
    const start = { head: { provinceId, instanceId, definitionId, key, ...subject, ...held }, row, boundId };
    return this.run({ ...input, instanceId, command }, tx, start);
  }

  /**
   * One command on one instance. Without `tx` it shares a statement with whatever else is waiting; with `tx` the same statement text runs
   * inside the verb's transaction and the instance stays locked until it ends.
   */
  step(input: StepInput, tx?: Tx): Promise<StepAnswer> {
    return this.run(input, tx);
  }

  /** Puts a message where it is found by whoever waits for (name, key) now or, until its time is over, later. */
  async publish(message: Publication, tx?: Tx): Promise<Published> {
    const { provinceId, ttlMs, ...sent } = message;
    const atMs = this.clock.nowMs();
    const row = { id: newId(this.clock), ...sent, publishedMs: atMs, expiresMs: atMs + ttlMs };
    const write = (inside: Tx): Promise<boolean> => this.messages.publish(inside, provinceId, row);
    return { id: row.id, isNew: await (tx === undefined ? this.deps.database.inTransaction(write) : write(tx)) };
  }

  /**
   * Throws a signal from outside to everything that waits for it at this moment, start events included; nobody who begins to wait later
   * hears it. The worker carries it round in batches. Answers the broadcast's id.
   */
  async broadcastSignal({ provinceId, name, variables, orgId }: SignalThrow, tx?: Tx): Promise<string> {
    const id = newId(this.clock);
    const row = { id, signal: name, variables, thrownMs: this.clock.nowMs(), ...(orgId === undefined ? {} : { orgId }) };
    const write = (inside: Tx): Promise<void> => this.signals.broadcast(inside, provinceId, row);
    await (tx === undefined ? this.deps.database.inTransaction(write) : write(tx));
    return id;
  }

  /** A signal to one instance alone. `rejected` signal-not-awaited: nothing in it waits for it. */
  signal(
    { name, variables, ...input }: CommandInput & { readonly name: string; readonly variables: JsonObject },
    tx?: Tx,
  ): Promise<StepAnswer> {
    return this.step({ ...input, command: { type: 'signal', signal: name, variables } }, tx);
  }

  /** Begins activities of a running ad-hoc subprocess; `key` is its element instance, as `adHocKeys` tells it. */
  activateAdHoc({ key, elementIds, variables, ...input }: AdHocInput, tx?: Tx): Promise<StepAnswer> {
    return this.step({ ...input, command: { type: 'activate-ad-hoc', key, elementIds, variables } }, tx);
  }

  /** Ends a running ad-hoc subprocess with all that is active in it. */
  completeAdHoc({ key, ...input }: CommandInput & { readonly key: number }, tx?: Tx): Promise<StepAnswer> {
    return this.step({ ...input, command: { type: 'complete-ad-hoc', key } }, tx);
  }

  /** The running ad-hoc subprocesses of an instance drawn as `elementId`, oldest first; the last word has the command. */
  async adHocKeys(provinceId: string, instanceId: string, elementId: string): Promise<readonly number[]> {
    const [instance] = await this.steps.load([{ provinceId, instanceId }]);
    const { elements = {}, graphs = [] } = instance?.state ?? {};
    await this.graphs.prepare(provinceId, graphs);
    return Object.values(elements).flatMap(({ key, element, graph }) => {
      const drawn = this.graphs.graph(graphs[graph] ?? '')?.elements[element];
      return drawn?.type === 'adHocSubProcess' && drawn.id === elementId ? [key] : [];
    });
  }

  /**
   * Takes one instance into another version of its process. The row of the migration is there already; a line is written for the
   * instance, also when it is refused.
   */
  migrate(input: InstanceMigration, tx: Tx): Promise<MigrationAnswer> {
    return this.migrations.migrate(input, tx);
  }

  /** Takes one instance back, as long as nothing has happened to it since. */
  undoMigration(input: MigrationUndoing, tx: Tx): Promise<UndoAnswer> {
    return this.migrations.undo(input, tx);
  }

  private run(input: StepInput, tx: Tx | undefined, start?: Work['start']): Promise<StepAnswer> {
    const { provinceId, instanceId, command, actor, audit, guard, idempotency, formDataHash } = input;
    // Heard once: two of the same broadcast must not share one write.
    const alone = guard !== undefined && 'broadcastId' in guard;
    const order = { command, actor, note: audit, guard, key: idempotency, formDataHash };
    return new Promise((settle, fail) => {
      const work: Work = {
        provinceId,
        instanceId,
        order,
        settle,
        fail,
        attempts: 0,
        alone,
        doubted: false,
        ...(start === undefined ? {} : { start }),
      };
      if (tx === undefined) {
        this.batcher.add(work);
      } else {
        this.runInside(tx, work).catch(fail);
      }
    });
  }

  private async runInside(tx: Tx, work: Work): Promise<void> {
    const instance = await this.steps.lock(tx, work);
    if (instance !== undefined && work.start !== undefined) {
      work.settle({ ok: false, reason: 'stale' });
      return;
    }
    // What others cached is old once this transaction commits; the version guard finds out, this spares them the round trip.
    this.states.drop(work.instanceId);
    await this.graphs.prepare(work.provinceId, boundBy(instance, work));
    const { write, answers } = fold(this.decider, {
      works: [work],
      instance,
      fresh: true,
      atMs: this.clock.nowMs(),
      notices: this.notices,
    });
    if (write === undefined) {
      return;
    }
    const [outcome] = await this.steps.writeIn(tx, [write]);
    fp(work.start === undefined ? 'step.in-transaction' : 'start.after-insert');
    const answer = answers.get(work);
    if (outcome === undefined || answer === undefined) {
      throw new Error('the step gave no answer');
    }
    work.settle(outcome.moved ? answer : (refusalOf(outcome) ?? { ok: false, reason: 'stale' }));
  }

  private async definitionFor(input: StartInput, tx: Tx | undefined): Promise<string> {
    if (input.definitionId !== undefined) {
      return input.definitionId;
    }
    const { provinceId, processKey = '' } = input;
    const found = await this.definitions.inForce(provinceId, processKey, today(this.clock), tx);
    if (found === undefined) {
      throw new DefinitionMissing('no version of the process is in force', { processKey });
    }
    return found.id;
  }
}

function boundBy(instance: LoadedInstance | undefined, work: Work): readonly string[] {
  return instance?.state.graphs ?? (work.start === undefined ? [] : [work.start.boundId]);
}
