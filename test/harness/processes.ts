import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** A process as proc(5) tells of it. */
export interface RunningProcess {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  /** R, S, D, Z …; a zombie waits for its parent only. */
  readonly state: string;
  /** Processor time used, in ticks of 10 ms. */
  readonly ticks: number;
}

/** Every process of the machine (Linux; elsewhere none is seen). */
export function runningProcesses(): readonly RunningProcess[] {
  const names = existsSync('/proc/self/stat') ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : [];
  return names.flatMap((name) => {
    const text = readOfProcess(Number(name), 'stat');
    // Behind the name, which may hold spaces and brackets.
    const [state = '', ...rest] = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const numbers = rest.map(Number);
    const at = (index: number): number => numbers[index] ?? 0;
    return text === '' ? [] : [{ pid: Number(name), parent: at(0), group: at(1), state, ticks: at(10) + at(11) }];
  });
}

/** Whoever of a process group still runs. */
export function alive(group: number): number {
  return runningProcesses().filter((one) => one.group === group && one.state !== 'Z').length;
}

/** Resident memory of a process, MiB. */
export function residentMb(pid: number): number {
  return Number(/^VmRSS:\s+(\d+)/m.exec(readOfProcess(pid, 'status'))?.[1] ?? 0) / 1024;
}

/** Words of its command line, a zero byte behind each. */
export function commandOf(pid: number): string {
  return readOfProcess(pid, 'cmdline');
}

/** '' of a process that ended between the listing and the reading. */
function readOfProcess(pid: number, what: 'stat' | 'status' | 'cmdline'): string {
  try {
    return readFileSync(`/proc/${String(pid)}/${what}`, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) {
      return '';
    }
    throw error;
  }
}
