import { parentPort, workerData } from 'node:worker_threads';
import { compileDefinition, type DefinitionSource } from '../graphs/compile';
import { startPlans } from '../starts/start-plans';

/** Entry of the killable thread: compiles the one diagram it was started for, answers what starts its processes, ends. */
async function main({ source, nowMs }: { readonly source: DefinitionSource; readonly nowMs: number }): Promise<void> {
  parentPort?.postMessage(startPlans(await compileDefinition(source), nowMs));
}

// workerData is what starts-isolated.ts hands over.
void main(workerData as { source: DefinitionSource; nowMs: number });
