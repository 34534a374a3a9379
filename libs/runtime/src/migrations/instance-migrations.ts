import type { Command, Decision } from '@thidua/engine';
import {
  DefinitionStore,
  InstanceMigrationStore,
  MovedRowsStore,
  StepStore,
  type Database,
  type LoadedInstance,
  type TaskBefore,
  type Tx,
} from '@thidua/store';
import type { Clock } from '../clock/clock';
import type { GraphCache } from '../graphs/graph-cache';
import type { Decider } from '../steps/decider';
import type { StateCache } from '../steps/state-cache';
import { StepDraft } from '../steps/step-draft';
import type { ActorStamp, AuditNote } from '../steps/step-input';
import type { InstanceMigration, InstanceProblem, MigrationAnswer, MigrationUndoing, UndoAnswer } from './migration-input';
import { writeMovedRows } from './moved-rows';

export interface InstanceMigrationsDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly graphs: GraphCache;
  readonly states: StateCache;
  readonly decider: Decider;
}

type Decided = Extract<Decision, { ok: true }>;
type OpenTask = TaskBefore & { readonly openedMs: number };

/**
 * Takes instances into another version, one by one, inside the caller's transaction: the step, the rows that change with it and the line
 * that an undo needs are written together or not at all.
 */
export class InstanceMigrations {
  private readonly steps: StepStore;
  private readonly rows = new MovedRowsStore();
  private readonly lines: InstanceMigrationStore;
  private readonly definitions: DefinitionStore;

  constructor(private readonly deps: InstanceMigrationsDeps) {
    this.steps = new StepStore(deps.database);
    this.lines = new InstanceMigrationStore(deps.database);
    this.definitions = new DefinitionStore(deps.database);
  }

  async migrate(input: InstanceMigration, tx: Tx): Promise<MigrationAnswer> {
    const { provinceId, instanceId, toDefinitionId, migrationId } = input;
    const instance = await this.steps.lock(tx, input);
    if (instance === undefined) {
      return { ok: false, reason: 'not-found' };
    }
    const line = { migrationId, instanceId, fromDefinitionId: instance.definitionId };
    const tasks = await this.rows.openTasks(tx, provinceId, instanceId);
    const standing = await this.standing(tx, instance, input);
    const decided = standing.length > 0 ? standing : await this.decide(instance, input, tasks);
    if ('length' in decided) {
      await this.lines.addRefused(tx, provinceId, { ...line, problems: decided.map(({ code, element }) => ({ code, element })) });
      return { ok: false, reason: 'refused', problems: decided };
    }
    const facts = { migrationId, fromDefinitionId: instance.definitionId, toDefinitionId };
    const draft = this.drafted(instance, decided.command, decided.decision, { actor: input.actor, note: { action: 'migrate', facts } });
    if (!(await this.written(tx, draft))) {
      return { ok: false, reason: 'revoked' };
    }
    await writeMovedRows(this.rows, tx, { provinceId, instanceId, state: decided.decision.state }, draft.movedRows);
    const versionAfter = instance.version + 1;
    const moved = new Set(draft.movedRows.flatMap((row) => (row.type === 'move-task' ? [row.taskId] : [])));
    const tasksBefore = tasks.filter(({ id }) => moved.has(id));
    await this.lines.addMoved(tx, provinceId, { ...line, versionAfter, stateBefore: instance.state, tasksBefore });
    return { ok: true, version: versionAfter };
  }

