import type { ModdleElement } from 'bpmn-moddle';
import type { DrawnNode } from '../drawing/drawing';
import { eventDefinitionsOf } from '../drawing/kinds';
import type { Catching, CatchTrigger } from '../graph';
import { elementOf, flagOf, written } from '../moddle/access';
import { codeOf } from './codes';
import type { Compiling } from './compiling';
import { feelBody, marked } from './expressions';
import { caughtMessage } from './messages';
import { present } from './present';
import { timerOf } from './timers';

/** Everything an event waits for. Undefined when a part of it cannot be compiled, which was refused. */
export function catchingOf(compiling: Compiling, node: DrawnNode): Catching | undefined {
  const definitions = node.trigger === 'link' ? [] : eventDefinitionsOf(node.element);
  const triggers = definitions.map((definition) => triggerOf(compiling, node, definition));
  const parallelMultiple = triggers.length > 1 && flagOf(node.element, 'parallelMultiple') === true;
  return triggers.every((trigger) => trigger !== undefined) ? { triggers, parallelMultiple } : undefined;
}

/** Kinds an event cannot wait for were refused by the rule `not-executed` and come out undefined. */
function triggerOf(compiling: Compiling, node: DrawnNode, definition: ModdleElement): CatchTrigger | undefined {
  switch (definition.$type) {
    case 'bpmn:TimerEventDefinition': {
      const timer = timerOf(compiling, node, definition);
      return timer === undefined ? undefined : { kind: 'timer', timer };
    }
    case 'bpmn:MessageEventDefinition': {
      const message = caughtMessage(compiling, node, { holder: definition, below: 'messageEventDefinition/@messageRef' });
      return message === undefined ? undefined : { kind: 'message', message };
    }
    case 'bpmn:SignalEventDefinition':
      return signalTrigger(compiling, node, definition);
    case 'bpmn:ConditionalEventDefinition': {
      const place = { element: node.element, below: 'conditionalEventDefinition/condition' };
      const condition = feelBody(compiling, definition, 'condition', place);
      return condition === undefined ? undefined : { kind: 'conditional', condition };
    }
    case 'bpmn:ErrorEventDefinition': {
      const code = codeOf(compiling, node, definition, 'error');
      return code === undefined ? undefined : present({ kind: 'error', errorCode: code === '' ? undefined : code });
    }
    case 'bpmn:EscalationEventDefinition': {
      const code = codeOf(compiling, node, definition, 'escalation');
      return code === undefined ? undefined : present({ kind: 'escalation', escalationCode: code === '' ? undefined : code });
    }
    case 'bpmn:CompensateEventDefinition':
      return { kind: 'compensation' };
    case 'bpmn:CancelEventDefinition':
      return { kind: 'cancel' };
    default:
      return undefined;
  }
}

function signalTrigger(compiling: Compiling, node: DrawnNode, definition: ModdleElement): CatchTrigger | undefined {
  const reference = elementOf(definition, 'signalRef');
  if (reference === undefined) {
    return { kind: 'signal' };
  }
  const place = { element: node.element, below: 'signalEventDefinition/@signalRef' };
  const signal = marked(compiling, place, written(reference, 'name'));
  return signal === undefined ? undefined : { kind: 'signal', signal };
}
