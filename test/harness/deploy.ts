import { readDiagram, type ProcessGraph, type Surroundings } from '@thidua/bpmn';

/** The processes of a diagram through the ordinary import; throws with every reason when it is refused. */
export async function deploy(xml: string, surroundings: Partial<Surroundings> = {}): Promise<ReadonlyMap<string, ProcessGraph>> {
  const nothing: Surroundings = { jobTypes: new Set(), formIds: new Set(), decisions: new Map(), callable: new Set() };
  const read = await readDiagram(xml, { ...nothing, ...surroundings });
  if (!read.ok) {
    throw new Error(`refused: ${JSON.stringify(read.error)}`);
  }
  return read.value.graphs;
}