  /** Brings an instance back to where the migration found it, tasks with their ids included. */
  async undo({ provinceId, instanceId, migrationId, actor }: MigrationUndoing, tx: Tx): Promise<UndoAnswer> {
    const instance = await this.steps.lock(tx, { provinceId, instanceId });
    if (instance === undefined) {
      return { ok: false, reason: 'not-found' };
    }
    const tasks = await this.rows.openTasks(tx, provinceId, instanceId);
    const line = await this.lines.lockMoved(tx, provinceId, migrationId, instanceId);
    if (line?.outcome !== 'moved') {
      return { ok: false, reason: line === undefined ? 'not-moved' : 'already-undone' };
    }
    const command: Command = { type: 'undo-migration', before: line.stateBefore };
    await this.ready(instance, []);
    const decision = line.untouched ? this.deps.decider.decide(instance, instance.state, command) : undefined;
    if (decision?.ok !== true) {
      return { ok: false, reason: 'acted-since' };
    }
    const draft = this.drafted(instance, command, decision, { actor, note: { action: 'undo-migration', facts: { migrationId } } });
    if (!(await this.written(tx, draft))) {
      return { ok: false, reason: 'revoked' };
    }
    const restored = new Map(line.tasksBefore.filter(({ id }) => tasks.some((task) => task.id === id)).map((task) => [task.id, task]));
    await writeMovedRows(this.rows, tx, { provinceId, instanceId, state: decision.state }, draft.movedRows, restored);
    const by = actor?.personId ?? null;
    await this.lines.markUndone(tx, provinceId, { migrationId, instanceId, by, atMs: this.deps.clock.nowMs() });
    return { ok: true, version: instance.version + 1 };
  }

  /** What speaks against it before its plan is looked at. */
  private async standing(
    tx: Tx,
    { provinceId, instanceId, version }: LoadedInstance,
    { expectedVersion, toDefinitionId }: InstanceMigration,
  ): Promise<readonly InstanceProblem[]> {
    if (version !== expectedVersion) {
      return [{ code: 'instance-changed', element: '' }];
    }
    const target = await this.definitions.byId(provinceId, toDefinitionId, tx);
    if (target?.status !== 'published') {
      return [{ code: 'version-not-published', element: '' }];
    }
    const { running, ballots } = await this.rows.standstill(tx, provinceId, instanceId);
    return [
      ...running.map((element) => ({ code: 'job-running' as const, element })),
      ...ballots.map((element) => ({ code: 'ballot-open' as const, element })),
    ];
  }

  private async decide(
    instance: LoadedInstance,
    { toDefinitionId, mapping, renew = [] }: InstanceMigration,
    tasks: readonly OpenTask[],
  ): Promise<readonly InstanceProblem[] | { readonly command: Command; readonly decision: Decided }> {
    const { state } = instance;
    // A further process of a definition's file is bound by its own name there.
    const [, processId] = (state.graphs[state.elements['1']?.graph ?? 0] ?? '').split('#', 2);
    const boundId = processId === undefined ? toDefinitionId : `${toDefinitionId}#${processId}`;
    await this.ready(instance, [boundId]);
    if (this.deps.graphs.graph(boundId) === undefined) {
      return [{ code: 'other-process', element: state.processId }];
    }
    const openedMs = Object.fromEntries(tasks.map((task) => [task.id, task.openedMs]));
    const command: Command = { type: 'migrate', toDefinitionId: boundId, mapping, renew, openedMs };
    const decision = this.deps.decider.decide(instance, state, command);
    if (decision.ok) {
      return { command, decision };
    }
    const { code, problems = [] } = decision.rejection;
    return code === 'migration-refused' ? problems : [{ code: 'instance-not-active', element: state.processId }];
  }

  /** What others cached is old once this transaction commits; the version guard finds out, this spares them the round trip. */
  private async ready({ provinceId, instanceId, state }: LoadedInstance, more: readonly string[]): Promise<void> {
    this.deps.states.drop(instanceId);
    await this.deps.graphs.prepare(provinceId, [...state.graphs, ...more]);
  }

  private drafted(
    instance: LoadedInstance,
    command: Command,
    decided: Decided,
    { actor, note }: { readonly actor: ActorStamp | undefined; readonly note: AuditNote },
  ): StepDraft {
    const { version, auditHead } = instance;
    const draft = new StepDraft(instance, { version, auditHead }, { atMs: this.deps.clock.nowMs(), notices: false });
    draft.add({ command, actor, note, guard: undefined, key: undefined, formDataHash: undefined }, decided);
    return draft;
  }

  /** False: the actor's post changed; the instance itself is locked. */
  private async written(tx: Tx, draft: StepDraft): Promise<boolean> {
    const [outcome] = await this.steps.writeIn(tx, [draft.write()]);
    if (outcome?.moved !== true && outcome?.grantCurrent !== false) {
      throw new Error('the step of a locked instance was not written');
    }
    return outcome.moved;
  }
}
