import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { lintDiagram, type Refusal } from '@thidua/bpmn';
import { surroundingsOf, type SurroundingsData } from '../graphs/compile';

const DEADLINE_MS = 5000;
const MEMORY_MB = 512;

/**
 * Examines a diagram somebody uploaded, in a thread that is killed after 5 s or 512 MB: a crafted file holds up nobody else.
 * @returns every refusal and warning, errors first; `over-limit` when the thread had to be killed
 */
export async function lintIsolated(xml: string, data: SurroundingsData): Promise<readonly Refusal[]> {
  // Threads run compiled code; under Jest there is none.
  return __filename.endsWith('.ts') ? lintDiagram(xml, await surroundingsOf(data)) : inThread(xml, data);
}

function inThread(xml: string, data: SurroundingsData): Promise<readonly Refusal[]> {
  const thread = new Worker(join(__dirname, 'lint-thread.js'), {
    workerData: { xml, data },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    env: {},
  });
  return new Promise<readonly Refusal[]>((resolve) => {
    const timer = setTimeout(() => {
      resolve([killed('the examination took longer than 5 s')]);
    }, DEADLINE_MS);
    thread.once('message', (refusals: readonly Refusal[]) => {
      clearTimeout(timer);
      resolve(refusals);
    });
    thread.once('error', () => {
      clearTimeout(timer);
      resolve([killed('the examination ran out of memory or failed')]);
    });
  }).finally(() => thread.terminate());
}

function killed(hint: string): Refusal {
  return { code: 'over-limit', path: '', detail: { limit: 'examination' }, hint, severity: 'error' };
}
