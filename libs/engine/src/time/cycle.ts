import type { TimerCycle } from '../state';
import { nextSlot, parseCron, slotsBetween, type Cron } from './cron';
import { addDuration, parseDuration, type Duration } from './duration';
import { parseInstant } from './instant';

/** A repeating interval or cron expression as read: `startMs` is set when the text names its grid. */
interface ParsedCycle {
  readonly startMs?: number;
  readonly cycle: TimerCycle;
}

/**
 * Reads `Rn/[start/]duration` (`R/` = without end) or a cron expression; undefined when it is neither or its period is not positive.
 */
export function parseCycle(text: string): ParsedCycle | undefined {
  if (!text.startsWith('R')) {
    return 'problem' in parseCron(text) ? undefined : { cycle: { remaining: -1, everyMs: 0, cron: text } };
  }
  const match = /^R(\d*)\/(?:([^/]+)\/)?(-?P[^/]+)$/.exec(text);
  const every = parseDuration(match?.[3] ?? '');
  if (match === null || every === undefined || every.months < 0 || every.ms < 0 || every.months + every.ms === 0) {
    return undefined;
  }
  const remaining = match[1] === '' ? -1 : Number(match[1]);
  const cycle: TimerCycle =
    every.months === 0 ? { remaining, everyMs: every.ms } : { remaining, everyMs: every.ms, everyMonths: every.months };
  if (match[2] === undefined) {
    return { cycle };
  }
  const startMs = parseInstant(match[2]);
  return startMs === undefined ? undefined : { startMs, cycle };
}

/** When a repeating timer read at `nowMs` fires first: at its start, else one period or cron slot from now. Undefined when the text is none. */
export function firstFiring(text: string, nowMs: number): { readonly dueMs: number; readonly cycle: TimerCycle } | undefined {
  const parsed = parseCycle(text);
  if (parsed === undefined) {
    return undefined;
  }
  const { startMs, cycle } = parsed;
  return {
    dueMs: startMs ?? (cycle.cron === undefined ? addDuration(nowMs, periodOf(cycle)) : nextSlot(cronOf(cycle.cron), nowMs)),
    cycle,
  };
}

function periodOf(cycle: TimerCycle): Duration {
  return { months: cycle.everyMonths ?? 0, ms: cycle.everyMs };
}

/**
 * What follows a firing: the next slot of the grid of the previous due date, never counted from now. Slots that have
 * passed meanwhile are skipped, counted, and used up. `next` is absent when no firing is left.
 */
export function afterFiring(
  dueMs: number,
  cycle: TimerCycle,
  nowMs: number,
): { skipped: number; next?: { dueMs: number; cycle: TimerCycle } } {
  const { skipped, due } = following(dueMs, cycle, nowMs);
  if (cycle.remaining < 0) {
    return { skipped, next: { dueMs: due, cycle } };
  }
  const left = cycle.remaining - 1;
  if (skipped >= left) {
    return { skipped: Math.max(left, 0) };
  }
  return { skipped, next: { dueMs: due, cycle: { ...cycle, remaining: left - skipped } } };
}

function following(dueMs: number, cycle: TimerCycle, nowMs: number): { skipped: number; due: number } {
  if (cycle.cron !== undefined) {
    const cron = cronOf(cycle.cron);
    return { skipped: slotsBetween(cron, dueMs, nowMs), due: nextSlot(cron, Math.max(dueMs, nowMs)) };
  }
  if (cycle.everyMonths === undefined) {
    const skipped = Math.max(0, Math.floor((nowMs - dueMs) / cycle.everyMs));
    return { skipped, due: dueMs + cycle.everyMs * (skipped + 1) };
  }
  const period = periodOf(cycle);
  let skipped = 0;
  // From the anchor each time, so that the 31st clamped to the 28th comes back to the 31st.
  while (multiple(dueMs, period, skipped + 1) <= nowMs) {
    skipped += 1;
  }
  return { skipped, due: multiple(dueMs, period, skipped + 1) };
}

function multiple(fromMs: number, { months, ms }: Duration, times: number): number {
  return addDuration(fromMs, { months: months * times, ms: ms * times });
}

function cronOf(text: string): Cron {
  const cron = parseCron(text);
  if ('problem' in cron) {
    throw new Error(`a kept cron expression cannot be read: ${cron.problem}`);
  }
  return cron;
}
