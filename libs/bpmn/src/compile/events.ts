import type { DrawnNode } from '../drawing/drawing';
import type { Compiling } from './compiling';
import type { Part } from './part';
import { throwsOf } from './throws';
import { catchingOf } from './triggers';

export function startPart(compiling: Compiling, node: DrawnNode): Part | undefined {
  const catching = catchingOf(compiling, node);
  return catching === undefined ? undefined : { type: 'startEvent', interrupting: node.interrupting, ...catching };
}

export function endPart(compiling: Compiling, node: DrawnNode): Part | undefined {
  const throws = throwsOf(compiling, node);
  return throws === undefined ? undefined : { type: 'endEvent', throws };
}

export function intermediateThrowPart(compiling: Compiling, node: DrawnNode): Part | undefined {
  const throws = throwsOf(compiling, node);
  return throws === undefined ? undefined : { type: 'intermediateThrowEvent', throws };
}

export function intermediateCatchPart(compiling: Compiling, node: DrawnNode): Part | undefined {
  const catching = catchingOf(compiling, node);
  return catching === undefined ? undefined : { type: 'intermediateCatchEvent', ...catching };
}

export function boundaryPart(compiling: Compiling, node: DrawnNode): Part | undefined {
  const { attachedTo, interrupting } = node;
  const catching = catchingOf(compiling, node);
  return attachedTo === undefined || catching === undefined ? undefined : { type: 'boundaryEvent', attachedTo, interrupting, ...catching };
}
