import type { InstanceView } from '@thidua/contract';
import { isoOf } from '@thidua/kernel';
import type { EventRecord, IncidentRecord, TaskRecord } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { holderText } from '../tasks/holders';
import { waitingPlaces, type WaitingPlace } from './waiting-places';

type Token = InstanceView['tokens'][number];

/** Where the tokens of a running instance stand, since when, what they wait for and who has it. */
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
  const places = waitingPlaces(state, (index) => runtime.graphs.graph(state.graphs[index] ?? ''));
  return Promise.all(
    places.map(async (place) => ({
      elementId: place.elementId,
      graph: place.graph,
      name: place.name,
      count: place.count,
      waitsFor: place.waitsFor,
      since: isoOf(sinceMs(events, place) ?? deps.clock.nowMs()),
      holder: await holderAt(deps, provinceId, tasks, place.elementId),
      incidentId: openIncident(incidents, place.elementId),
    })),
  );
}

/** When the first of the tokens came there; undefined for a step taken after the events were read. */
function sinceMs(events: readonly EventRecord[], { keys, flows }: WaitingPlace): number | undefined {
  const came = [
    ...keys.map((key) => events.findLast(({ body }) => body.type === 'element-activated' && body.key === key)),
    ...flows.map((flow) => events.findLast(({ body }) => body.type === 'flow-taken' && body.flow === flow)),
  ];
  const times = came.flatMap((event) => (event === undefined ? [] : [event.at.getTime()]));
  return times.length === 0 ? undefined : Math.min(...times);
}

async function holderAt(deps: CaseworkDeps, provinceId: string, tasks: readonly TaskRecord[], elementId: string): Promise<string | null> {
  const task = tasks.find((one) => one.elementId === elementId);
  const text = task === undefined ? '' : await holderText(deps, provinceId, task);
  return text === '' ? null : text;
}

function openIncident(incidents: readonly IncidentRecord[], elementId: string): string | null {
  return incidents.find((incident) => incident.elementId === elementId && incident.resolvedAt === null)?.id ?? null;
}
