import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Broadcaster, Correlator, Definitions, Runtime, tableClock, type RunningClock } from '@thidua/runtime';
import { ClockStore, connect, OutboxStore, type Database } from '@thidua/store';
import { cloneDatabase } from './database';

/** 2026-03-02 09:00 in Vietnam. */
export const BUSINESS_DATE_MS = Date.UTC(2026, 2, 2, 2);
export const PROVINCE = 'HP';
export const ORG = '01900000-0000-7000-8000-000000000001';

const DAY_MS = 86_400_000;

/** A runtime on a database of its own, its clock frozen at the business date. */
export interface RuntimeHarness {
  readonly url: string;
  readonly database: Database;
  readonly clock: RunningClock;
  readonly runtime: Runtime;
  readonly definitions: Definitions;
  /** Releases a diagram of test/harness/runtime-diagrams or test/bench/models; answers its definition id. */
  release(key: string, change?: (xml: string) => string): Promise<string>;
  /** A second runtime on the same database, with a cache of its own: another process. */
  another(options?: { readonly cachedInstances: number }): Runtime;
  advance(ms: number): Promise<void>;
  /** What the worker's relay does, until nothing is left: messages and signals reach whom they reach. Jobs stay. */
  settle(runtime?: Runtime): Promise<void>;
  close(): Promise<void>;
}

export async function openRuntime(): Promise<RuntimeHarness> {
  const { url, drop } = await cloneDatabase();
  const database = await connect({ url, poolSize: 4 });
  const store = new ClockStore(database);
  await database.inTransaction((tx) => store.setTo(tx, BUSINESS_DATE_MS, { frozen: true }));
  const clock = await tableClock(database);
  const make = (options?: { readonly cachedInstances: number }): Runtime =>
    new Runtime({ database, clock, calendar: everyDay, inline: { 'no-op': () => ({}) }, ...options });
  const definitions = new Definitions({ database, clock, jobTypes: ['no-op', 'outside'] });
  const runtime = make();
  return {
    url,
    database,
    clock,
    definitions,
    runtime,
    another: make,
    release: (key, change) => releaseDiagram(database, definitions, key, change),
    settle: (by = runtime) => settle(database, by),
    advance: async (ms) => {
      await database.inTransaction((tx) => store.advance(tx, ms));
      await clock.refresh();
    },
    close: async () => {
      clock.stop();
      await database.close();
      await drop();
    },
  };
}

/** Every day works, so that tests of the runtime need no calendar. */
const everyDay = { addWorkingDays: (fromMs: number, days: number): number => fromMs + days * DAY_MS };

export function diagram(key: string): string {
  const folder = key.match(/^(sequence10|approval4|parallel8)$/) === null ? 'harness/runtime-diagrams' : 'bench/models';
  return readFileSync(join(__dirname, '..', folder, `${key}.bpmn`), 'utf8');
}

/** Rows of one relay at a time, as the worker takes them. */
export async function settle(database: Database, runtime: Runtime): Promise<void> {
  const outbox = new OutboxStore(database);
  const [correlator, broadcaster] = [new Correlator({ database, runtime }), new Broadcaster({ database, runtime })];
  for (let rows = await outbox.take(1000); rows.length > 0; rows = await outbox.take(1000)) {
    for (const { id, kind, provinceId, ref } of rows) {
      if (kind === 'message') {
        await correlator.correlate(provinceId, ref);
      } else if (kind === 'signal') {
        await broadcaster.carry(provinceId, ref);
      }
      await outbox.done(kind === 'job' ? [] : [id]);
    }
  }
}

export async function releaseDiagram(
  database: Database,
  definitions: Definitions,
  key: string,
  change: (xml: string) => string = (xml) => xml,
): Promise<string> {
  const release = { key, name: key, xml: change(diagram(key)), resources: { forms: {}, decisions: {} }, origin: 'shipped/1' };
  const released = await database.inTransaction((tx) => definitions.release(tx, PROVINCE, release));
  if (!released.ok) {
    throw new Error(`${key} is refused: ${JSON.stringify(released.error)}`);
  }
  return released.value.id;
}
