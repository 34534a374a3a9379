// @ts-check
// `npm run property -- [--runs N] [--seed N] [--wild N]`: random processes on random paths against the oracle (test/property/run.ts).
// Sources are compiled aside, so that it runs on what lies in the checkout and leaves dist alone. The very last line is one JSON object.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies } from './install.mjs';
import { ROOT } from './paths.mjs';

const out = join(ROOT, 'node_modules', '.cache', `thidua-property-${process.pid}`);

/** @returns {Promise<number>} exit code */
function run(args) {
  const child = spawn(process.execPath, args, { cwd: ROOT, env: { ...process.env, NODE_ENV: 'test' }, stdio: 'inherit' });
  return new Promise((settle) => child.once('exit', (code) => settle(code ?? 1)));
}

async function compile() {
  const swc = join(ROOT, 'node_modules', '@swc', 'cli', 'bin', 'swc.js');
  const folders = ['libs/kernel', 'libs/feel', 'libs/bpmn', 'libs/engine', 'test/property'];
  if ((await run([swc, ...folders, '-d', out, '--delete-dir-on-start', '--quiet', '--extensions', '.ts'])) !== 0) {
    throw new Error('the sources do not compile');
  }
}

try {
  await ensureDependencies();
  await compile();
  process.exitCode = await run(['--enable-source-maps', join(out, 'test', 'property', 'run.js'), ...process.argv.slice(2)]);
} finally {
  rmSync(out, { recursive: true, force: true });
}
