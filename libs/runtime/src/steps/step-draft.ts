import type { Command, Effect, EngineEvent, InstanceState } from '@thidua/engine';
import type {
  AuditLine,
  BroadcastLine,
  ClosedTask,
  IncidentLine,
  InstanceStart,
  JobLine,
  LoadedInstance,
  MessageLine,
  SignalLine,
  StepGuards,
  StepWrite,
  SubscriptionLine,
  TaskLine,
} from '@thidua/store';
import { auditLine } from './audit-line';
import type { ActorStamp, AuditNote, CommandGuard, OpenTask } from './step-input';
import type { IdempotencyKey } from '@thidua/store';

/** One command with all that its commit depends on. */
export interface Order {
  readonly command: Command;
  readonly actor: ActorStamp | undefined;
  readonly note: AuditNote | undefined;
  readonly guard: CommandGuard | undefined;
  readonly key: IdempotencyKey | undefined;
  readonly formDataHash: string | undefined;
}

interface Decided {
  readonly events: readonly EngineEvent[];
  readonly effects: readonly Effect[];
  readonly state: InstanceState;
}

type EffectOf<T extends Effect['type']> = Extract<Effect, { type: T }>;

/** What a migration changes in rows that stay; written beside the step (migrations/). */
export type MovedRow = EffectOf<'move-task' | 'move-wait' | 'move-job' | 'move-incident' | 'change-definition'>;

/** Instance facts that do not change from step to step. */
export type InstanceHead = Omit<LoadedInstance, 'version' | 'state' | 'auditHead'>;

/**
 * Gathers the rows of one or more commands of one instance until they are written as a single step. What opens and closes before the
 * write stands once, in its last state, because the parts of the statement do not see each other's rows.
 */
export class StepDraft {
  private readonly events: EngineEvent[] = [];
  private readonly audit: AuditLine[] = [];
  private readonly tasks = new Map<string, TaskLine>();
  private readonly closedTasks = new Map<string, ClosedTask>();
  private readonly jobs = new Map<string, JobLine>();
  private readonly closedJobs = new Map<string, StepWrite['closedJobs'][number]>();
  private readonly timers = new Map<string, StepWrite['timers'][number]>();
  private readonly closedTimers = new Set<string>();
  private readonly subscriptions = new Map<string, SubscriptionLine>();
  private readonly closedSubscriptions = new Set<string>();
  private readonly messages: MessageLine[] = [];
  private readonly signals = new Map<string, SignalLine>();
  private readonly closedSignals = new Set<string>();
  private readonly broadcasts: BroadcastLine[] = [];
  private readonly incidents = new Map<string, IncidentLine>();
  private readonly resolvedIncidents = new Set<string>();
  private readonly notices: string[] = [];
  private readonly moved: MovedRow[] = [];
  private readonly guards = { tasks: [], jobs: [], grants: [], keys: [], deliveries: [] } as {
    -readonly [K in keyof StepGuards]: StepGuards[K][number][];
  };
  private ended: 'completed' | 'canceled' | undefined;
  private auditHead: string;
  private decided: InstanceState | undefined;

  constructor(
    private readonly head: InstanceHead,
    private readonly base: { readonly version: number; readonly auditHead: string; readonly started?: InstanceStart },
    private readonly options: { readonly atMs: number; readonly notices: boolean },
  ) {
    this.auditHead = base.auditHead;
  }

  get isEmpty(): boolean {
    return this.decided === undefined;
  }

  add(order: Order, decided: Decided): void {
    this.decided = decided.state;
    this.events.push(...decided.events);
    this.guard(order);
    for (const effect of decided.effects) {
      this.apply(effect, order, decided.state);
    }
    const { command, actor, note } = order;
    const line = auditLine(this.auditHead, { instanceId: this.head.instanceId, atMs: this.options.atMs, command, note, actor });
    this.audit.push(line);
    this.auditHead = line.hash;
  }

  get movedRows(): readonly MovedRow[] {
    return this.moved;
  }

  /** Tasks that this draft opens and leaves open. */
  openTasks(): readonly OpenTask[] {
    return [...this.tasks.values()]
      .filter((task) => task.status === 'open')
      .map(({ id, elementId, name, candidateGroups, assignee }) => ({
        taskId: id,
        elementId,
        name,
        candidateGroups,
        ...(assignee === undefined ? {} : { assignee }),
      }));
  }

  write(): StepWrite {
    if (this.decided === undefined) {
      throw new Error('nothing was decided');
    }
    return {
      provinceId: this.head.provinceId,
      instanceId: this.head.instanceId,
      expectedVersion: this.base.version,
      state: this.decided,
      auditHead: this.auditHead,
      atMs: this.options.atMs,
      guards: this.guards,
      events: this.events,
      audit: this.audit,
      tasks: [...this.tasks.values()],
      closedTasks: [...this.closedTasks.values()],
      jobs: [...this.jobs.values()],
      closedJobs: [...this.closedJobs.values()],
      timers: [...this.timers.values()],
      closedTimers: [...this.closedTimers],
      subscriptions: [...this.subscriptions.values()],
      closedSubscriptions: [...this.closedSubscriptions],
      messages: this.messages,
      signals: [...this.signals.values()],
      closedSignals: [...this.closedSignals],
      broadcasts: this.broadcasts,
      incidents: [...this.incidents.values()],
      resolvedIncidents: [...this.resolvedIncidents],
      notices: this.notices,
      ...(this.base.started === undefined ? {} : { started: this.base.started }),
      ...(this.ended === undefined ? {} : { ended: this.ended }),
      ...(this.ended === undefined || this.head.startKey === undefined ? {} : { freed: true as const }),
    };
  }

