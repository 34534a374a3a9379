import type { JsonObject } from '@thidua/kernel';
import type { ElementInstance, InstanceState, Wait } from './state';
import { must } from './must';

export type Incident = InstanceState['incidents'][string];

/**
 * A working copy of a state: owned maps, made once per command and thrown away after it. Entries stay immutable and are
 * replaced, so that what the old state and the draft share is never changed.
 */
export interface Draft {
  status: InstanceState['status'];
  processId: string;
  businessKey: string | undefined;
  readonly graphs: string[];
  nextKey: number;
  readonly elements: Map<number, ElementInstance>;
  readonly waits: Map<string, Wait>;
  readonly incidents: Map<string, Incident>;
  /** Join counts made in this draft, by scope: the only objects of an entry that are changed in place. */
  readonly ownJoins: Map<number, Record<string, number>>;
}

export function emptyDraft(): Draft {
  return {
    status: 'active',
    processId: '',
    businessKey: undefined,
    graphs: [],
    nextKey: 1,
    elements: new Map(),
    waits: new Map(),
    incidents: new Map(),
    ownJoins: new Map(),
  };
}

export function thaw(state: InstanceState): Draft {
  const elements = new Map<number, ElementInstance>();
  for (const key in state.elements) {
    const instance = state.elements[key];
    if (instance !== undefined) {
      elements.set(instance.key, instance);
    }
  }
  return {
    status: state.status,
    processId: state.processId,
    businessKey: state.businessKey,
    graphs: state.graphs.slice(),
    nextKey: state.nextKey,
    elements,
    waits: mapOf(state.waits),
    incidents: mapOf(state.incidents),
    ownJoins: new Map(),
  };
}

export function freeze(draft: Draft): InstanceState {
  const elements: Record<string, ElementInstance> = {};
  for (const instance of draft.elements.values()) {
    elements[instance.key] = instance;
  }
  const { status, processId, businessKey, graphs, nextKey } = draft;
  const rest = { graphs, nextKey, elements, waits: recordOf(draft.waits), incidents: recordOf(draft.incidents) };
  return businessKey === undefined ? { schema: 1, status, processId, ...rest } : { schema: 1, status, processId, businessKey, ...rest };
}

export function instanceAt(draft: Draft, key: number): ElementInstance {
  return must(draft.elements.get(key), 'live element instance', key);
}

export function isEmpty(values: JsonObject): boolean {
  for (const name in values) {
    if (Object.hasOwn(values, name)) {
      return false;
    }
  }
  return true;
}

function mapOf<T>(record: Readonly<Record<string, T>>): Map<string, T> {
  const map = new Map<string, T>();
  for (const id in record) {
    const value = record[id];
    if (value !== undefined) {
      map.set(id, value);
    }
  }
  return map;
}

function recordOf<T>(map: ReadonlyMap<string, T>): Record<string, T> {
  const record: Record<string, T> = {};
  for (const [id, value] of map) {
    record[id] = value;
  }
  return record;
}
