import { monitorEventLoopDelay } from 'node:perf_hooks';
import { lintIsolated, type SurroundingsData } from '@thidua/runtime';
import { BpmnModdle } from 'bpmn-moddle';
import type { Bench, BenchCase } from './bench';
import { largeDiagram } from './large-diagram';

/** With their flows more than 10,000 elements. */
const NODES = 5_000;
/** Longest the loop of the api may be held meanwhile. */
const PAUSE_MS = 500;
const NS_PER_MS = 1e6;

const xml = largeDiagram(NODES);
const data: SurroundingsData = { jobTypes: ['no-op'], formIds: [], decisions: {}, callable: [] };

/** Scan, parse, every rule and compile, in the thread the api uses: nothing wrong is found, and the loop here goes on. */
async function lint(): Promise<void> {
  const refusals = await lintIsolated(xml, data);
  const [first] = refusals;
  if (first !== undefined) {
    throw new Error(`the large diagram is not clean: ${first.code} ${first.path} ${JSON.stringify(first.detail)}`);
  }
}

const lint10k: BenchCase = {
  name: 'lint-10k',
  unit: 'diagram of 10,000 elements',
  verify: async () => {
    const delay = monitorEventLoopDelay();
    delay.enable();
    await lint();
    delay.disable();
    if (delay.max / NS_PER_MS > PAUSE_MS) {
      throw new Error(`the event loop was held for ${Math.round(delay.max / NS_PER_MS)} ms`);
    }
  },
  run: async (units) => {
    for (let unit = 0; unit < units; unit += 1) {
      await lint();
    }
  },
};

/** The parser alone: nobody reads BPMN with less. */
const parse10k: BenchCase = {
  name: 'parse-10k',
  unit: 'diagram of 10,000 elements',
  run: async (units) => {
    for (let unit = 0; unit < units; unit += 1) {
      await new BpmnModdle({}).fromXML(xml);
    }
  },
};

export const lintBench: Bench = { name: 'lint', limit: parse10k, cases: [lint10k] };