  private guard({ guard, actor, key }: Order): void {
    if (guard !== undefined && 'taskId' in guard) {
      this.guards.tasks.push({ id: guard.taskId, version: guard.taskVersion });
    } else if (guard !== undefined && 'broadcastId' in guard) {
      this.guards.deliveries.push(guard.broadcastId);
    } else if (guard !== undefined) {
      this.guards.jobs.push({ id: guard.jobId, leaseToken: guard.leaseToken });
    }
    if (actor !== undefined) {
      this.guards.grants.push({ positionId: actor.positionId, version: actor.grantVersion });
    }
    if (key !== undefined) {
      this.guards.keys.push(key);
    }
  }

  private apply(effect: Effect, order: Order, state: InstanceState): void {
    switch (effect.type) {
      case 'create-task':
        this.openTask(effect, state);
        return;
      case 'close-task':
        this.closeTask(effect, order);
        return;
      case 'create-job':
        this.jobs.set(effect.jobId, {
          ...withId(effect.jobId, effect),
          type: effect.jobType,
          retries: effect.retries,
          headers: effect.headers,
          variables: effect.variables,
        });
        return;
      case 'close-job':
        this.closeJob(effect.jobId, order.command);
        return;
      case 'start-timer':
        this.timers.set(effect.timerId, { ...withId(effect.timerId, effect), dueMs: effect.dueMs, orgId: this.head.orgId });
        return;
      case 'cancel-timer':
        dropOrClose(this.timers, this.closedTimers, effect.timerId);
        return;
      case 'open-subscription': {
        const { subscriptionId, message, correlationKey, once } = effect;
        this.subscriptions.set(subscriptionId, { ...withId(subscriptionId, effect), message, correlationKey, once });
        return;
      }
      case 'close-subscription':
        dropOrClose(this.subscriptions, this.closedSubscriptions, effect.subscriptionId);
        return;
      case 'publish-message': {
        const { messageId, message, correlationKey, variables, ttlMs } = effect;
        const expiresMs = this.options.atMs + ttlMs;
        this.messages.push({ id: messageId, name: message, correlationKey, variables, expiresMs, orgId: this.head.orgId });
        return;
      }
      case 'await-signal': {
        const { subscriptionId, signal } = effect;
        this.signals.set(subscriptionId, { ...withId(subscriptionId, effect), ...optional({ signal }) });
        return;
      }
      case 'close-signal':
        dropOrClose(this.signals, this.closedSignals, effect.subscriptionId);
        return;
      case 'broadcast-signal': {
        const { broadcastId, signal, variables } = effect;
        this.broadcasts.push({ id: broadcastId, signal, variables, orgId: this.head.orgId });
        return;
      }
      case 'raise-incident': {
        const { incidentId, cause, detail } = effect;
        this.incidents.set(incidentId, { ...withId(incidentId, effect), cause, detail, resolved: false });
        return;
      }
      case 'resolve-incident':
        this.resolveIncident(effect.incidentId);
        return;
      case 'move-task':
      case 'move-wait':
      case 'move-job':
      case 'move-incident':
      case 'change-definition':
        this.moved.push(effect);
        return;
      case 'end-instance':
        this.ended = effect.outcome;
    }
  }

  private openTask(effect: EffectOf<'create-task'>, state: InstanceState): void {
    const { taskId, elementId, name, step, formId, candidateGroups, assignee, dueMs, priority, local } = effect;
    const { orgId, dossierId, roundId } = this.head;
    this.tasks.set(taskId, {
      id: taskId,
      definitionId: definitionRow(state.graphs[effect.graph] ?? this.head.definitionId),
      elementId,
      name,
      candidateGroups,
      priority,
      local,
      orgId,
      status: 'open',
      ...optional({ step, formId, assignee, dueMs, dossierId, roundId }),
    });
    if (this.options.notices) {
      this.notices.push(taskId);
    }
  }

  private closeTask({ taskId, outcome }: EffectOf<'close-task'>, { command, actor, formDataHash }: Order): void {
    const opened = this.tasks.get(taskId);
    if (opened !== undefined) {
      this.tasks.set(taskId, { ...opened, status: outcome });
      return;
    }
    const acted = command.type === 'complete-task' && command.taskId === taskId && actor !== undefined;
    const who = acted
      ? optional({ positionId: actor.positionId, personId: actor.personId, onBehalfOf: actor.onBehalfOf, formDataHash })
      : {};
    this.closedTasks.set(taskId, { id: taskId, outcome, ...who });
  }

  private closeJob(jobId: string, command: Command): void {
    if (this.jobs.delete(jobId)) {
      return;
    }
    const own = 'jobId' in command && command.jobId === jobId;
    if (own && command.type === 'fail-job') {
      this.closedJobs.set(jobId, { id: jobId, status: 'failed', lastError: command.detail });
    } else {
      this.closedJobs.set(jobId, { id: jobId, status: own ? 'done' : 'canceled' });
    }
  }

  private resolveIncident(incidentId: string): void {
    const raised = this.incidents.get(incidentId);
    if (raised === undefined) {
      this.resolvedIncidents.add(incidentId);
    } else {
      this.incidents.set(incidentId, { ...raised, resolved: true });
    }
  }
}

/** Called processes of the same file are bound as `<definition id>#<process id>`; rows name the definition. */
export function definitionRow(boundId: string): string {
  return boundId.split('#', 1)[0] ?? boundId;
}

function withId(id: string, effect: { readonly elementId: string }): { id: string; elementId: string } {
  return { id, elementId: effect.elementId };
}

function dropOrClose(opened: Map<string, unknown>, closed: Set<string>, id: string): void {
  if (!opened.delete(id)) {
    closed.add(id);
  }
}

/** The properties that have a value. */
function optional<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  // Filtering by value loses the link between name and type, which this line restores.
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
