import type { GraphElement } from '@thidua/bpmn';
import type { JsonObject } from '@thidua/kernel';
import { instanceAt } from './draft';
import { isFault } from './incidents';
import { elementAt } from './plan';
import { graphOf, type Run } from './run';
import type { Wait } from './state';
import { goesOn, openWaits, planWaits } from './triggers';
import { propagate } from './variables';
import { closeWait } from './waits';

/** A wait that leads to a catching element. */
export type Aimed = Extract<Wait, { readonly target: number }>;

export function targetOf(run: Run, wait: Aimed): GraphElement {
  return elementAt(graphOf(run, instanceAt(run.draft, wait.key).graph), wait.target);
}

/**
 * What a wait was open for has happened. It closes, unless its element goes on catching; an element that waits for several things
 * at once acts when the last of them has come, and what the earlier ones brought is kept.
 */
export function caught(run: Run, id: string, wait: Aimed, brought: JsonObject): void {
  const target = targetOf(run, wait);
  const all = 'parallelMultiple' in target && target.parallelMultiple;
  if (all || !goesOn(target) || wait.kind === 'timer') {
    closeWait(run, id, wait, 'completed');
  }
  if (all && othersOpen(run, wait)) {
    // As for what completes the group: from where the element itself would hand it on.
    propagate(run, target.type === 'boundaryEvent' ? instanceAt(run.draft, wait.key).parent : wait.key, brought);
    return;
  }
  if (all && goesOn(target)) {
    reopen(run, wait, target);
  }
  triggerAt(run, wait.key, target, brought);
}

export function triggerAt(run: Run, key: number, target: GraphElement, brought: JsonObject): void {
  const behaviour = run.machine.behaviourOf(target.type);
  if (behaviour.trigger === undefined) {
    throw new Error(`'${target.id}' (${target.type}) cannot be triggered`);
  }
  behaviour.trigger(run, instanceAt(run.draft, key), target, brought);
}

function othersOpen(run: Run, wait: Aimed): boolean {
  for (const other of run.draft.waits.values()) {
    if (other.key === wait.key && 'target' in other && other.target === wait.target) {
      return true;
    }
  }
  return false;
}

function reopen(run: Run, wait: Aimed, target: GraphElement): void {
  const plans = planWaits(run, wait.key, [target]);
  if (!isFault(plans)) {
    openWaits(run, wait.key, plans);
  }
}
