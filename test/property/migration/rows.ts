import type { Effect, InstanceState } from '@thidua/engine';
import type { ProcessGraph } from '@thidua/bpmn';

/** The rows a runtime would keep: opened once, closed once, always those the state waits for, at the element it says (I6). */
export class Rows {
  private readonly open = new Map<string, { kind: string; element: string }>();
  private readonly tasks = new Map<string, 'open' | 'closed'>();

  /** Ids of tasks that are done with, one way or the other. */
  closedTasks(): string[] {
    return [...this.tasks].flatMap(([id, status]) => (status === 'closed' ? [id] : []));
  }

  follow(effects: readonly Effect[]): void {
    effects.forEach((effect) => {
      this.one(effect);
    });
  }

  errors(state: InstanceState, graphAt: (index: number) => ProcessGraph): string[] {
    const wanted = new Map<string, string>();
    for (const [id, wait] of Object.entries(state.waits)) {
      const host = state.elements[String(wait.key)];
      const element = 'target' in wait ? wait.target : host?.element;
      if (wait.kind !== 'condition') {
        wanted.set(id, `${wait.kind} at ${graphAt(host?.graph ?? 0).elements[element ?? 0]?.id ?? ''}`);
      }
    }
    const found = new Map([...this.open].map(([id, { kind, element }]) => [id, `${kind} at ${element}`]));
    return [
      ...[...wanted].flatMap(([id, what]) =>
        found.get(id) === what ? [] : [`wait ${id}: ${what}, its row ${found.get(id) ?? 'missing'}`],
      ),
      ...[...found].flatMap(([id, what]) => (wanted.has(id) ? [] : [`row ${id}: ${what}, nothing waits`])),
    ];
  }

  private one(effect: Effect): void {
    switch (effect.type) {
      case 'create-task':
        this.add(effect.taskId, 'task', effect.elementId);
        this.tasks.set(effect.taskId, 'open');
        return;
      case 'create-job':
        this.add(effect.jobId, 'job', effect.elementId);
        return;
      case 'start-timer':
        this.add(effect.timerId, 'timer', effect.elementId);
        return;
      case 'open-subscription':
        this.add(effect.subscriptionId, 'subscription', effect.elementId);
        return;
      case 'await-signal':
        this.add(effect.subscriptionId, 'signal', effect.elementId);
        return;
      case 'close-task':
        this.drop(effect.taskId);
        this.tasks.set(effect.taskId, 'closed');
        return;
      case 'close-job':
        this.drop(effect.jobId);
        return;
      case 'cancel-timer':
        this.drop(effect.timerId);
        return;
      case 'close-subscription':
      case 'close-signal':
        this.drop(effect.subscriptionId);
        return;
      case 'move-task':
        this.move(effect.taskId, effect.elementId);
        return;
      case 'move-job':
        this.move(effect.jobId, effect.elementId);
        return;
      case 'move-wait':
        this.move(effect.id, effect.elementId);
        return;
      default:
        return;
    }
  }

  private add(id: string, kind: string, element: string): void {
    if (this.open.has(id) || this.tasks.has(id)) {
      throw new Error(`row ${id} is opened twice`);
    }
    this.open.set(id, { kind, element });
  }

  private drop(id: string): void {
    if (!this.open.delete(id)) {
      throw new Error(`row ${id} is closed and was not open`);
    }
  }

  private move(id: string, element: string): void {
    const row = this.open.get(id);
    if (row === undefined) {
      throw new Error(`row ${id} moves and is not open`);
    }
    row.element = element;
  }
}
