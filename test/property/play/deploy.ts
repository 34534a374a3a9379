import { lintDiagram, readDiagram, type ProcessGraph, type Refusal } from '@thidua/bpmn';
import type { Model } from '../model/model';
import { writeXml } from '../model/write-xml';

const EVERYTHING_THERE: Parameters<typeof readDiagram>[1] = {
  jobTypes: new Set(['work', 'inline']),
  formIds: new Set(),
  decisions: new Map([['rule', { id: 'rule', name: 'rule', evaluate: () => ({ value: true, warnings: [], trace: [] }) }]]),
  callable: new Set(),
};

export type Deployed = { readonly graphs: ReadonlyMap<string, ProcessGraph> } | { readonly refusals: readonly Refusal[] };

/** The model written down and read back by the engine's own reader: its graphs, or why it is refused. */
export async function deploy(model: Model): Promise<Deployed> {
  const read = await readDiagram(writeXml(model), EVERYTHING_THERE);
  return read.ok ? { graphs: read.value.graphs } : { refusals: read.error.filter(({ severity }) => severity === 'error') };
}

/** Whether the modeler is warned that some run of the process may get stuck. */
export async function isWarnedOf(model: Model): Promise<boolean> {
  return (await lintDiagram(writeXml(model), EVERYTHING_THERE)).some(({ code }) => code === 'unsound' || code === 'soundness-unknown');
}
