import type { ModdleElement } from 'bpmn-moddle';
import { nodeAt, sourcesOf, type DrawnNode, type DrawnProcess } from '../drawing/drawing';
import type { MessageDefinition, ThrowMessage } from '../graph';
import { elementOf, extensionOf, idOf, textOf, written } from '../moddle/access';
import { reject, type Compiling } from './compiling';
import { feel } from './expressions';
import { present } from './present';

const DURATION = /^P(?=[\dT])(\d+W|(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?)$/;

/** What names a message: an event definition or a task; `below` says so in refusals. */
interface Naming {
  readonly holder: ModdleElement;
  readonly below: string;
}

/** A message waited for. Only one that starts a process may do without a correlation key. */
export function caughtMessage(compiling: Compiling, node: DrawnNode, naming: Naming): MessageDefinition | undefined {
  const message = elementOf(naming.holder, 'messageRef');
  const name = messageName(compiling, node, naming);
  const source = textOf(extensionOf(message, 'zeebe:Subscription'), 'correlationKey');
  const starts = startsProcess(compiling.process, node);
  const onePerKey = oncePerKey(compiling, node, starts);
  if (source === undefined) {
    if (!starts) {
      reject(compiling, 'correlation-key-missing', { element: node.element }, { message: written(message, 'name') });
      return undefined;
    }
    return name === undefined ? undefined : present({ name, onePerKey });
  }
  const correlationKey = feel(compiling, { element: node.element, below: 'zeebe:Subscription/@correlationKey' }, source);
  return name === undefined || correlationKey === undefined ? undefined : present({ name, correlationKey, onePerKey });
}

/** `thidua:start onePerKey`, which means something only where a message starts a process. */
function oncePerKey(compiling: Compiling, node: DrawnNode, starts: boolean): true | undefined {
  const value = textOf(extensionOf(node.element, 'thidua:Start'), 'onePerKey');
  if (value === 'true' && starts) {
    return true;
  }
  if (value !== undefined && value !== 'false') {
    reject(compiling, 'attribute-not-executed', { element: node.element, below: 'thidua:Start/@onePerKey' }, { name: 'onePerKey', value });
  }
  return undefined;
}

function startsProcess(process: DrawnProcess, node: DrawnNode): boolean {
  const before = sourcesOf(process, node.incoming);
  return (
    (node.kind === 'startEvent' && node.scope === 0) ||
    node.instantiates ||
    (before.length > 0 && before.every((source) => nodeAt(process, source).instantiates))
  );
}

/** A message thrown: `thidua:publish` says for whom and how long it is kept, since zeebe has no word for it. */
export function thrownMessage(compiling: Compiling, node: DrawnNode, naming: Naming): ThrowMessage | undefined {
  const message = elementOf(naming.holder, 'messageRef');
  const name = messageName(compiling, node, naming);
  const publish = extensionOf(node.element, 'thidua:Publish');
  const source = textOf(publish, 'correlationKey');
  const ttl = textOf(publish, 'ttl');
  const place = { element: node.element, below: 'thidua:Publish' };
  if (source === undefined) {
    reject(compiling, 'correlation-key-missing', place, { message: written(message, 'name') });
    return undefined;
  }
  if (ttl !== undefined && !DURATION.test(ttl)) {
    reject(compiling, 'timer-invalid', { ...place, below: 'thidua:Publish/@ttl' }, { reason: 'not-iso-8601', value: ttl });
    return undefined;
  }
  const correlationKey = feel(compiling, { ...place, below: 'thidua:Publish/@correlationKey' }, source);
  return name === undefined || correlationKey === undefined ? undefined : present({ name, correlationKey, ttl });
}

function messageName(compiling: Compiling, node: DrawnNode, { holder, below }: Naming): string | undefined {
  const message = elementOf(holder, 'messageRef');
  const place = { element: node.element, below };
  const name = written(message, 'name');
  if (name === '') {
    reject(compiling, 'reference-missing', place, { kind: 'message', value: idOf(message) });
    return undefined;
  }
  if (!name.startsWith('=')) {
    return name;
  }
  reject(compiling, 'attribute-not-executed', place, { name: 'message name', value: name });
  return undefined;
}
