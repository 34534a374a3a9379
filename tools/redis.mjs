// @ts-check
// A throw-away Redis from the `redis-server` on PATH, for the suites that run on both queue backends.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createConnection } from 'node:net';
import { delimiter, join } from 'node:path';
import { freePort } from './ports.mjs';
import { waitUntil } from './processes.mjs';

/** @returns {Promise<{ url: string, stop: () => Promise<void> } | undefined>} undefined where no redis-server is installed */
export async function startRedis() {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const program = folders.map((folder) => join(folder, 'redis-server')).find((file) => existsSync(file));
  if (program === undefined) return undefined;
  const port = await freePort();
  const settings = ['--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction'];
  const child = spawn(program, ['--port', String(port), ...settings], { stdio: 'ignore' });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const onExit = () => child.kill('SIGKILL');
  process.on('exit', onExit);
  if (!(await waitUntil(() => accepts(port), 10_000))) throw new Error('redis-server did not start');
  const stop = async () => {
    process.off('exit', onExit);
    child.kill('SIGTERM');
    await exited;
  };
  return { url: `redis://127.0.0.1:${port}`, stop };
}

function accepts(port) {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    socket.once('connect', () => socket.end(() => resolve(true)));
    socket.once('error', () => resolve(false));
  });
}
