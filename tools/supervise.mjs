// @ts-check
// Keeps one child process running: restarts it with a growing pause when it dies, ends it when told to.
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;
const STEADY = 60_000;
const LOG_LIMIT = 20_000_000;
const GRACE = 15_000;
/** libs/config's BEGINS_ANEW: the child asks to be started again. */
const BEGINS_ANEW = 75;

/**
 * @typedef {{ pid: () => number | undefined, failures: () => number, tail: () => string, renew: (extra: NodeJS.ProcessEnv) => Promise<void>, stop: () => Promise<void> }} Supervised
 * @param {{ script: string, cwd: string, env: NodeJS.ProcessEnv, log: string, restart?: boolean,
 *   onMessage?: (message: any) => void, onChange?: () => void, onCrash?: (why: string) => void }} options
 *   the child has an IPC channel and leaves when it closes; it is its own process group, so Ctrl-C reaches only the launcher
 * @returns {Supervised}
 */
export function supervise({ script, cwd, env, log, restart = true, onMessage, onChange, onCrash }) {
  let child;
  let stopping = false;
  let failures = 0;
  let timer;

  const start = (extra = {}) => {
    const out = openLog(log);
    const from = Date.now();
    child = spawn(process.execPath, ['--enable-source-maps', script], {
      cwd,
      env: { ...env, ...extra },
      detached: true,
      stdio: ['ignore', out, out, 'ipc'],
    });
    closeSync(out);
    if (onMessage !== undefined) child.on('message', onMessage);
    child.once('error', () => undefined);
    child.once('exit', (code, signal) => {
      child = undefined;
      if (stopping) return;
      if (code === BEGINS_ANEW) {
        start();
        return;
      }
      failures = Date.now() - from > STEADY ? 1 : failures + 1;
      onCrash?.(signal ?? `exit ${code}`);
      onChange?.();
      if (restart) timer = setTimeout(() => start(), Math.min(FIRST_PAUSE * 2 ** (failures - 1), LONGEST_PAUSE));
    });
    onChange?.();
  };

  const stop = async () => {
    stopping = true;
    clearTimeout(timer);
    const leaving = child;
    if (leaving === undefined) return;
    const gone = new Promise((resolve) => leaving.once('exit', resolve));
    leaving.kill('SIGTERM');
    const hard = setTimeout(() => leaving.kill('SIGKILL'), GRACE);
    await gone;
    clearTimeout(hard);
  };

  /** Ends the child and starts it once with extra variables; if it dies, the next life is an ordinary one again. */
  const renew = async (extra) => {
    await stop();
    stopping = false;
    start(extra);
  };

  start();
  return {
    pid: () => child?.pid,
    failures: () => failures,
    tail: () => (existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(-25).join('\n') : ''),
    renew,
    stop,
  };
}

function openLog(log) {
  mkdirSync(dirname(log), { recursive: true });
  if (existsSync(log) && statSync(log).size > LOG_LIMIT) renameSync(log, `${log}.1`);
  return openSync(log, 'a');
}
