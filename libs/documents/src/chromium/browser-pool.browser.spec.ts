import { join } from 'node:path';
import { alive, commandOf, runningProcesses } from '../../../../test/harness/processes';
import { RenderTimedOut } from '../errors';
import { BrowserPool, type BrowserPoolOptions } from './browser-pool';
import { groupMemoryMb } from './group-memory';
import { resolveChromium } from './resolve-chromium';

const place = { cacheDir: join(__dirname, '../../../../node_modules/.cache/thidua/chromium'), chromiumPath: 'bundled' };
const pools: BrowserPool[] = [];

function poolWith(options: Omit<BrowserPoolOptions, 'install'>): BrowserPool {
  const pool = new BrowserPool({ install: () => resolveChromium(place), ...options });
  pools.push(pool);
  return pool;
}

afterAll(async () => {
  for (const pool of pools) {
    await pool.close();
  }
});

/** Process groups led by our own children. */
function groupsOfChildren(): readonly number[] {
  return [
    ...new Set(
      runningProcesses()
        .filter(({ parent, pid }) => parent === process.pid && pid > 0)
        .map(({ group }) => group),
    ),
  ];
}

async function until(true_: () => boolean): Promise<void> {
  while (!true_()) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const linux = process.platform === 'linux' ? it : it.skip;

describe('the pool of browsers', () => {
  it('is killed from outside when a render does not end, and the next paper comes from a new browser', async () => {
    const launched: string[] = [];
    const pool = poolWith({ watchdogMs: 1500, onLaunch: (version) => launched.push(version) });
    const bomb = `<table>${'<tr><td>x</td><td>y</td></tr>'.repeat(150_000)}</table>`;
    await expect(pool.render(bomb)).rejects.toThrow(RenderTimedOut);
    expect((await pool.render('<p>sau</p>')).length).toBeGreaterThan(500);
    expect(launched).toHaveLength(2);
  }, 20_000);

  linux(
    'starts the next browser before the old one is spent, and leaves none behind (skipped: processes are read from /proc)',
    async () => {
      const launched: string[] = [];
      const before = groupsOfChildren();
      const pool = poolWith({ maxDocuments: 10, onLaunch: (version) => launched.push(version) });
      for (let at = 0; at < 25; at += 1) {
        await pool.render(`<p>${at}</p>`);
      }
      expect(launched.length).toBeGreaterThanOrEqual(3);
      const groups = groupsOfChildren().filter((group) => !before.includes(group));
      expect(groups.length).toBeLessThanOrEqual(2);
      await pool.close();
      await until(() => groups.every((group) => alive(group) === 0));
    },
    20_000,
  );

  linux(
    'is replaced when its processes hold too much memory (skipped: processes are read from /proc)',
    async () => {
      const launched: string[] = [];
      const pool = poolWith({ maxMemoryMb: 1, onLaunch: (version) => launched.push(version) });
      for (let at = 0; at < 21; at += 1) {
        await pool.render(`<p>${at}</p>`);
      }
      expect(launched).toHaveLength(2);
    },
    20_000,
  );

  linux(
    'goes on after its browser was killed, and none of its processes stays behind (skipped: processes are read from /proc)',
    async () => {
      const before = groupsOfChildren();
      const pool = poolWith({});
      await pool.render('<p>trước</p>');
      const [group = 0] = groupsOfChildren().filter((one) => !before.includes(one));
      expect(groupMemoryMb(group)).toBeGreaterThan(20);
      process.kill(group, 'SIGKILL'); // the browser alone, not its group
      expect((await pool.render('<p>sau</p>')).length).toBeGreaterThan(500);
      await until(() => alive(group) === 0);
    },
    20_000,
  );

  linux(
    'prints in a new browser at once when the process of a page was killed (skipped: processes are read from /proc)',
    async () => {
      const before = groupsOfChildren();
      const pool = poolWith({ pages: 1 });
      await pool.render('<p>trước</p>');
      const [group = 0] = groupsOfChildren().filter((one) => !before.includes(one));
      const printing = pool.render(`<table>${'<tr><td>một dòng</td></tr>'.repeat(3000)}</table>`);
      const renderers = runningProcesses().filter((one) => one.group === group && /type=renderer/.test(commandOf(one.pid)));
      renderers.forEach(({ pid }) => process.kill(pid, 'SIGKILL'));
      const begun = performance.now();
      expect((await printing).length).toBeGreaterThan(10_000);
      expect(renderers.length).toBeGreaterThan(0);
      expect(performance.now() - begun).toBeLessThan(14_000);
    },
    30_000,
  );
});
