import { flowAt, nodeAt, type DrawnNode, type DrawnProcess } from '../drawing/drawing';
import { refuse } from '../drawing/place';
import { elementOf, flagOf } from '../moddle/access';
import type { Refusal } from '../refusal';
import { eachNode } from './each';
import { isA, kindsOf } from './model';

const AWAITED = ['message', 'signal', 'timer', 'conditional'];

/**
 * An event-based gateway leads, without conditions, to at least two things that wait: catch events, or receive tasks, which
 * nothing else leads to. One that begins a process has no way in; the same holds for a receive task that does.
 */
export const eventBasedGateway = eachNode((node, process) => {
  const begins = flagOf(node.element, 'instantiate') === true && node.incoming.length > 0;
  const isGateway = isA(node.element, 'bpmn:EventBasedGateway');
  const reason = isGateway ? 'event-gateway' : 'receive';
  return [
    ...(begins ? [refuse('start-has-incoming', { element: node.element }, { reason, flows: idsOf(process, node.incoming) })] : []),
    ...(isGateway ? checkGateway(node, process) : []),
  ];
});

function checkGateway(node: DrawnNode, process: DrawnProcess): readonly Refusal[] {
  const flows = node.outgoing.map((index) => flowAt(process, index));
  const targets = flows.flatMap((flow) => (flow.target === undefined ? [] : [nodeAt(process, flow.target)]));
  const wrong = (reason: string, place = node, detail = {}): Refusal =>
    refuse('event-gateway-invalid', { element: place.element }, { reason, gateway: node.id, ...detail });
  const receives = targets.filter(isReceive);
  const messages = targets.filter((target) => kindsOf(target.element).includes('message'));
  return [
    ...(node.outgoing.length < 2 ? [wrong('single-outgoing')] : []),
    ...flows
      .filter((flow) => elementOf(flow.element, 'conditionExpression') !== undefined)
      .map((flow) => refuse('event-gateway-invalid', { element: flow.element }, { reason: 'condition', gateway: node.id })),
    ...targets.filter((target) => !isAwaited(target)).map((target) => wrong('target-kind', target)),
    ...(receives.length > 0 && messages.length > 0 ? [wrong('message-and-receive')] : []),
    ...receives.filter((target) => target.boundaries.length > 0).map((target) => wrong('target-has-boundary', target)),
    ...targets.filter((target) => target.incoming.length > 1).map((target) => wrong('target-has-other-incoming', target)),
  ];
}

function isAwaited(target: DrawnNode): boolean {
  const kinds = kindsOf(target.element);
  const waits = isA(target.element, 'bpmn:IntermediateCatchEvent') && kinds.length > 0 && kinds.every((kind) => AWAITED.includes(kind));
  return isReceive(target) || waits;
}

function isReceive(target: DrawnNode): boolean {
  return isA(target.element, 'bpmn:ReceiveTask');
}

function idsOf(process: DrawnProcess, flows: readonly number[]): readonly string[] {
  return flows.map((flow) => flowAt(process, flow).id);
}
