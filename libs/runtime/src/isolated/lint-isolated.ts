import { lintDiagram, type Refusal } from '@thidua/bpmn';
import { surroundingsOf, type SurroundingsData } from '../graphs/compile';
import { inThread } from './in-thread';

/**
 * Examines a diagram somebody uploaded, in a thread that is killed after 30 s or 512 MB: a crafted file holds up nobody else.
 * @returns every refusal and warning, errors first; `over-limit` when the thread had to be killed
 */
export async function lintIsolated(xml: string, data: SurroundingsData): Promise<readonly Refusal[]> {
  // Threads run compiled code; under Jest there is none.
  return __filename.endsWith('.ts')
    ? lintDiagram(xml, await surroundingsOf(data))
    : inThread<readonly Refusal[]>('lint-thread.js', { xml, data }, (refusal) => [refusal]);
}
