import type { JsonObject } from '@thidua/kernel';
import { caught, targetOf } from './catching';
import { emit, type Run } from './run';
import type { Wait } from './state';

/**
 * Everything in this instance that waited for the signal when it was thrown; answers how many did. Interrupting event subprocesses
 * come first: they close the other starts of their scope, which then do not begin only to be ended.
 */
export function deliverSignal(run: Run, signal: string, brought: JsonObject, only?: readonly string[]): number {
  const waiting = [...run.draft.waits].flatMap(([id, wait]) =>
    wait.kind === 'signal' && (wait.signal === undefined || wait.signal === signal) && (only?.includes(id) ?? true)
      ? [{ id, first: interruptsScope(run, wait) }]
      : [],
  );
  for (const { id } of waiting.sort((a, b) => Number(b.first) - Number(a.first))) {
    // An earlier catcher may have ended this one.
    const wait = run.draft.waits.get(id);
    if (wait?.kind === 'signal') {
      emit(run, { v: 1, type: 'signal-caught', subscriptionId: id, signal });
      caught(run, id, wait, brought);
    }
  }
  return waiting.length;
}

function interruptsScope(run: Run, wait: Extract<Wait, { kind: 'signal' }>): boolean {
  const target = targetOf(run, wait);
  return target.type === 'startEvent' && target.interrupting;
}
