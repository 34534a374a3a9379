import { isDeepStrictEqual } from 'node:util';
import type { EngineEvent } from '@thidua/engine';
import type { InstanceView } from '../conformance/host';

/** An event with every generated id replaced by `#1`, `#2` … in the order in which the stream names them. */
type Told = Readonly<Record<string, unknown>>;

/** Where generated ids stand in events; all else an event says must be equal. */
const ID_FIELDS = ['taskId', 'jobId', 'timerId', 'subscriptionId', 'conditionId', 'incidentId', 'id'];

/** The event stream of one instance as two different hosts must tell it. */
export function streamOf({ events, graphs }: InstanceView): readonly Told[] {
  const ids = new Map<string, string>();
  const nameFor = (id: string): string => {
    const known = ids.get(id) ?? `#${ids.size + 1}`;
    ids.set(id, known);
    return known;
  };
  let bound = 0;
  return events.map((event) => {
    const told: Record<string, unknown> = { ...(JSON.parse(JSON.stringify(event)) as EngineEvent) };
    for (const field of ID_FIELDS) {
      const id = told[field];
      if (typeof id === 'string') {
        told[field] = nameFor(id);
      }
    }
    if (event.type === 'instance-started' || event.type === 'graph-bound') {
      told['definitionId'] = graphs[bound]?.processId;
      bound += 1;
    }
    return told;
  });
}

export interface Parting {
  /** Which instance, 1 = the first started, and which of its events, from 1. */
  readonly instance: number;
  readonly event: number;
  readonly memory: unknown;
  readonly durable: unknown;
}

/** The first event, if any, in which what happened in memory parts from what happened on PostgreSQL. */
export function partingOf(memory: readonly InstanceView[], durable: readonly InstanceView[]): Parting | undefined {
  for (let instance = 0; instance < Math.max(memory.length, durable.length); instance += 1) {
    const [one, other] = [memory[instance], durable[instance]].map((view) => (view === undefined ? [] : streamOf(view)));
    const length = Math.max(one?.length ?? 0, other?.length ?? 0);
    for (let event = 0; event < length; event += 1) {
      if (!isDeepStrictEqual(one?.[event], other?.[event])) {
        return { instance: instance + 1, event: event + 1, memory: one?.[event] ?? null, durable: other?.[event] ?? null };
      }
    }
  }
  return undefined;
}
