import { readdirSync, readFileSync } from 'node:fs';

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  /** R, S, D, Z … of proc(5). */
  readonly state: string;
}

/** The browsers of a worker, seen from outside: each leads a process group of its own (Linux). */
export class Browsers {
  private readonly groups = new Set<number>();

  constructor(private readonly workerPid: () => number | undefined) {}

  /** Kills one process of a browser that runs now: by turns the browser itself, and one of its children. False: none ran. */
  strike(turn: number): boolean {
    const parent = this.workerPid();
    const all = processes();
    const leaders = all.filter((one) => one.parent === parent && one.group === one.pid && one.state !== 'Z');
    for (const { pid } of leaders) {
      this.groups.add(pid);
    }
    const leader = leaders.at(turn % Math.max(1, leaders.length));
    const children = all.filter((one) => one.group === leader?.pid && one.pid !== leader.pid);
    const victim = turn % 3 === 2 ? (children[turn % Math.max(1, children.length)] ?? leader) : leader;
    if (victim === undefined) {
      return false;
    }
    kill(victim.pid);
    return true;
  }

  /** Processes of any browser seen, still alive though nobody owns them. */
  orphans(): number {
    return processes().filter((one) => this.groups.has(one.group) && one.state !== 'Z').length;
  }
}

/** Resident memory of a process, MiB. */
export function residentMb(pid: number): number {
  return Number(/^VmRSS:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;
}

function processes(): readonly Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const text = read(`/proc/${name}/stat`);
      const [state = '', parent, group] = text.slice(text.lastIndexOf(')') + 2).split(' ');
      return text === '' ? [] : [{ pid: Number(name), parent: Number(parent), group: Number(group), state }];
    });
}

/** A process may end between the listing and the reading. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) {
      return '';
    }
    throw error;
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') {
      throw error;
    }
  }
}
