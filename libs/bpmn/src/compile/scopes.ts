import { membersOf, type DrawnNode, type DrawnProcess } from '../drawing/drawing';
import type { AdHocDefinition } from '../graph';
import { elementOf, extensionOf, flagOf, textOf } from '../moddle/access';
import type { Compiling } from './compiling';
import { feel, feelBody } from './expressions';
import type { Part } from './part';
import { present } from './present';

type Scope = 'process' | 'subProcess' | 'eventSubProcess' | 'transaction';

export function scopePart({ process }: Compiling, node: DrawnNode): Part {
  // Called for these kinds alone.
  const type = node.kind as Scope;
  return { type, starts: beginning(process, node), eventSubProcesses: eventSubProcesses(process, node) };
}

export function adHocPart(compiling: Compiling, node: DrawnNode): Part | undefined {
  const { process } = compiling;
  const source = textOf(extensionOf(node.element, 'zeebe:AdHoc'), 'activeElementsCollection');
  const place = { element: node.element, below: 'zeebe:AdHoc/@activeElementsCollection' };
  const activeElements = source === undefined ? undefined : feel(compiling, place, source);
  const hasCondition = elementOf(node.element, 'completionCondition') !== undefined;
  const completionCondition = feelBody(compiling, node.element, 'completionCondition');
  if ((source !== undefined && activeElements === undefined) || (hasCondition && completionCondition === undefined)) {
    return undefined;
  }
  const adHoc: AdHocDefinition = present({
    ordering: textOf(node.element, 'ordering') === 'Sequential' ? 'sequential' : 'parallel',
    activeElements,
    completionCondition,
    cancelRemaining: flagOf(node.element, 'cancelRemainingInstances') !== false,
    activities: beginning(process, node),
  });
  return { type: 'adHocSubProcess', starts: [], eventSubProcesses: eventSubProcesses(process, node), adHoc };
}

function beginning(process: DrawnProcess, scope: DrawnNode): readonly number[] {
  return membersOf(process, scope.index).flatMap((node) => (node.begins ? [node.index] : []));
}

function eventSubProcesses(process: DrawnProcess, scope: DrawnNode): readonly number[] {
  return membersOf(process, scope.index).flatMap((node) => (node.kind === 'eventSubProcess' ? [node.index] : []));
}
