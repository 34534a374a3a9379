import { nodeAt, type DrawnNode, type DrawnProcess } from '../drawing/drawing';
import { refuse } from '../drawing/place';
import { flagOf } from '../moddle/access';
import { eachNode } from './each';
import { isA, kindsOf } from './model';

const NEVER = ['link', 'terminate'];
const MUST_INTERRUPT = ['error', 'cancel', 'compensate'];

/** A boundary event stands on an activity of its own level, says what it catches, and interrupts where it must. */
export const boundaryEvent = eachNode((node, process) => {
  if (!isA(node.element, 'bpmn:BoundaryEvent')) {
    return [];
  }
  const place = { element: node.element };
  const kinds = kindsOf(node.element);
  const wrong = (reason: string): ReturnType<typeof refuse> => refuse('boundary-trigger-invalid', place, { reason, kinds });
  const interrupts = flagOf(node.element, 'cancelActivity') !== false;
  return [
    ...(isAttached(node, process) ? [] : [refuse('boundary-unattached', place)]),
    ...(kinds.length === 0 ? [wrong('none')] : []),
    ...(kinds.some((kind) => NEVER.includes(kind)) ? [wrong('kind')] : []),
    ...(!interrupts && kinds.some((kind) => MUST_INTERRUPT.includes(kind)) ? [wrong('must-interrupt')] : []),
    ...(kinds.includes('cancel') && !isA(hostOf(node, process)?.element, 'bpmn:Transaction') ? [wrong('cancel')] : []),
  ];
});

function hostOf(node: DrawnNode, process: DrawnProcess): DrawnNode | undefined {
  return node.attachedTo === undefined ? undefined : nodeAt(process, node.attachedTo);
}

function isAttached(node: DrawnNode, process: DrawnProcess): boolean {
  const host = hostOf(node, process);
  return isA(host?.element, 'bpmn:Activity') && host?.scope === node.scope && flagOf(host.element, 'triggeredByEvent') !== true;
}
