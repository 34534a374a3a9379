import { instanceAt, type Draft } from './draft';
import type { EngineEvent } from './event';
import { elementAt, type Plan } from './plan';
import type { Compensable, ElementInstance, Pending } from './state';
import { must } from './must';

/**
 * What is kept of completed activities so that they can be undone (BPMN 2.0 §10.7): written by `apply` alone, out of what the
 * state already holds, so the history needs no event for it.
 */
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Called with an instance that has just been completed and is no longer live. */
export function remember(draft: Draft, instance: ElementInstance, plan: Plan): void {
  // Stryker disable next-line ConditionalExpression,BlockStatement: looking in vain only costs time
  if (!plan.compensates) {
    return;
  }
  const records = recordsOf(instance, plan);
  if (records.length > 0) {
    const parent = instanceAt(draft, instance.parent);
    draft.elements.set(parent.key, { ...parent, completed: [...(parent.completed ?? []), ...records] });
  }
}

function recordsOf(instance: ElementInstance, plan: Plan): readonly Compensable[] {
  const element = elementAt(plan.graph, instance.element);
  if (instance.compensates !== undefined || element.type === 'process') {
    return [];
  }
  if (instance.loopCounter === undefined && (element.multiInstance ?? element.standardLoop) !== undefined) {
    // A body hands on what its children left: one entry each.
    return instance.completed ?? [];
  }
  const whole = scopeRecord(instance, plan);
  if (element.compensation === undefined) {
    return whole === undefined ? [] : [whole];
  }
  const handler: Compensable = { kind: 'handler', element: instance.element };
  // Last in, first out: the event subprocess inside comes before the handler outside. A handler alone stands for all inside.
  return whole !== undefined && plan.compensationStarts.has(instance.element) ? [handler, whole] : [handler];
}

function scopeRecord(instance: ElementInstance, plan: Plan): Compensable | undefined {
  const { element: index, variables, completed: inner = [] } = instance;
  if (inner.length === 0 && !plan.compensationStarts.has(index)) {
    return undefined;
  }
  return variables === undefined ? { kind: 'scope', element: index, inner } : { kind: 'scope', element: index, variables, inner };
}

export function takeCompensables(draft: Draft, event: Extract<EngineEvent, { type: 'compensation-triggered' }>): void {
  const pending: Pending[] = [];
  for (const { scope, positions } of event.from) {
    const instance = instanceAt(draft, scope);
    const completed = must(instance.completed, 'completed activities of scope', scope);
    pending.push(...completed.filter((_, at) => positions.includes(at)).map((record) => ({ ...record, scope })));
    draft.elements.set(
      scope,
      withCompleted(
        instance,
        completed.filter((_, at) => !positions.includes(at)),
      ),
    );
  }
  draft.elements.set(event.key, { ...instanceAt(draft, event.key), pending });
}

/** A cancelled transaction undoes everything that was completed in it. */
export function undoAll(transaction: ElementInstance): ElementInstance {
  const pending = (transaction.completed ?? []).map((record) => ({ ...record, scope: transaction.key }));
  return { ...withCompleted(transaction, []), pending };
}

export function takePending(draft: Draft, event: Extract<EngineEvent, { type: 'compensation-taken' }>, plans: readonly Plan[]): void {
  const node = instanceAt(draft, event.key);
  const pending = must(node.pending, 'compensation of', event.key);
  const taken = must(pending.at(-1), 'next compensation of', event.key);
  draft.elements.set(event.key, { ...node, pending: pending.slice(0, -1) });
  if (taken.kind === 'scope') {
    const key = must(event.revived, 'key for revived element', taken.element);
    revive(draft, taken, { key, graph: node.graph, compensates: event.key }, plans);
  }
}

type Revival = Pick<ElementInstance, 'key' | 'graph'> & { readonly compensates: number };

function revive(draft: Draft, taken: Extract<Pending, { kind: 'scope' }>, revival: Revival, plans: readonly Plan[]): void {
  const { element, scope, variables, inner } = taken;
  const { key } = revival;
  const own = must(plans[revival.graph], 'graph', revival.graph).compensationStarts.has(element);
  const left: Partial<ElementInstance> = own ? { completed: inner } : { pending: inner.map((record) => ({ ...record, scope: key })) };
  draft.nextKey = key + 1;
  draft.elements.set(key, { ...revival, element, parent: scope, revived: true, ...(variables !== undefined && { variables }), ...left });
}

export function releaseScope(draft: Draft, key: number): void {
  draft.elements.delete(key);
}

function withCompleted(instance: ElementInstance, completed: readonly Compensable[]): ElementInstance {
  const copy: Mutable<ElementInstance> = { ...instance, completed };
  if (completed.length === 0) {
    delete copy.completed;
  }
  return copy;
}
