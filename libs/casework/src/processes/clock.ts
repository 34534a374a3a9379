import { dayOf, instantOf, isoOf } from '@thidua/kernel';
import { ClockStore } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { Refused } from '../refused';

export const clock: Handler<'clock'> = (deps) => Promise.resolve(clockView(deps));

/** Moves the simulated clock forward, never back: by working days, or to an instant of a year whose calendar is known. */
export const advanceClock: Handler<'advanceClock'> = async (deps, { body }) => {
  if (!deps.demo || !deps.simulatedClock) {
    throw new Refused('forbidden', { reason: 'clock-is-real' });
  }
  await deps.clock.refresh();
  const nowMs = deps.clock.nowMs();
  const toMs = body.to === undefined ? inWorkingDays(deps, nowMs, body.workingDays ?? 1) : Date.parse(body.to);
  if (toMs <= nowMs) {
    throw new Refused('request-invalid', { fields: [{ path: 'to', problem: 'not-later', kind: 'custom' }] });
  }
  // Asks the calendar of that day, so that no deadline ends up in a year nobody knows the holidays of.
  deps.calendar.isWorkingDay(dayOf(toMs));
  const store = new ClockStore(deps.database);
  await deps.database.inTransaction(async (tx) => {
    await store.advance(tx, toMs - nowMs);
  });
  await deps.clock.refresh();
  return clockView(deps);
};

function inWorkingDays({ calendar }: CaseworkDeps, nowMs: number, days: number): number {
  const today = dayOf(nowMs);
  const timeOfDay = nowMs - instantOf(today);
  return instantOf(calendar.addWorkingDays(today, days)) + timeOfDay;
}

function clockView({ clock: running, simulatedClock }: CaseworkDeps): { now: string; simulated: boolean } {
  return { now: isoOf(running.nowMs()), simulated: simulatedClock };
}
