import type { GraphElement } from '@thidua/bpmn';
import type { JsonObject } from '@thidua/kernel';
import { completeElement, settle } from './complete';
import { askConditions } from './conditions';
import { instanceAt } from './draft';
import { isFault, raiseIncident } from './incidents';
import { planAt, pushToken, setVariables, type Run } from './run';
import type { ElementInstance } from './state';
import { openWaits, planWaits } from './triggers';

/** Sends a token to each start; a scope without any is done at once. */
export function openScope(run: Run, scope: ElementInstance, starts: readonly number[]): void {
  for (const start of starts) {
    pushToken(run, scope.key, scope.graph, start);
  }
  settle(run, scope.key);
}

/** A start event is passed: its scope's event subprocesses begin to listen, then its token moves on. */
export function passStart(run: Run, node: ElementInstance, element: GraphElement, brought: JsonObject): void {
  if (openEventStarts(run, node.parent, node, element, brought) && run.draft.elements.has(node.key)) {
    completeElement(run, node, element, brought);
  }
}

/**
 * The first element of a scope also opens what the scope's event subprocesses wait for. A fault there holds that element (`at`)
 * with what it brought, so that a repaired scope begins where it was to begin; the answer is false then.
 */
export function openEventStarts(run: Run, key: number, at: ElementInstance, element: GraphElement, brought: JsonObject = {}): boolean {
  const scope = instanceAt(run.draft, key);
  const starts = unopenedStarts(run, scope);
  // Stryker disable next-line ConditionalExpression,BlockStatement: opening nothing only costs time
  if (starts.length === 0) {
    return true;
  }
  const plans = planWaits(run, key, starts);
  if (isFault(plans)) {
    setVariables(run, at.key, brought);
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
