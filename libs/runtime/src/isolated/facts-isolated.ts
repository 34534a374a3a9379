import { err, ok, type Result } from '@thidua/kernel';
import { sketchDefinition, type DefinitionSource } from '../graphs/compile';
import { diagramFacts, type DiagramFacts } from '../graphs/diagram-facts';
import { inThread } from './in-thread';

export type Facts = Result<DiagramFacts, 'unreadable' | 'over-limit'>;

/**
 * A diagram as plain data, compiled in a killable thread: a large one holds up nobody else.
 * @returns why not: 'unreadable' for a drawing that is wrong still, 'over-limit' when the thread had to be killed
 */
export async function factsIsolated(source: DefinitionSource): Promise<Facts> {
  // Threads run compiled code; under Jest there is none. A definition's row may carry more than travels.
  const { key, xml, resources } = source;
  return __filename.endsWith('.ts')
    ? readFacts({ key, xml, resources })
    : inThread<Facts>('facts-thread.js', { source: { key, xml, resources } }, () => err('over-limit'));
}

/** What the thread does. A drawing may be wrong still: its problems are told elsewhere. */
export async function readFacts(source: DefinitionSource): Promise<Result<DiagramFacts, 'unreadable'>> {
  const graphs = await sketchDefinition(source);
  return graphs === undefined ? err('unreadable') : ok(diagramFacts(graphs));
}
