import { readdirSync, readFileSync } from 'node:fs';

/** Memory of a process group in MiB, shared pages counted once among its members (Linux; elsewhere 0: nothing is known). */
export function groupMemoryMb(group: number): number {
  if (process.platform !== 'linux') {
    return 0;
  }
  const members = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && groupOf(name) === group);
  return members.reduce((sum, pid) => sum + proportionalKb(pid), 0) / 1024;
}

/** Field 5 of proc(5) `stat`, behind the name, which may hold spaces and brackets. */
function groupOf(pid: string): number {
  const text = read(`/proc/${pid}/stat`);
  return Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[2] ?? 0);
}

function proportionalKb(pid: string): number {
  return Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
}

/** A process may end between the listing and the reading, or belong to somebody else. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) {
      return '';
    }
    throw error;
  }
}
