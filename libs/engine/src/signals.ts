import type { JsonObject } from '@thidua/kernel';
import { caught } from './catching';
import { emit, type Run } from './run';

/** Everything in this instance that waited for the signal when it was thrown; answers how many did. */
export function deliverSignal(run: Run, signal: string, brought: JsonObject): number {
  const waiting = [...run.draft.waits].flatMap(([id, wait]) =>
    wait.kind === 'signal' && (wait.signal === undefined || wait.signal === signal) ? [id] : [],
  );
  for (const id of waiting) {
    // An earlier catcher may have ended this one.
    const wait = run.draft.waits.get(id);
    if (wait?.kind === 'signal') {
      emit(run, { v: 1, type: 'signal-caught', subscriptionId: id, signal });
      caught(run, id, wait, brought);
    }
  }
  return waiting.length;
}
