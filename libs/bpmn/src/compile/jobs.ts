import type { DrawnNode } from '../drawing/drawing';
import type { JobDefinition } from '../graph';
import { extensionOf, textOf, written } from '../moddle/access';
import { reject, type Compiling } from './compiling';
import { feel } from './expressions';

/** `zeebe:taskDefinition`: a job type the worker knows, or FEEL that names one, and how often it is tried. */
export function jobOf(compiling: Compiling, node: DrawnNode): JobDefinition | undefined {
  const place = { element: node.work, below: 'zeebe:TaskDefinition' };
  const definition = extensionOf(node.work, 'zeebe:TaskDefinition');
  const source = written(definition, 'type');
  const retries = textOf(definition, 'retries') ?? '3';
  if (source === '') {
    reject(compiling, 'job-type-missing', place);
    return undefined;
  }
  if (!/^[1-9]\d?$/.test(retries)) {
    reject(compiling, 'expression-invalid', { ...place, below: `${place.below}/@retries` }, { source: retries, reason: 'not-1-to-99' });
    return undefined;
  }
  const type = source.startsWith('=') ? feel(compiling, place, source) : knownJobType(compiling, node, source);
  return type === undefined ? undefined : { type, retries: Number(retries) };
}

function knownJobType(compiling: Compiling, node: DrawnNode, type: string): string | undefined {
  if (compiling.surroundings.jobTypes.has(type)) {
    return type;
  }
  const place = { element: node.work, below: 'zeebe:TaskDefinition/@type' };
  reject(compiling, 'reference-missing', place, { kind: 'job-type', value: type });
  return undefined;
}
