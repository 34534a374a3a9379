import type { DrawnNode } from '../drawing/drawing';
import type { CallDefinition } from '../graph';
import { elementsOf, extensionOf, flagOf, textOf, written } from '../moddle/access';
import { reject, type Compiling } from './compiling';
import type { Part } from './part';
import { present } from './present';

const BINDINGS = ['latest', 'deployment', 'versionTag'] as const;

/** A process is called by `zeebe:calledElement` or, as plain BPMN has it, by the attribute `calledElement`; both must not differ. */
export function callPart(compiling: Compiling, node: DrawnNode): Part | undefined {
  const called = extensionOf(node.element, 'zeebe:CalledElement');
  const place = { element: node.element, below: 'zeebe:CalledElement/@processId' };
  const plain = textOf(node.element, 'calledElement')?.trim();
  const processId = written(called, 'processId') || written(node.element, 'calledElement');
  if (plain !== undefined && plain !== processId) {
    reject(
      compiling,
      'attribute-not-executed',
      { element: node.element, below: '@calledElement' },
      { name: 'calledElement', value: plain },
    );
    return undefined;
  }
  if (processId.startsWith('=')) {
    reject(compiling, 'attribute-not-executed', place, { name: 'processId', value: processId });
    return undefined;
  }
  const inFile = compiling.drawing.processes.some((process) => process.id === processId);
  if (!inFile && !compiling.surroundings.callable.has(processId)) {
    reject(compiling, 'reference-missing', place, { kind: 'process', value: processId });
    return undefined;
  }
  const bindingType = textOf(called, 'bindingType') ?? 'latest';
  const binding = BINDINGS.find((known) => known === bindingType);
  const versionTag = textOf(called, 'versionTag');
  const at = { element: node.element, below: 'zeebe:CalledElement/@bindingType' };
  if (binding === undefined) {
    reject(compiling, 'attribute-not-executed', at, { name: 'bindingType', value: bindingType });
    return undefined;
  }
  if (binding === 'versionTag' && (versionTag ?? '') === '') {
    reject(compiling, 'reference-missing', at, { kind: 'version-tag', value: '' });
    return undefined;
  }
  const hasOutputs = elementsOf(extensionOf(node.element, 'zeebe:IoMapping'), 'outputParameters').length > 0;
  // As zeebe: everything goes back unless the caller maps outputs or says otherwise.
  const propagateAll = flagOf(called, 'propagateAllChildVariables') ?? !hasOutputs;
  const seesAll = flagOf(called, 'propagateAllParentVariables') ?? true;
  const tag = binding === 'versionTag' ? versionTag : undefined;
  const call: CallDefinition = present({ processId, binding, versionTag: tag, propagateAll, seesAll });
  return { type: 'callActivity', call };
}
