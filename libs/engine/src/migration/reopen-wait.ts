import type { GraphElement } from '@thidua/bpmn';
import { emit, type Run } from '../run';
import type { Wait } from '../state';
import { listensOnce } from '../triggers';

type Aimed = Extract<Wait, { readonly target: number }>;

/** A wait that was closed is there again under its own id, as it was. */
export function reopenWait(run: Run, id: string, wait: Aimed, target: GraphElement): void {
  const { key, part } = wait;
  const aim = part === undefined ? { key, target: target.id } : { key, target: target.id, part };
  run.waitsByKey = undefined;
  switch (wait.kind) {
    case 'timer': {
      const { dueMs, cycle } = wait;
      emit(run, { v: 1, type: 'timer-started', timerId: id, dueMs, ...aim, ...(cycle !== undefined && { cycle: { ...cycle } }) });
      run.effects.push({ type: 'start-timer', timerId: id, elementId: target.id, dueMs });
      return;
    }
    case 'subscription': {
      const { message, correlationKey } = wait;
      emit(run, { v: 1, type: 'subscription-opened', subscriptionId: id, message, correlationKey, ...aim });
      const facts = { subscriptionId: id, elementId: target.id, message, correlationKey, once: listensOnce(target) };
      run.effects.push({ type: 'open-subscription', ...facts });
      return;
    }
    case 'signal': {
      const named = wait.signal === undefined ? {} : { signal: wait.signal };
      emit(run, { v: 1, type: 'signal-awaited', subscriptionId: id, ...named, ...aim });
      run.effects.push({ type: 'await-signal', subscriptionId: id, elementId: target.id, ...named });
      return;
    }
    case 'condition':
      emit(run, { v: 1, type: 'condition-awaited', conditionId: id, ...aim });
      run.conditions.add(id);
      if (wait.held) {
        emit(run, { v: 1, type: 'condition-changed', conditionId: id, held: true });
      }
  }
}
