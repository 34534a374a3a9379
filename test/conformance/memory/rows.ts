import { isDeepStrictEqual } from 'node:util';
import type { Effect, InstanceState } from '@thidua/engine';
import type { OpenJob, OpenTask } from '../host';

export interface SubscriptionRow {
  readonly id: string;
  readonly instanceId: string;
  readonly message: string;
  readonly correlationKey: string;
}

export interface SignalRow {
  readonly id: string;
  readonly instanceId: string;
  readonly signal?: string;
}

export interface TimerRow {
  readonly id: string;
  readonly instanceId: string;
  readonly dueMs: number;
}

/** What a database would hold for the instances: rows written by effects alone, oldest first. */
export class Rows {
  readonly tasks = new Map<string, OpenTask & { readonly instanceId: string }>();
  readonly jobs = new Map<string, OpenJob>();
  readonly timers = new Map<string, TimerRow>();
  readonly subscriptions = new Map<string, SubscriptionRow>();
  readonly signals = new Map<string, SignalRow>();

  write(instanceId: string, effect: Effect): void {
    switch (effect.type) {
      case 'create-task': {
        const { taskId, elementId, candidateGroups, assignee, dueMs } = effect;
        const named = assignee === undefined ? {} : { assignee };
        this.tasks.set(taskId, { instanceId, elementId, candidateGroups, ...named, ...(dueMs === undefined ? {} : { dueMs }) });
        break;
      }
      case 'close-task':
        this.tasks.delete(effect.taskId);
        break;
      case 'create-job': {
        const { jobId: id, jobType: type, headers, variables } = effect;
        this.jobs.set(id, { id, instanceId, type, headers, variables });
        break;
      }
      case 'close-job':
        this.jobs.delete(effect.jobId);
        break;
      case 'start-timer':
        this.timers.set(effect.timerId, { id: effect.timerId, instanceId, dueMs: effect.dueMs });
        break;
      case 'cancel-timer':
        this.timers.delete(effect.timerId);
        break;
      case 'open-subscription': {
        const { subscriptionId: id, message, correlationKey } = effect;
        this.subscriptions.set(id, { id, instanceId, message, correlationKey });
        break;
      }
      case 'close-subscription':
        this.subscriptions.delete(effect.subscriptionId);
        break;
      case 'await-signal': {
        const { subscriptionId: id, signal } = effect;
        this.signals.set(id, signal === undefined ? { id, instanceId } : { id, instanceId, signal });
        break;
      }
      case 'close-signal':
        this.signals.delete(effect.subscriptionId);
        break;
      default:
        break;
    }
  }

  /** @throws Error when the rows of an instance are not its waits: an effect was forgotten or came twice */
  check(instanceId: string, state: InstanceState): void {
    const tables = [this.tasks, this.jobs, this.timers, this.subscriptions, this.signals];
    const rows = tables.flatMap((table) => [...table].filter(([, row]) => row.instanceId === instanceId).map(([id]) => id));
    const waits = Object.entries(state.waits).flatMap(([id, wait]) => (wait.kind === 'condition' ? [] : [id]));
    if (!isDeepStrictEqual(rows.sort(), waits.sort())) {
      throw new Error(`effects leave the rows ${rows.join(', ')}, but the state waits for ${waits.join(', ')}`);
    }
  }
}
