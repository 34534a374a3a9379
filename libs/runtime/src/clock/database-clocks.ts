import { ClockStore, type Database } from '@thidua/store';
import type { RunningClock } from './clock';

const REAL_EVERY_MS = 30_000;
const MOVABLE_EVERY_MS = 150;

/** Monotonic time plus the offset to PostgreSQL's clock, re-read every 30 s: a jump of the host's clock changes nothing. */
export async function systemClock(database: Database): Promise<RunningClock> {
  const store = new ClockStore(database);
  let offset = 0;
  const refresh = async (): Promise<void> => {
    const before = performance.now();
    const now = await store.databaseNowMs();
    offset = now - (before + performance.now()) / 2;
  };
  return running(refresh, REAL_EVERY_MS, () => performance.now() + offset);
}

/** The movable clock of demo and tests: its offset stands in table `clock`, read by every process within 0.2 s. */
export async function tableClock(database: Database): Promise<RunningClock> {
  const store = new ClockStore(database);
  let setting = { offsetMs: 0, frozenMs: undefined as number | undefined };
  const refresh = async (): Promise<void> => {
    setting = await store.setting();
  };
  return running(refresh, MOVABLE_EVERY_MS, () => (setting.frozenMs ?? Date.now()) + setting.offsetMs);
}

async function running(refresh: () => Promise<void>, everyMs: number, nowMs: () => number): Promise<RunningClock> {
  await refresh();
  // A failed read keeps the last offset: time goes on while the database is away.
  const timer = setInterval(() => void refresh().catch(() => undefined), everyMs);
  timer.unref();
  return {
    nowMs: () => Math.trunc(nowMs()),
    refresh,
    stop: () => {
      clearInterval(timer);
    },
  };
}
