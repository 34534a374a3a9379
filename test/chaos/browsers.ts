import { alive, runningProcesses } from '../harness/processes';

/** The browsers of a worker, seen from outside: each leads a process group of its own (Linux). */
export class Browsers {
  private readonly groups = new Set<number>();

  constructor(private readonly workerPid: () => number | undefined) {}

  /** Kills one process of a browser that runs now: by turns the browser itself, and one of its children. False: none ran. */
  strike(turn: number): boolean {
    const parent = this.workerPid();
    const all = runningProcesses();
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
    return [...this.groups].reduce((sum, group) => sum + alive(group), 0);
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
