import { mkdirSync } from 'node:fs';
import { closeTextReader } from '@thidua/documents';
import { Databases } from '../crash/databases';
import { installRetryingFetch } from '../crash/retrying-fetch';
import { System } from '../crash/system';
import { main as numbers } from './numbers';
import { runFarm } from './papers';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** `--papers N`: papers under a browser killed every 10 s. Exit 1 when one is wrong or missing, a process stays, or memory grows. */
async function papers(count: number): Promise<boolean> {
  const { DATA_DIR: data, CACHE_DIR: cache, CHAOS_PORT: port } = process.env;
  if (data === undefined || cache === undefined || port === undefined) {
    throw new Error('run me by `npm run chaos`');
  }
  mkdirSync(data, { recursive: true });
  const databases = Databases.fromEnvironment('chaos');
  const fetching = installRetryingFetch();
  const url = await databases.fresh();
  const system = await System.open(url, { data, cache, port: Number(port), agesLeases: true });
  try {
    const report = await runFarm(url, system, { papers: count, killEveryMs: 10_000, say });
    for (const what of report.wrong.slice(0, 50)) {
      say(`  ${what}`);
    }
    const { wrong, slopeMbPer100, minutes, ...rest } = report;
    say(
      JSON.stringify({
        chaos: 'papers',
        ...rest,
        wrong: wrong.length,
        slopeMbPer100: Number(slopeMbPer100.toFixed(3)),
        minutes: Number(minutes.toFixed(1)),
      }),
    );
    return wrong.length === 0 && report.missing === 0 && report.orphans === 0 && slopeMbPer100 < 1;
  } finally {
    await system.stop();
    fetching.remove();
    await closeTextReader();
  }
}

const CASES: Readonly<Record<string, (count: number) => Promise<boolean>>> = {
  '--papers': papers,
  '--numbers': (count) => numbers(count, say),
};

async function main(args: readonly string[]): Promise<void> {
  const [name = '', count = ''] = args;
  const run = CASES[name];
  if (run === undefined || !/^[1-9]\d*$/.test(count)) {
    throw new Error(`usage: npm run chaos -- ${Object.keys(CASES).join('|')} N`);
  }
  process.exitCode = (await run(Number(count))) ? 0 : 1;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1); // what still runs leaves when our channel closes
});
