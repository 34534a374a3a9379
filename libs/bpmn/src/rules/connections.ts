import { nodeAt, needsIncoming, type DrawnNode, type DrawnProcess } from '../drawing/drawing';
import { refuse } from '../drawing/place';
import type { Refusal, RefusalCode } from '../refusal';
import { eachNode } from './each';

/** Every node can be entered and left: only starts, boundaries and event subprocesses have no way in, only ends no way out. */
export const connections = eachNode((node, process) => {
  const wrong = wrongConnection(node, process);
  return wrong.map((code): Refusal => refuse(code, { element: node.element }));
});

function wrongConnection(node: DrawnNode, process: DrawnProcess): readonly RefusalCode[] {
  const [enters, leaves] = [node.incoming.length > 0, node.outgoing.length > 0];
  switch (node.kind) {
    case 'eventSubProcess':
      return enters || leaves ? ['event-subprocess-connected'] : [];
    case 'endEvent':
      return [...when(leaves, 'end-has-outgoing'), ...when(!enters, 'incoming-missing')];
    case 'boundaryEvent':
      return [
        ...when(enters, 'boundary-has-incoming'),
        ...when(!leaves, 'outgoing-missing'),
        ...when(!isAttached(node, process), 'boundary-unattached'),
      ];
    default:
      return [...when(needsIncoming(node) && !enters, 'incoming-missing'), ...when(!leaves, 'outgoing-missing')];
  }
}

function isAttached(node: DrawnNode, process: DrawnProcess): boolean {
  if (node.attachedTo === undefined) {
    return false;
  }
  const host = nodeAt(process, node.attachedTo);
  return host.element.$instanceOf?.('bpmn:Activity') === true && host.kind !== 'eventSubProcess' && host.scope === node.scope;
}

function when(broken: boolean, code: RefusalCode): readonly RefusalCode[] {
  return broken ? [code] : [];
}
