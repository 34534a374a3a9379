import type { Database } from '@thidua/store';
import { DurableHost } from '../conformance/durable/durable-host';
import type { ConformanceHost } from '../conformance/host';
import { MemoryHost } from '../conformance/memory/memory-host';
import { playScenario, type Played } from './play-scenario';
import type { Scenario } from './scenario';
import { partingOf } from './stream';
import { flowsTaken } from './uncovered-flows';
import type { WorkflowSet } from './workflow-set';

export interface ScenarioResult {
  /** Vietnamese lines, each with the field it is about; empty: passed. */
  readonly faults: readonly string[];
  /** `process/flow`. */
  readonly flows: readonly string[];
}

/** Plays a scenario on the engine in memory and on the runtime with PostgreSQL, and holds the event streams against each other. */
export async function runScenario(
  scenario: Scenario,
  set: WorkflowSet,
  { database, tenant }: { readonly database: Database; readonly tenant: string },
): Promise<ScenarioResult> {
  const memory = await playOn(new MemoryHost({}, set.place), scenario, set);
  const durable = await playOn(
    new DurableHost({ database, provinceId: tenant, inline: {}, crash: false, place: set.place }),
    scenario,
    set,
  );
  const parting = partingOf(memory.instances, durable.instances);
  const faults = [
    ...lines('trong bộ nhớ', memory),
    ...lines('trên PostgreSQL', durable),
    ...(parting === undefined
      ? []
      : [
          `sự kiện ${parting.event} của quy trình thứ ${parting.instance} khác nhau: trong bộ nhớ ${JSON.stringify(parting.memory)}; ` +
            `trên PostgreSQL ${JSON.stringify(parting.durable)}`,
        ]),
  ];
  return { faults, flows: flowsTaken(memory.instances) };
}

async function playOn(host: ConformanceHost, scenario: Scenario, set: WorkflowSet): Promise<Played> {
  try {
    return await playScenario(scenario, set, host);
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { faults: [{ field: 'máy', sentence: `Lỗi ngoài dự kiến: ${text}` }], instances: [] };
  } finally {
    await host.close();
  }
}

function lines(where: string, { faults }: Played): readonly string[] {
  return faults.map(({ field, sentence }) => `${where}: ${field}: ${sentence}`);
}
