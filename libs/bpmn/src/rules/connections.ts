import type { DrawnNode } from '../drawing/drawing';
import { refuse } from '../drawing/place';
import { flagOf } from '../moddle/access';
import type { Refusal } from '../refusal';
import { eachProcess } from './each';
import { isA, kindsOf } from './model';

/** What a kind of node has to do with flows. A reason means: there must be one; `forbidden`: there must be none. */
interface Ways {
  readonly incoming: string | undefined;
  readonly outgoing: string | undefined;
}
const FORBIDDEN = 'forbidden';

/**
 * Every node can be entered and left. In a level without start events what has no way in is a start; without end events what has
 * no way out is an end. Link throws hand over to their catch, compensation handlers and event subprocesses stand alone.
 */
export const connections = eachProcess((process) => {
  return [...process.members].flatMap(([, members]) => {
    const level = levelOf(members);
    return members.flatMap((node) => checkNode(node, level));
  });
});

/** Whether a level has start events and end events. */
interface Level {
  readonly begun: boolean;
  readonly ended: boolean;
}

function levelOf(members: readonly DrawnNode[]): Level {
  const has = (type: string): boolean => members.some((member) => isA(member.element, type));
  return { begun: has('bpmn:StartEvent'), ended: has('bpmn:EndEvent') };
}

function checkNode(node: DrawnNode, level: Level): readonly Refusal[] {
  const ways = waysOf(node, level);
  const count = { incoming: node.incoming.length, outgoing: node.outgoing.length };
  return (['incoming', 'outgoing'] as const).flatMap((way): readonly Refusal[] => {
    const rule = ways[way];
    if (rule === FORBIDDEN) {
      return count[way] > 0 ? [connected(node, way)] : [];
    }
    return rule !== undefined && count[way] === 0 ? [refuse(`${way}-missing`, { element: node.element }, { reason: rule })] : [];
  });
}

function connected(node: DrawnNode, way: 'incoming' | 'outgoing'): Refusal {
  const place = { element: node.element };
  if (isA(node.element, 'bpmn:EndEvent')) {
    return refuse('end-has-outgoing', place);
  }
  if (isA(node.element, 'bpmn:BoundaryEvent')) {
    return refuse(way === 'incoming' ? 'boundary-has-incoming' : 'compensation-boundary-has-outgoing', place);
  }
  return isA(node.element, 'bpmn:Event')
    ? refuse('link-connected', place, { reason: way })
    : refuse(isCompensating(node) ? 'compensation-handler-connected' : 'event-subprocess-connected', place, { reason: way });
}

function waysOf(node: DrawnNode, { begun, ended }: Level): Ways {
  const { element } = node;
  const kinds = kindsOf(element);
  if (flagOf(element, 'triggeredByEvent') === true || isCompensating(node)) {
    return { incoming: FORBIDDEN, outgoing: FORBIDDEN };
  }
  if (isA(element, 'bpmn:StartEvent')) {
    // What flows into a start is told by `start-event`.
    return { incoming: undefined, outgoing: 'start' };
  }
  if (isA(element, 'bpmn:EndEvent')) {
    return { incoming: 'end', outgoing: FORBIDDEN };
  }
  if (isA(element, 'bpmn:BoundaryEvent')) {
    return { incoming: FORBIDDEN, outgoing: kinds.includes('compensate') ? FORBIDDEN : 'boundary' };
  }
  if (isA(element, 'bpmn:IntermediateCatchEvent', 'bpmn:IntermediateThrowEvent')) {
    return intermediateWays(isA(element, 'bpmn:IntermediateCatchEvent'), kinds.includes('link'), begun, ended);
  }
  const begins = flagOf(element, 'instantiate') === true;
  return { incoming: begun && !begins ? 'node' : undefined, outgoing: ended ? 'node' : undefined };
}

function intermediateWays(catches: boolean, link: boolean, begun: boolean, ended: boolean): Ways {
  const incoming = begun ? 'event-in-level' : 'event';
  const outgoing = ended ? 'event-in-level' : 'event';
  return { incoming: link && catches ? FORBIDDEN : incoming, outgoing: link && !catches ? FORBIDDEN : outgoing };
}

function isCompensating(node: DrawnNode): boolean {
  return flagOf(node.element, 'isForCompensation') === true;
}
