import { compileDefinition, today, type CompiledDefinition } from '@thidua/runtime';
import type { DefinitionRecord } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import { refuseDiagram } from '../problem-view';
import { definitionFor } from '../read-definitions';

export type Graph = CompiledDefinition['graph'];

/** One version as it is compared: its own process with the forms and decisions of its release. */
export interface Side {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly version: number;
  readonly status: DefinitionRecord['status'];
  readonly graph: Graph;
  readonly record: DefinitionRecord;
}

/**
 * A version ready to be compared; a draft is read anew each time, since it changes.
 * @throws Refused not-found, diagram-refused
 */
export async function sideOf(deps: CaseworkDeps, provinceId: string, definitionId: string): Promise<Side> {
  const record = await definitionFor(deps, provinceId, definitionId);
  const { id, key, name, version, status } = record;
  const isReleased = status === 'published' || status === 'retired';
  const graph = isReleased ? (await deps.runtime.graphs.definition(provinceId, id)).graph : await draftGraph(deps, provinceId, record);
  return { id, key, name, version, status, graph, record };
}

/** Only a version in force takes instances: published, and its day has come. */
export function takesInstances({ clock }: Pick<CaseworkDeps, 'clock'>, { status, record }: Side): boolean {
  return status === 'published' && (record.effectiveFrom ?? '') <= today(clock);
}

async function draftGraph(deps: CaseworkDeps, provinceId: string, record: DefinitionRecord): Promise<Graph> {
  const refusals = await deps.definitions.lint(provinceId, record.xml, record.resources, [record.key]);
  const errors = refusals.filter((one) => one.severity === 'error');
  const [graph] = errors.length === 0 ? await compileDefinition(record) : [];
  return graph ?? refuseDiagram(errors);
}
