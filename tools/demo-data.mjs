// @ts-check
// The example dossiers of the demo: `thidua seed` drives the running system once per data folder, in the background.
import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';

const CLI = join(ROOT, 'dist', 'apps', 'cli', 'src', 'main.js');

/**
 * Leads the example dossiers as far as their stages; remembers how many stand, so that a seed cut short goes on from there.
 * @param {{ url: string, data: string, onProgress: (message: { done: number, total: number, label: string }) => void }} options
 * @returns {{ finished: Promise<void>, stop: () => Promise<void> }}
 */
export function seedDemo({ url, data, onProgress }) {
  const file = join(data, 'demo-data.json');
  const log = join(data, 'logs', 'demo-data.log');
  const { done = 0, total = Number.NaN } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  if (done >= total || !existsSync(CLI)) return { finished: Promise.resolve(), stop: async () => undefined };
  mkdirSync(join(data, 'logs'), { recursive: true });
  const child = spawn(process.execPath, ['--enable-source-maps', CLI, 'seed', '--url', url, '--skip', String(done)], {
    cwd: ROOT,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  child.stdout?.on('data', (chunk) => appendFileSync(log, chunk));
  child.stderr?.on('data', (chunk) => appendFileSync(log, chunk));
  child.on('message', (/** @type {any} */ message) => {
    if (message?.type !== 'progress') return;
    writeFileSync(file, JSON.stringify({ done: message.done, total: message.total }));
    onProgress(message);
  });
  let stopping = false;
  const finished = new Promise((resolve) => {
    child.once('error', () => resolve(undefined));
    child.once('exit', (code) => {
      if (code !== 0 && !stopping) process.stdout.write(`\nHồ sơ mẫu dừng giữa chừng / demo data stopped midway; log: ${log}\n`);
      resolve(undefined);
    });
  });
  const stop = async () => {
    stopping = true;
    child.kill('SIGTERM');
    await finished;
  };
  return { finished, stop };
}
