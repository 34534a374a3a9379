import type { GraphElement } from '@thidua/bpmn';
import type { MovedInstance, MovedRecord } from '../event';
import { must } from '../must';
import { elementAt } from '../plan';
import type { Compensable, ElementInstance } from '../state';
import type { Crossing } from './crossing';

/** What goes on `instance-migrated` for one instance; only for one that `obstacles` found nothing wrong with. */
export function movedInstance(crossing: Crossing, instance: ElementInstance): MovedInstance {
  const { joins, owed, queued, completed, pending } = instance;
  return {
    key: instance.key,
    element: counterpart(crossing, instance.element).id,
    ...(joins !== undefined && { joins: movedJoins(crossing, joins) }),
    ...(owed !== undefined && { owed: movedOwed(crossing, owed) }),
    ...(queued !== undefined && { queued: queued.map((index) => counterpart(crossing, index).id) }),
    ...(completed !== undefined && { completed: completed.map((record) => movedRecord(crossing, record)) }),
    ...(pending !== undefined && { pending: pending.map((record) => ({ ...movedRecord(crossing, record), scope: record.scope })) }),
  };
}

/** Tokens of two flows whose counterpart is one and the same are added up. */
function movedJoins(crossing: Crossing, joins: Readonly<Record<string, number>>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [flow, count] of Object.entries(joins)) {
    const id = flowId(crossing, Number(flow));
    counts[id] = (counts[id] ?? 0) + count;
  }
  return counts;
}

function movedOwed(crossing: Crossing, owed: Readonly<Record<string, readonly number[]>>): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(owed).map(([gateway, flows]) => [
      counterpart(crossing, Number(gateway)).id,
      flows.map((flow) => flowId(crossing, flow)),
    ]),
  );
}

function movedRecord(crossing: Crossing, record: Compensable): MovedRecord {
  const element = counterpart(crossing, record.element).id;
  if (record.kind === 'handler') {
    return { kind: 'handler', element };
  }
  const { variables } = record;
  const inner = record.inner.map((one) => movedRecord(crossing, one));
  return { kind: 'scope', element, ...(variables !== undefined && { variables }), inner };
}

function counterpart({ counterparts, from }: Crossing, index: number): GraphElement {
  return must(counterparts.element(index), 'counterpart of', elementAt(from.graph, index).id);
}

function flowId({ counterparts }: Crossing, index: number): string {
  return must(counterparts.flow(index), 'counterpart of flow', index).id;
}
