import type { DrawnNode } from '../drawing/drawing';
import { extensionOf, textOf, written } from '../moddle/access';
import { reject, type Compiling } from './compiling';
import { feel } from './expressions';
import { jobOf } from './jobs';
import { caughtMessage, thrownMessage } from './messages';
import type { Part } from './part';
import { VARIABLE } from './names';

export function serviceTaskPart(compiling: Compiling, node: DrawnNode): Part | undefined {
  const job = jobOf(compiling, node);
  return job === undefined ? undefined : { type: 'serviceTask', job };
}

export function businessRulePart(compiling: Compiling, node: DrawnNode): Part | undefined {
  const called = extensionOf(node.work, 'zeebe:CalledDecision');
  const below = 'zeebe:CalledDecision';
  const decisionId = written(called, 'decisionId');
  const decision = compiling.surroundings.decisions.get(decisionId);
  if (decision === undefined) {
    reject(compiling, 'reference-missing', { element: node.work, below: `${below}/@decisionId` }, { kind: 'decision', value: decisionId });
  }
  const resultVariable = resultVariableOf(compiling, node, 'zeebe:CalledDecision');
  return decision === undefined || resultVariable === undefined ? undefined : { type: 'businessRuleTask', decision, resultVariable };
}

/** FEEL alone: no script language runs on the server (engine.md 1.3). */
export function scriptPart(compiling: Compiling, node: DrawnNode): Part | undefined {
  const place = { element: node.work, below: 'zeebe:Script/@expression' };
  const expression = feel(compiling, place, textOf(extensionOf(node.work, 'zeebe:Script'), 'expression'));
  const resultVariable = resultVariableOf(compiling, node, 'zeebe:Script');
  return expression === undefined || resultVariable === undefined ? undefined : { type: 'scriptTask', expression, resultVariable };
}

function resultVariableOf(compiling: Compiling, node: DrawnNode, type: string): string | undefined {
  const resultVariable = written(extensionOf(node.work, type), 'resultVariable');
  if (VARIABLE.test(resultVariable)) {
    return resultVariable;
  }
  reject(compiling, 'target-invalid', { element: node.work, below: `${type}/@resultVariable` }, { value: resultVariable });
  return undefined;
}

export function receivePart(compiling: Compiling, node: DrawnNode): Part | undefined {
  const message = caughtMessage(compiling, node, { holder: node.element, below: '@messageRef' });
  return message === undefined
    ? undefined
    : { type: 'receiveTask', instantiate: node.instantiates, triggers: [{ kind: 'message', message }], parallelMultiple: false };
}

export function sendPart(compiling: Compiling, node: DrawnNode): Part | undefined {
  const message = thrownMessage(compiling, node, { holder: node.element, below: '@messageRef' });
  return message === undefined ? undefined : { type: 'sendTask', message };
}
