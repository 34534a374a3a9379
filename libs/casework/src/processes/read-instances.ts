import type { InstanceView } from '@thidua/contract';
import { isoOf } from '@thidua/kernel';
import type { EngineEvent } from '@thidua/runtime';
import type { EventRecord, InstanceRecord } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { jsonRecord } from '../json-record';
import { demandAdministrator } from './administrator';
import { instanceFor } from './instance-sight';
import { definitionFor } from './read-definitions';
import { tokensOf } from './tokens';

const DEFAULT_LIMIT = 50;

export const instances: Handler<'instances'> = async ({ stores }, { actor, query }) => {
  demandAdministrator(actor);
  const status = query.status === 'active' || query.status === 'completed' || query.status === 'canceled' ? query.status : undefined;
  const found = await stores.instances.list(actor.provinceId, {
    limit: query.limit ?? DEFAULT_LIMIT,
    ...(status === undefined ? {} : { status }),
    ...(query.definitionId === undefined ? {} : { definitionId: query.definitionId }),
  });
  const versions = new Map((await stores.definitions.list(actor.provinceId)).map((one) => [one.id, one.version]));
  return {
    instances: found.map((one) => ({
      id: one.id,
      businessKey: one.businessKey,
      key: one.key,
      version: versions.get(one.definitionId) ?? 0,
      status: one.status,
      startedAt: isoOf(one.startedAt.getTime()),
      dossierId: one.dossierId,
      roundId: one.roundId,
    })),
  };
};

/** The drawing of one running process: where its tokens are, who has them, what they have passed. */
export const instance: Handler<'instance'> = async (deps, { actor, params }): Promise<InstanceView> => {
  const found = await instanceFor(deps, actor, params['id'] ?? '');
  const { xml, name, version } = await definitionFor(deps, actor.provinceId, found.definitionId);
  const events = await deps.stores.instances.events(actor.provinceId, found.id);
  return {
    id: found.id,
    definitionId: found.definitionId,
    key: found.key,
    name,
    version,
    businessKey: found.businessKey,
    status: found.status,
    startedAt: isoOf(found.startedAt.getTime()),
    endedAt: found.endedAt === null ? null : isoOf(found.endedAt.getTime()),
    xml,
    tokens: await currentTokens(deps, actor.provinceId, found, events),
    done: [...new Set(events.flatMap(({ body }) => (body.type === 'element-completed' ? [body.element] : [])))],
  };
};

export const instanceHistory: Handler<'instanceHistory'> = async (deps, { actor, params }) => {
  const found = await instanceFor(deps, actor, params['id'] ?? '');
  const events = await deps.stores.instances.events(actor.provinceId, found.id);
  return { events: events.filter(({ body }) => !SILENT.includes(body.type)).map(eventView) };
};

/** Variables hold ids of people's ballots tasks and the like: the history tells the way, not what was carried. */
const SILENT: readonly string[] = ['variables-set', 'join-consumed', 'multi-instance-output', 'multi-instance-started'];

async function currentTokens(
  deps: CaseworkDeps,
  provinceId: string,
  found: InstanceRecord,
  events: readonly EventRecord[],
): Promise<InstanceView['tokens']> {
  return found.status === 'active' ? tokensOf(deps, provinceId, found.id, events) : [];
}

function eventView({ at, body }: EventRecord): { at: string; type: string; elementId: string | null; body: ReturnType<typeof jsonRecord> } {
  return { at: isoOf(at.getTime()), type: body.type, elementId: elementOf(body), body: jsonRecord(shown(body)) };
}

function elementOf(event: EngineEvent): string | null {
  return 'element' in event ? event.element : 'flow' in event ? event.flow : null;
}

function shown(event: EngineEvent): Parameters<typeof jsonRecord>[0] {
  return event.type === 'instance-started' ? { type: event.type, processId: event.processId } : { ...event };
}
