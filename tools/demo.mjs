// @ts-check
// `npm run demo -- --out DIR`: the main job, headless, on a private system in a temporary folder (or on THIDUA_URL).
// `--awards all`: every award; `--plan KEY|all`: seed plans in force from launch to tổng kết, on a clock of their own.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { ensureBuild } from './build.mjs';
import { ensureDependencies } from './install.mjs';
import { ROOT } from './paths.mjs';
import { stepPrinter } from './progress.mjs';

const CLI = join(ROOT, 'dist', 'apps', 'cli', 'src', 'main.js');
const ARM_WITHIN = 10_000;
const given = process.env['THIDUA_URL'] || undefined;

/** Folders named on the command line are meant from where the command was given; npm runs us in the checkout. */
function cliArguments(url) {
  const from = process.env['INIT_CWD'] ?? process.cwd();
  const args = process.argv.slice(2);
  const out = args.indexOf('--out');
  const folder = resolve(from, out < 0 ? 'out' : (args[out + 1] ?? 'out'));
  const rest = out < 0 ? args : args.toSpliced(out, 2);
  const texts = ['--texts', join(ROOT, 'apps', 'cli', 'plans')];
  return ['demo', '--url', url, '--out', folder, ...texts, ...(given === undefined ? ['--faults'] : []), ...rest];
}

/** The driver asks for a worker that dies at a fault point, then to be told when it has died; the next life is ordinary. */
function faultHand(child, stack) {
  return async (message) => {
    if (message?.type !== 'arm-fault') return;
    const armed = stack.nextReady('worker');
    await stack.children.worker.renew({ NODE_ENV: 'test', FAULT: `${message.point}:1` });
    await Promise.race([armed, new Promise((done) => setTimeout(done, ARM_WITHIN))]);
    stack.onDeath = (name) => name === 'worker' && child.connected && child.send({ type: 'fault-hit' });
    child.send({ type: 'fault-armed' });
  };
}

/** Where the clock of plans begins: before the tier of districts ended, so that what began under it is handed over. */
const PLANS_BEGIN = '2025-06-09T09:00:00+07:00';

/** Before anything is installed, for what is installed is in force from the clock's day. */
async function setClock(databaseUrl) {
  const { ClockStore, connect } = createRequire(import.meta.url)(join(ROOT, 'dist', 'libs', 'store', 'src', 'index.js'));
  const database = await connect({ url: databaseUrl, poolSize: 1 });
  try {
    await database.inTransaction((tx) => new ClockStore(database).setTo(tx, Date.parse(PLANS_BEGIN), { frozen: false }));
  } finally {
    await database.close();
  }
}

async function privateStack() {
  const { startStack, temporaryFolder } = await import('./stack.mjs');
  const waiting = new Map();
  /** @type {{ onDeath: (name: string) => unknown }} */
  const hooks = { onDeath: () => undefined };
  const stack = await startStack({
    data: temporaryFolder('demo'),
    temporary: true,
    firstPort: 3200,
    env: { DEMO: '1' },
    ...(process.argv.includes('--plan') ? { prepare: setClock } : {}),
    onMessage: (name, message) => message?.type === 'ready' && waiting.get(name)?.(),
    onCrash: (name) => hooks.onDeath(name),
  });
  const nextReady = (name) => new Promise((done) => waiting.set(name, done));
  return Object.assign(hooks, stack, { nextReady });
}

async function main() {
  const step = stepPrinter(given === undefined ? 3 : 2);
  await step('Thư viện / dependencies', async () => ({ note: await ensureDependencies() }));
  await step('Dựng chương trình / build', async () => ({ note: await ensureBuild() }));
  const stack =
    given === undefined ? await step('Hệ thống riêng / private system', async () => ({ value: await privateStack() })) : undefined;
  const child = spawn(process.execPath, ['--enable-source-maps', CLI, ...cliArguments(given ?? stack.url)], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill('SIGTERM'));
  if (stack !== undefined) child.on('message', faultHand(child, stack));
  const code = await new Promise((done) => child.once('exit', (exit) => done(exit ?? 1)));
  await stack?.stop();
  return code;
}

process.exitCode = await main();
