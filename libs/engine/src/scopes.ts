import type { GraphElement } from '@thidua/bpmn';
import type { JsonObject } from '@thidua/kernel';
import { leave, settle } from './complete';
import { askConditions } from './conditions';
import { instanceAt } from './draft';
import { isFault, raiseIncident } from './incidents';
import { planAt, pushToken, type Run } from './run';
import type { ElementInstance } from './state';
import { openWaits, planWaits } from './triggers';
import { applyOutputs } from './variables';

/** Sends a token to each start; a scope without any is done at once. */
export function openScope(run: Run, scope: ElementInstance, starts: readonly number[]): void {
  for (const start of starts) {
    pushToken(run, scope.key, scope.graph, start);
  }
  settle(run, scope.key);
}

/** A start event has caught: what it brought is there before its scope's event subprocesses begin to listen, then its token moves on. */
export function passStart(run: Run, node: ElementInstance, element: GraphElement, brought: JsonObject): void {
  applyOutputs(run, node, element, brought);
  if (openEventStarts(run, node.parent, node, element) && run.draft.elements.has(node.key)) {
    leave(run, node, element);
  }
}

/**
 * The first element of a scope also opens what the scope's event subprocesses wait for. A fault there holds that element (`at`), so
 * that a repaired scope begins where it was to begin; the answer is false then.
 */
export function openEventStarts(run: Run, key: number, at: ElementInstance, element: GraphElement): boolean {
  const scope = instanceAt(run.draft, key);
  const starts = unopenedStarts(run, scope);
  // Stryker disable next-line ConditionalExpression,BlockStatement: opening nothing only costs time
  if (starts.length === 0) {
    return true;
  }
  const plans = planWaits(run, key, starts);
  if (isFault(plans)) {
    raiseIncident(run, at, element, plans);
    return false;
  }
  openWaits(run, key, plans);
  askConditions(run);
  return true;
}

/** Start events of the event subprocesses of a scope. */
export function eventStarts(run: Run, scope: ElementInstance): readonly GraphElement[] {
  return planAt(run, scope.graph).eventStarts.get(scope.element) ?? [];
}

/** Starts that no wait of the scope leads to yet: a scope with several starts opens them only once. */
function unopenedStarts(run: Run, scope: ElementInstance): readonly GraphElement[] {
  const starts = eventStarts(run, scope);
  // Stryker disable next-line ConditionalExpression,LogicalOperator,BlockStatement: looking in vain only costs time
  if (starts.length === 0 || run.draft.waits.size === 0) {
    return starts;
  }
  const open = new Set<number>();
  for (const wait of run.draft.waits.values()) {
    if (wait.key === scope.key && 'target' in wait) {
      open.add(wait.target);
    }
  }
  return starts.filter((start) => !open.has(start.index));
}
