import { parentPort, workerData } from 'node:worker_threads';
import type { DefinitionSource } from '../graphs/compile';
import { readFacts } from './facts-isolated';

/** Entry of the killable thread: compiles the one diagram it was started for, answers it as plain data, ends. */
async function main({ source }: { readonly source: DefinitionSource }): Promise<void> {
  parentPort?.postMessage(await readFacts(source));
}

// workerData is what facts-isolated.ts hands over.
void main(workerData as { source: DefinitionSource });
