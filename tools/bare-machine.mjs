// @ts-check
// Decision 5: a fresh clone must start and make a PDF where nothing is installed but Node, npm and coreutils.
// The environment is empty, PATH is a folder of links, and CHROMIUM_PATH=bundled skips any browser of the system.
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { npmCli } from './install.mjs';
import { ROOT } from './paths.mjs';
import { freePort } from './ports.mjs';
import { waitUntil } from './processes.mjs';

const COREUTILS =
  'basename cat chmod chown cp cut date dirname echo env expr false head id ln ls mkdir mktemp mv pwd readlink rm rmdir sleep sort stat tail test touch tr true uname wc whoami';
const START_WITHIN = 8 * 60_000;
const folder = mkdtempSync(join(tmpdir(), 'thidua-bare-'));
const clone = join(folder, 'clone');
const say = (line) => process.stdout.write(`bare machine: ${line}\n`);

/** A PATH with links to what a bare machine has, and nothing else. */
function bareEnvironment() {
  const bin = join(folder, 'bin');
  const home = join(folder, 'home');
  mkdirSync(bin);
  mkdirSync(home);
  symlinkSync(process.execPath, join(bin, 'node'));
  symlinkSync(npmCli(), join(bin, 'npm'));
  symlinkSync(npmCli().replace(/npm-cli\.js$/, 'npx-cli.js'), join(bin, 'npx'));
  for (const name of ['sh', ...COREUTILS.split(' ')]) {
    const program = (process.env['PATH'] ?? '')
      .split(delimiter)
      .map((path) => join(path, name))
      .find(isProgram);
    if (program !== undefined) symlinkSync(program, join(bin, name));
  }
  // Where packages come from, and whom to trust for it, belongs to the network and not to the machine's set-up.
  const network = Object.entries(process.env).filter(([name]) =>
    /^(https?_proxy|no_proxy|node_extra_ca_certs|npm_config_(registry|cafile|userconfig|cache))$/i.test(name),
  );
  return { npm_config_cache: join(homedir(), '.npm'), ...Object.fromEntries(network), PATH: bin, HOME: home, CHROMIUM_PATH: 'bundled' };
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EACCES'].includes(error.code)) return false;
    throw error;
  }
}

async function answersOk(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
    return response.ok ? await response.text() : undefined;
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

async function prove() {
  // The clone holds what is committed; a proof of the working tree would prove too much.
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', ROOT, clone], { stdio: 'inherit' });
  const env = bareEnvironment();
  const port = await freePort();
  const from = performance.now();
  const launcher = spawn(join(env.PATH, 'npm'), ['start'], {
    cwd: clone,
    env: { ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
    // Ctrl-C goes to the whole foreground group; npm alone ignores it.
    detached: true,
  });
  let ended = false;
  const exited = new Promise((resolve) => launcher.once('exit', () => resolve((ended = true))));
  launcher.stdout.on('data', (chunk) => process.stdout.write(chunk));
  try {
    const url = `http://127.0.0.1:${port}`;
    const ready = await waitUntil(async () => ended || (await answersOk(`${url}/health/ready`)) !== undefined, START_WITHIN, 500);
    if (!ready || ended) throw new Error('npm start did not come up');
    say(`ready after ${((performance.now() - from) / 1000).toFixed(0)} s, download included`);
    const page = await answersOk(`${url}/`);
    if (page === undefined || !/<div id="root"/.test(page)) throw new Error('the sign-in page does not answer');
    say('the sign-in page answers');
    const pdf = join(folder, 'one.pdf');
    execFileSync(join(env.PATH, 'node'), [join('tools', 'one-pdf.mjs'), pdf], { cwd: clone, env, stdio: 'inherit' });
    say(`one PDF, sha256 ${createHash('sha256').update(readFileSync(pdf)).digest('hex').slice(0, 12)}`);
  } finally {
    if (launcher.pid !== undefined && !ended) process.kill(-launcher.pid, 'SIGINT');
    await exited;
  }
  if (existsSync(join(clone, '.data', 'launcher.lock'))) throw new Error('npm start left its lock behind');
  say('stopped');
}

try {
  await prove();
} catch (error) {
  process.stderr.write(`bare machine: FAILED: ${error?.stack ?? error}\n`);
  process.exitCode = 1;
} finally {
  // As root below a 0700 folder the cluster lies in /var/lib/thidua (decision 4): it goes with the clone.
  rmSync(join('/var/lib/thidua', createHash('sha256').update(clone).digest('hex').slice(0, 12)), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
