import type { GraphElement } from '@thidua/bpmn';
import type { JsonObject } from '@thidua/kernel';
import type { Behaviour, ElementOf } from '../behaviour';
import { completeElement } from '../complete';
import { isFault, raiseIncident } from '../incidents';
import { elementAt } from '../plan';
import { activate, emit, endElement, graphOf, elementOf, type Run } from '../run';
import type { ElementInstance } from '../state';
import { openWaits, planWaits } from '../triggers';
import { closeWaitsOf } from '../waits';
import { must } from '../must';

/** Holds what all the events behind it wait for; the first to come wins, and only that one is ever entered. */
export const eventBasedGateway = {
  enter(run, node, element) {
    const graph = graphOf(run, node.graph);
    const targets = element.outgoing.map((flow) => elementAt(graph, must(graph.flows[flow], 'flow', flow).target));
    const plans = planWaits(run, node.key, targets);
    if (isFault(plans)) {
      raiseIncident(run, node, element, plans);
    } else {
      openWaits(run, node.key, plans);
    }
  },
} satisfies Behaviour<ElementOf<'eventBasedGateway'>>;

/** The event behind the gateway has come: it is entered and left at once. */
export function passGateway(run: Run, gateway: ElementInstance, event: GraphElement, brought: JsonObject): void {
  const element = elementOf(run, gateway);
  const { flows } = graphOf(run, gateway.graph);
  const into = event.incoming.map((index) => must(flows[index], 'flow', index));
  const flow = must(
    into.find(({ source }) => source === element.index),
    'flow to',
    event.id,
  );
  closeWaitsOf(run, gateway.key);
  endElement(run, gateway, element, 'completed');
  emit(run, { v: 1, type: 'flow-taken', scope: gateway.parent, flow: flow.id, graph: gateway.graph });
  completeElement(run, activate(run, gateway.parent, gateway.graph, event), event, brought);
}
