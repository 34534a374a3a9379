import type { CatchTrigger } from '@thidua/bpmn';
import type { Expression } from '@thidua/feel';
import { caught } from './catching';
import { instanceAt } from './draft';
import { elementAt, triggersOf } from './plan';
import { emit, graphOf, type Run } from './run';
import type { Wait } from './state';
import { evaluateAt } from './variables';
import { must } from './must';

type ConditionWait = Extract<Wait, { kind: 'condition' }>;

/**
 * Asks the open conditions that were just opened or read a variable set meanwhile. A condition counts when it becomes true: one
 * that stays true is not caught again (BPMN 2.0 §10.5.5).
 */
export function askConditions(run: Run): void {
  while (run.unasked.size > 0 || run.changed.size > 0) {
    const [unasked, changed] = [new Set(run.unasked), new Set(run.changed)];
    run.unasked.clear();
    run.changed.clear();
    for (const id of [...run.conditions]) {
      const wait = run.draft.waits.get(id);
      if (wait?.kind === 'condition' && (unasked.has(id) || reads(run, wait, changed))) {
        ask(run, id, wait);
      }
    }
  }
}

function ask(run: Run, id: string, wait: ConditionWait): void {
  const holds = evaluateAt(run, wait.key, conditionOf(run, wait)) === true;
  if (holds !== wait.held) {
    emit(run, { v: 1, type: 'condition-changed', conditionId: id, held: holds });
  }
  if (holds && !wait.held) {
    caught(run, id, wait, {});
  }
}

function reads(run: Run, wait: ConditionWait, changed: ReadonlySet<string>): boolean {
  return conditionOf(run, wait).reads.some((name) => changed.has(name));
}

function conditionOf(run: Run, wait: ConditionWait): Expression {
  const host = instanceAt(run.draft, wait.key);
  const target = elementAt(graphOf(run, host.graph), wait.target);
  const trigger = must(triggersOf(target)[wait.part ?? 0], 'condition at', target.id);
  // A wait of this kind is opened for nothing else.
  return (trigger as Extract<CatchTrigger, { kind: 'conditional' }>).condition;
}
