import type { InstanceView } from '@thidua/contract';
import { isoOf } from '@thidua/kernel';
import type { InstanceState } from '@thidua/runtime';
import type { EventRecord, IncidentRecord, TaskRecord } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { holderText } from '../tasks/holders';

type Token = InstanceView['tokens'][number];

const WAITS: Readonly<Record<string, string>> = { task: 'task', job: 'job', timer: 'timer', subscription: 'message' };

/** Live elements by place in the drawing; boundary timers and waiting event subprocesses are no tokens. */
export async function tokensOf(
  deps: CaseworkDeps,
  provinceId: string,
  instanceId: string,
  events: readonly EventRecord[],
): Promise<Token[]> {
  const { stores, runtime } = deps;
  const [loaded] = await stores.steps.load([{ provinceId, instanceId }]);
  if (loaded === undefined) {
    return [];
  }
  const { state } = loaded;
  await runtime.graphs.prepare(provinceId, state.graphs);
  const tasks = (await stores.tasks.ofInstance(provinceId, instanceId)).filter((task) => task.status === 'open');
  const incidents = await stores.incidents.ofInstance(provinceId, instanceId);
  const places = new Map<string, { elementId: string; graph: string; count: number; sinceMs: number; waitsFor: string }>();
  for (const live of Object.values(state.elements)) {
    const graph = runtime.graphs.graph(state.graphs[live.graph] ?? '');
    const element = graph?.elements[live.element];
    const isBody = element?.multiInstance !== undefined && live.loopCounter === undefined;
    if (graph === undefined || element === undefined || element.type === 'process' || element.type === 'eventSubProcess' || isBody) {
      continue;
    }
    const place = places.get(`${graph.processId}/${element.id}`);
    const sinceMs = Math.min(place?.sinceMs ?? Infinity, activatedAt(events, live.key));
    const waitsFor = element.type === 'callActivity' ? 'call' : waitOf(state, live.key);
    places.set(`${graph.processId}/${element.id}`, {
      elementId: element.id,
      graph: graph.processId,
      count: (place?.count ?? 0) + 1,
      sinceMs,
      waitsFor,
    });
  }
  return Promise.all(
    [...places.values()].map(async ({ sinceMs, ...place }) => ({
      ...place,
      since: isoOf(Number.isFinite(sinceMs) ? sinceMs : 0),
      holder: await holderAt(deps, provinceId, tasks, place.elementId),
      incidentId: openIncident(incidents, place.elementId),
    })),
  );
}

function waitOf(state: InstanceState, key: number): string {
  const wait = Object.values(state.waits).find((one) => one.key === key);
  const children = Object.values(state.elements).some((live) => live.parent === key);
  return wait === undefined ? (children ? 'children' : 'join') : (WAITS[wait.kind] ?? wait.kind);
}

function activatedAt(events: readonly EventRecord[], key: number): number {
  return events.findLast(({ body }) => body.type === 'element-activated' && body.key === key)?.at.getTime() ?? Infinity;
}

async function holderAt(deps: CaseworkDeps, provinceId: string, tasks: readonly TaskRecord[], elementId: string): Promise<string | null> {
  const task = tasks.find((one) => one.elementId === elementId);
  const text = task === undefined ? '' : await holderText(deps, provinceId, task);
  return text === '' ? null : text;
}

function openIncident(incidents: readonly IncidentRecord[], elementId: string): string | null {
  return incidents.find((incident) => incident.elementId === elementId && incident.resolvedAt === null)?.id ?? null;
}
