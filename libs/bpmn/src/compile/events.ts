import type { ModdleElement } from 'bpmn-moddle';
import { eventDefinitionsOf } from '../drawing/draw';
import type { DrawnNode } from '../drawing/drawing';
import type { CatchTrigger } from '../graph';
import { elementOf, textOf } from '../moddle/access';
import { reject, type Compiling } from './compiling';
import { caughtMessage, thrownMessage } from './messages';
import type { Part } from './part';
import { present } from './present';
import { timerOf } from './timers';

/** Start, end, intermediate and boundary events. Triggers that are not executed were refused by the rules and come out undefined. */
export function eventPart(compiling: Compiling, node: DrawnNode): Part | undefined {
  const definition = eventDefinitionsOf(node.element)[0];
  switch (node.kind) {
    case 'startEvent':
      return startPart(compiling, node, definition);
    case 'endEvent':
      return endPart(compiling, node, definition);
    case 'intermediateThrowEvent':
      return throwPart(compiling, node, definition);
    case 'intermediateCatchEvent': {
      const trigger = catchTrigger(compiling, node, definition);
      return trigger === undefined ? undefined : { type: 'intermediateCatchEvent', trigger };
    }
    default:
      return boundaryPart(compiling, node, definition);
  }
}

function startPart(compiling: Compiling, node: DrawnNode, definition: ModdleElement | undefined): Part | undefined {
  const { interrupting } = node;
  if (node.trigger === 'none') {
    return { type: 'startEvent', trigger: { kind: 'none' }, interrupting };
  }
  if (node.trigger === 'error') {
    return { type: 'startEvent', trigger: present({ kind: 'error', errorCode: errorCode(definition) }), interrupting };
  }
  const trigger = catchTrigger(compiling, node, definition);
  return trigger === undefined ? undefined : { type: 'startEvent', trigger, interrupting };
}

function endPart(compiling: Compiling, node: DrawnNode, definition: ModdleElement | undefined): Part | undefined {
  if (node.trigger === 'none' || node.trigger === 'terminate') {
    return { type: 'endEvent', trigger: { kind: node.trigger } };
  }
  if (node.trigger === 'error') {
    const code = errorCode(definition);
    const place = { element: node.element, below: 'errorEventDefinition/@errorRef' };
    if (code !== undefined) {
      return { type: 'endEvent', trigger: { kind: 'error', errorCode: code } };
    }
    reject(compiling, 'reference-missing', place, { kind: 'error', value: '' });
    return undefined;
  }
  const message = node.trigger === 'message' && definition !== undefined ? thrownMessage(compiling, node, definition) : undefined;
  return message === undefined ? undefined : { type: 'endEvent', trigger: { kind: 'message', message } };
}

function throwPart(compiling: Compiling, node: DrawnNode, definition: ModdleElement | undefined): Part | undefined {
  if (node.trigger === 'none') {
    return { type: 'intermediateThrowEvent', trigger: { kind: 'none' } };
  }
  const message = node.trigger === 'message' && definition !== undefined ? thrownMessage(compiling, node, definition) : undefined;
  return message === undefined ? undefined : { type: 'intermediateThrowEvent', trigger: { kind: 'message', message } };
}

function boundaryPart(compiling: Compiling, node: DrawnNode, definition: ModdleElement | undefined): Part | undefined {
  const { attachedTo, interrupting } = node;
  if (attachedTo === undefined) {
    return undefined;
  }
  if (node.trigger === 'error') {
    if (!interrupting) {
      reject(compiling, 'attribute-not-executed', { element: node.element, below: '@cancelActivity' }, { name: 'cancelActivity' });
      return undefined;
    }
    return { type: 'boundaryEvent', attachedTo, interrupting, trigger: present({ kind: 'error', errorCode: errorCode(definition) }) };
  }
  const trigger = catchTrigger(compiling, node, definition);
  return trigger === undefined ? undefined : { type: 'boundaryEvent', attachedTo, interrupting, trigger };
}

function catchTrigger(compiling: Compiling, node: DrawnNode, definition: ModdleElement | undefined): CatchTrigger | undefined {
  if (definition === undefined) {
    return undefined;
  }
  if (node.trigger === 'timer') {
    const timer = timerOf(compiling, node, definition);
    return timer === undefined ? undefined : { kind: 'timer', timer };
  }
  const message = node.trigger === 'message' ? caughtMessage(compiling, node, definition) : undefined;
  return message === undefined ? undefined : { kind: 'message', message };
}

function errorCode(definition: ModdleElement | undefined): string | undefined {
  const code = textOf(elementOf(definition, 'errorRef'), 'errorCode')?.trim();
  return code === '' ? undefined : code;
}
