import { readdirSync, readFileSync } from 'node:fs';

const TICK_MICROS = 10_000;

/** Processor time of a server's process tree so far, in microseconds; 0 where /proc tells nothing. */
export function treeCpuMicros(parent: number): number {
  let ticks = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const stat = statOf(pid);
    if (stat !== undefined && (Number(pid) === parent || stat.parent === parent)) {
      ticks += stat.ticks;
    }
  }
  return ticks * TICK_MICROS;
}

export function parentOf(pid: number): number | undefined {
  return statOf(String(pid))?.parent;
}

function statOf(pid: string): { parent: number; ticks: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold spaces.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
  } catch (error) {
    if (error instanceof Error && 'code' in error) {
      return undefined; // it ended meanwhile
    }
    throw error;
  }
}
