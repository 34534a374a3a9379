import type { GraphElement, ProcessGraph } from '@thidua/bpmn';
import type { ElementInstance } from '@thidua/engine';
import type { JsonObject } from '@thidua/kernel';
import type { FlowNodeEvent } from './case';
import type { InstanceView } from './host';

const CONTAINERS = ['process', 'subProcess', 'eventSubProcess', 'transaction', 'adHocSubProcess', 'callActivity'];

export interface Incident {
  readonly element: string;
  readonly cause: string;
  readonly detail: string;
}

/** Enter and exit of flow nodes in the order they happened; processes and compensation boundary events are not among them. */
export function flowNodeEvents({ events, graphs }: InstanceView): readonly FlowNodeEvent[] {
  const graphOfKey = new Map<number, number>();
  return events.flatMap((event): FlowNodeEvent[] => {
    if (event.type === 'element-activated') {
      graphOfKey.set(event.key, event.graph);
      return isListed(graphs[event.graph], event.element) ? [['enter', event.element]] : [];
    }
    if (event.type === 'element-completed' || event.type === 'element-terminated') {
      return isListed(graphs[graphOfKey.get(event.key) ?? 0], event.element) ? [['exit', event.element]] : [];
    }
    return [];
  });
}

function isListed(graph: ProcessGraph | undefined, elementId: string): boolean {
  const element = graph?.elements[graph.byId.get(elementId) ?? 0];
  return element !== undefined && element.type !== 'process' && !isCompensationBoundary(element);
}

function isCompensationBoundary(element: GraphElement): boolean {
  return element.type === 'boundaryEvent' && element.triggers.some(({ kind }) => kind === 'compensation');
}

/** Ids of flow nodes where something waits. */
export function waitingAt(instance: InstanceView): ReadonlySet<string> {
  const { state, graphs } = instance;
  const found = new Set<string>();
  for (const node of Object.values(state.status === 'active' ? state.elements : {})) {
    const graph = graphs[node.graph];
    const element = graph?.elements[node.element];
    if (graph === undefined || element === undefined) {
      continue;
    }
    if (!CONTAINERS.includes(element.type)) {
      found.add(element.id);
    }
    const canceledBy = element.type === 'transaction' ? cancelEndOf(instance, node.key) : undefined;
    if (canceledBy !== undefined) {
      found.add(canceledBy);
    }
    for (const [flow, tokens] of Object.entries(node.joins ?? {})) {
      const target = graph.elements[graph.flows[Number(flow)]?.target ?? -1];
      if (tokens > 0 && target !== undefined) {
        found.add(target.id);
      }
    }
  }
  return found;
}

/** The engine has a cancelled transaction wait for its handlers; the format has its cancel end event wait. */
function cancelEndOf({ events, graphs }: InstanceView, transaction: number): string | undefined {
  const at = events.findIndex((event) => event.type === 'transaction-canceled' && event.key === transaction);
  const ends = events.slice(0, Math.max(at, 0)).flatMap((event) => (event.type === 'element-completed' ? [event.element] : []));
  return ends.findLast((id) => graphs.some((graph) => isCancelEnd(graph.elements[graph.byId.get(id) ?? 0])));
}

function isCancelEnd(element: GraphElement | undefined): boolean {
  return element?.type === 'endEvent' && element.throws.some(({ kind }) => kind === 'cancel');
}

/** Everything that ever went wrong in the instance. */
export function incidentsOf({ events }: InstanceView): readonly Incident[] {
  return events.flatMap((event) =>
    event.type === 'incident-raised' ? [{ element: event.element, cause: event.cause, detail: event.detail }] : [],
  );
}

/** Variables at the level of the instance, also when it has ended. */
export function rootVariables({ events }: InstanceView): JsonObject {
  let variables: JsonObject = {};
  for (const event of events) {
    if (event.type === 'instance-started') {
      variables = { ...variables, ...event.variables };
    } else if (event.type === 'variables-set' && event.scope === 1) {
      variables = { ...variables, ...event.values };
    }
  }
  return variables;
}

/** Variables as seen by what waits at the element; undefined when nothing waits there. */
export function visibleAt({ state, graphs }: InstanceView, elementId: string): JsonObject | undefined {
  const waiting = Object.values(state.elements).filter((node) => graphs[node.graph]?.elements[node.element]?.id === elementId);
  // A multi-instance body and its child bear the same id; the child is the one that waits.
  const node = waiting.at(-1);
  return node === undefined ? undefined : visible(state.elements, node);
}

function visible(elements: Readonly<Record<string, ElementInstance>>, node: ElementInstance): JsonObject {
  // A called process is isolated from its caller.
  const parent = node.element === 0 ? undefined : elements[String(node.parent)];
  return { ...(parent === undefined ? {} : visible(elements, parent)), ...node.variables };
}
