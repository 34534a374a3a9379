import { parentPort, workerData } from 'node:worker_threads';
import { lintDiagram } from '@thidua/bpmn';
import { surroundingsOf, type SurroundingsData } from '../graphs/compile';

/** Entry of the killable thread: lints the one diagram it was started for, answers, ends. */
async function main({ xml, data }: { readonly xml: string; readonly data: SurroundingsData }): Promise<void> {
  parentPort?.postMessage(await lintDiagram(xml, await surroundingsOf(data)));
}

// workerData is what lint-isolated.ts hands over.
void main(workerData as { xml: string; data: SurroundingsData });
