// @ts-check
// One launcher per data folder. A lock whose owner is gone is taken over, and what the dead owner left running is ended first.
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { identify, stillRuns, waitUntil } from './processes.mjs';

export class AlreadyRunning extends Error {
  constructor(pid) {
    super(
      `Đã có một trình khởi động khác đang chạy trên thư mục dữ liệu này (pid ${pid}) / another launcher already uses this data folder (pid ${pid})`,
    );
  }
}

/**
 * Takes the lock or throws AlreadyRunning.
 * @returns {Promise<{ note: (children: number[]) => void, release: () => void }>} `note` writes down our children for a later takeover
 */
export async function takeLock(file) {
  const write = (path, children) => writeFileSync(path, JSON.stringify({ ...identify(process.pid), children: children.map(identify) }));
  const mine = `${file}.${process.pid}`;
  write(mine, []);
  try {
    // A hard link is created whole or not at all: nobody ever reads a half-written lock.
    for (let attempt = 0; !tryLink(mine, file); attempt += 1) {
      if (attempt === 20) throw new Error(`Không khoá được ${file} / cannot lock ${file}`);
      await removeStale(file);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  return {
    note: (children) => {
      write(mine, children);
      renameSync(mine, file);
    },
    release: () => rmSync(file, { force: true }),
  };
}

function tryLink(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

async function removeStale(file) {
  const seen = readOwner(file);
  if (seen === undefined) return;
  if (stillRuns(seen)) throw new AlreadyRunning(seen.pid);
  for (const child of seen.children) await endLeftover(child);
  // Two newcomers may be here at once: only the one that moves the very file it judged has removed it.
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  const moved = readOwner(aside);
  if (moved !== undefined && moved.pid !== seen.pid) tryLink(aside, file);
  rmSync(aside, { force: true });
}

function readOwner(file) {
  try {
    const owner = JSON.parse(readFileSync(file, 'utf8'));
    return { pid: Number(owner.pid), started: owner.started ?? null, children: owner.children ?? [] };
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    if (error instanceof SyntaxError) return { pid: -1, started: null, children: [] };
    throw error;
  }
}

/** Children leave by themselves when the launcher's channel closes; one that does not within five seconds is killed. */
async function endLeftover(child) {
  if (await waitUntil(() => !stillRuns(child), 5000)) return;
  process.kill(child.pid, 'SIGKILL');
}
