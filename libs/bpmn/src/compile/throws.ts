import type { ModdleElement } from 'bpmn-moddle';
import type { DrawnNode } from '../drawing/drawing';
import { eventDefinitionsOf } from '../drawing/kinds';
import type { Throw } from '../graph';
import { elementOf, extensionOf, idOf, written } from '../moddle/access';
import { codeOf } from './codes';
import { reject, type Compiling } from './compiling';
import { marked } from './expressions';
import { jobOf } from './jobs';
import { thrownMessage } from './messages';
import { present } from './present';

/** After these nothing of the scope goes on, so they come last whatever the order drawn: BPMN says all of them occur. */
const FINAL: readonly Throw['kind'][] = ['error', 'terminate', 'cancel'];

/** Everything an event throws. Undefined when a part of it cannot be compiled, which was refused. */
export function throwsOf(compiling: Compiling, node: DrawnNode): readonly Throw[] | undefined {
  const definitions = node.trigger === 'link' ? [] : eventDefinitionsOf(node.element);
  const throws = definitions.map((definition) => throwOf(compiling, node, definition));
  if (!throws.every((thrown) => thrown !== undefined)) {
    return undefined;
  }
  const last = throws.filter(({ kind }) => FINAL.includes(kind));
  if (last.length > 1) {
    const kinds = last.map(({ kind }) => kind);
    reject(compiling, 'element-not-executed', { element: node.element }, { reason: 'several-ends', trigger: node.trigger, kinds });
    return undefined;
  }
  return [...throws.filter(({ kind }) => !FINAL.includes(kind)), ...last];
}

/** Kinds that cannot be thrown were refused by the rule `not-executed` and come out undefined. */
export function throwOf(compiling: Compiling, node: DrawnNode, definition: ModdleElement): Throw | undefined {
  switch (definition.$type) {
    case 'bpmn:MessageEventDefinition':
      return messageThrow(compiling, node, definition);
    case 'bpmn:SignalEventDefinition':
      return signalThrow(compiling, node, definition);
    case 'bpmn:EscalationEventDefinition': {
      const escalationCode = thrownCode(compiling, node, definition, 'escalation');
      return escalationCode === undefined ? undefined : { kind: 'escalation', escalationCode };
    }
    case 'bpmn:ErrorEventDefinition': {
      const errorCode = thrownCode(compiling, node, definition, 'error');
      return errorCode === undefined ? undefined : { kind: 'error', errorCode };
    }
    case 'bpmn:CompensateEventDefinition':
      return compensationThrow(compiling, node, definition);
    case 'bpmn:TerminateEventDefinition':
      return { kind: 'terminate' };
    case 'bpmn:CancelEventDefinition':
      return { kind: 'cancel' };
    default:
      return undefined;
  }
}

/** By a worker, as zeebe has it, or by the engine itself with `thidua:publish`. */
function messageThrow(compiling: Compiling, node: DrawnNode, definition: ModdleElement): Throw | undefined {
  if (extensionOf(node.element, 'zeebe:TaskDefinition') === undefined) {
    const message = thrownMessage(compiling, node, { holder: definition, below: 'messageEventDefinition/@messageRef' });
    return message === undefined ? undefined : { kind: 'message', message };
  }
  if (extensionOf(node.element, 'thidua:Publish') !== undefined) {
    const place = { element: node.element, below: 'extensionElements/thidua:Publish' };
    reject(compiling, 'attribute-not-executed', place, { name: 'thidua:Publish', reason: 'job-sends-it' });
    return undefined;
  }
  const job = jobOf(compiling, node);
  return job === undefined ? undefined : { kind: 'job', job };
}

function signalThrow(compiling: Compiling, node: DrawnNode, definition: ModdleElement): Throw | undefined {
  const reference = elementOf(definition, 'signalRef');
  const place = { element: node.element, below: 'signalEventDefinition/@signalRef' };
  if (reference === undefined) {
    reject(compiling, 'reference-missing', place, { kind: 'signal', value: '' });
    return undefined;
  }
  const signal = marked(compiling, place, written(reference, 'name'));
  return signal === undefined ? undefined : { kind: 'signal', signal };
}

function thrownCode(compiling: Compiling, node: DrawnNode, definition: ModdleElement, kind: 'error' | 'escalation'): string | undefined {
  const code = codeOf(compiling, node, definition, kind);
  if (code !== '') {
    return code;
  }
  const place = { element: node.element, below: `${kind}EventDefinition/@${kind}Ref` };
  reject(compiling, 'reference-missing', place, { kind, value: idOf(elementOf(definition, `${kind}Ref`)) });
  return undefined;
}

function compensationThrow(compiling: Compiling, node: DrawnNode, definition: ModdleElement): Throw | undefined {
  const reference = elementOf(definition, 'activityRef');
  const activity = compiling.process.positions.get(reference);
  if (reference !== undefined && activity === undefined) {
    const place = { element: node.element, below: 'compensateEventDefinition/@activityRef' };
    reject(compiling, 'reference-missing', place, { kind: 'activity', value: idOf(reference) });
    return undefined;
  }
  return present({ kind: 'compensation', activity });
}
