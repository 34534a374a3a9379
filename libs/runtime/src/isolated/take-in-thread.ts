import { parentPort, workerData } from 'node:worker_threads';
import { takeInDiagram } from '@thidua/bpmn';

/** Entry of the killable thread: takes in the one file it was started for, answers, ends. */
async function main({ xml }: { readonly xml: string }): Promise<void> {
  parentPort?.postMessage(await takeInDiagram(xml));
}

// workerData is what take-in-isolated.ts hands over.
void main(workerData as { xml: string });
