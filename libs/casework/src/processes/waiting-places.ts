import type { InstanceState } from '@thidua/runtime';
import type { DiagramElement } from '../tasks/load-task';

/** A graph of an instance as far as places in it are told. */
export interface DrawnGraph {
  readonly processId: string;
  readonly elements: readonly DiagramElement[];
  readonly flows: readonly { readonly id: string; readonly target: number }[];
}

/** Where tokens of an instance stand: `keys` of the live elements there, or the flows by which they came to a gateway that joins. */
export interface WaitingPlace {
  readonly elementId: string;
  /** Process id of its graph. */
  readonly graph: string;
  /** '' where the diagram gives none. */
  readonly name: string;
  readonly count: number;
  readonly waitsFor: WaitsFor;
  readonly keys: readonly number[];
  readonly flows: readonly string[];
}

/** Every live token answers what it waits for (reliability I5). `event`: the first of several things, or all of them. */
export type WaitsFor =
  | 'task'
  | 'job'
  | 'timer'
  | 'message'
  | 'signal'
  | 'condition'
  | 'event'
  | 'ad-hoc'
  | 'compensation'
  | 'incident'
  | 'call'
  | 'children'
  | 'join';

type Live = InstanceState['elements'][string];
type Wait = InstanceState['waits'][string];

const WAITS = {
  task: 'task',
  job: 'job',
  timer: 'timer',
  subscription: 'message',
  signal: 'signal',
  condition: 'condition',
} as const satisfies Readonly<Record<Wait['kind'], WaitsFor>>;

/** The tokens of an instance by place in the drawing; boundary events and event subprocesses that have not begun are no tokens. */
export function waitingPlaces(state: InstanceState, graphAt: (index: number) => DrawnGraph | undefined): readonly WaitingPlace[] {
  const places = new Map<string, WaitingPlace>();
  const add = (place: WaitingPlace): void => {
    const id = `${place.graph}/${place.elementId}`;
    const known = places.get(id);
    places.set(
      id,
      known === undefined
        ? place
        : {
            ...known,
            count: known.count + place.count,
            keys: [...known.keys, ...place.keys],
            flows: [...known.flows, ...place.flows],
          },
    );
  };
  for (const live of Object.values(state.elements)) {
    const graph = graphAt(live.graph);
    const element = graph?.elements[live.element];
    if (graph !== undefined && element !== undefined) {
      if (isToken(state, live, element)) {
        const waitsFor = waitOf(state, live, element);
        add({ elementId: element.id, graph: graph.processId, name: element.name, count: 1, waitsFor, keys: [live.key], flows: [] });
      }
      joining(live, graph).forEach(add);
    }
  }
  return [...places.values()];
}

/** A body of several instances speaks only while it has none. */
function isToken(state: InstanceState, live: Live, element: DiagramElement): boolean {
  const isBody = element.multiInstance !== undefined && live.loopCounter === undefined && childrenOf(state, live).length > 0;
  return element.type !== 'process' && element.type !== 'eventSubProcess' && !isBody;
}

/** Tokens that have come to a gateway of this scope, or to an activity that needs several, and wait for more. */
function joining(scope: Live, graph: DrawnGraph): readonly WaitingPlace[] {
  return Object.entries(scope.joins ?? {}).flatMap(([index, count]) => {
    const flow = graph.flows[Number(index)];
    const element = graph.elements[flow?.target ?? 0];
    return flow === undefined || element === undefined
      ? []
      : [
          {
            elementId: element.id,
            graph: graph.processId,
            name: element.name,
            count,
            waitsFor: 'join' as const,
            keys: [],
            flows: [flow.id],
          },
        ];
  });
}

function waitOf(state: InstanceState, live: Live, element: DiagramElement): WaitsFor {
  const own = Object.values(state.waits).filter((wait) => wait.key === live.key && isOwn(wait, live, element));
  const kinds = [...new Set(own.map((wait) => WAITS[wait.kind]))];
  const [kind] = kinds;
  if (kind !== undefined) {
    return element.type === 'eventBasedGateway' || kinds.length > 1 ? 'event' : kind;
  }
  if (Object.values(state.incidents).some((incident) => incident.key === live.key)) {
    return 'incident';
  }
  if (Object.values(state.elements).some((other) => other.compensates === live.key)) {
    return 'compensation';
  }
  if (element.type === 'callActivity') {
    return 'call';
  }
  const isBusy = childrenOf(state, live).length > 0 || live.joins !== undefined;
  return isBusy ? 'children' : element.type === 'adHocSubProcess' ? 'ad-hoc' : 'join';
}

function childrenOf(state: InstanceState, live: Live): readonly Live[] {
  return Object.values(state.elements).filter((other) => other.parent === live.key);
}

/** What the element itself waits for, not its boundary events nor the event subprocesses in it. */
function isOwn(wait: Wait, live: Live, element: DiagramElement): boolean {
  return !('target' in wait) || wait.target === live.element || element.type === 'eventBasedGateway';
}
