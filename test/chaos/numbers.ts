import { fork, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Databases, withClient } from '../crash/databases';
import { numberFaults, OWN_KINDS, prepareNumbers, type TakersOrder, type TakersReport } from './number-takers';

const ROOT = process.env['THIDUA_ROOT'] ?? resolve(__dirname, '..', '..').replace(/[/\\]dist$/, '');
const ENTRY = join(ROOT, 'dist', 'test', 'chaos', 'number-taker-entry.js');
const PROCESSES = 4;
const TAKERS = 200;
/** Of a process; the cluster has 200 connections. */
const POOL = 36;
const SEVER_EVERY_MS = 500;
const KILL_EVERY_MS = 20_000;

export interface NumbersReport {
  readonly numbers: number;
  readonly foreign: number;
  readonly undone: number;
  readonly used: number;
  readonly broken: number;
  readonly severed: number;
  readonly killed: number;
  readonly faults: readonly string[];
  readonly seconds: number;
}

/** Ends a connection of a taker in the middle of its work, again and again; answers how many, when stopped. */
export function severConnections(url: string, everyMs: number): { stop: () => Promise<number> } {
  let severed = 0;
  let going: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    going = going.then(() =>
      withClient(url, async (client) => {
        const { rows } = await client.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and pid <> pg_backend_pid() and application_name = 'thidua' and state <> 'idle' order by random() limit 1`,
        );
        severed += rows.length;
      }),
    );
  }, everyMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await going;
      return severed;
    },
  };
}

/** `numbers` taken by 200 takers in four processes; connections are cut and processes killed while they do. */
export async function runNumbers(
  url: string,
  { numbers, say }: { readonly numbers: number; readonly say: (line: string) => void },
): Promise<NumbersReport> {
  if (!existsSync(ENTRY)) {
    throw new Error('the takers run from dist/: npm run chaos builds them');
  }
  const begun = performance.now();
  await prepareNumbers(url);
  const order = { takers: TAKERS / PROCESSES, until: Math.ceil(numbers / OWN_KINDS.length), pool: POOL };
  const sums = { used: 0, broken: 0 };
  const wrong: string[] = [];
  let killed = 0;
  const running = new Set<ChildProcess>();
  const life = async (): Promise<void> => {
    for (;;) {
      const report = await oneLife(url, order, running);
      if (typeof report === 'object') {
        sums.used += report.used;
        sums.broken += report.broken;
        wrong.push(...report.wrong);
        return;
      }
      // A connection cut while it started ends a process by itself.
      killed += report === 'SIGKILL' ? 1 : 0;
    }
  };
  const severing = severConnections(url, SEVER_EVERY_MS);
  const killing = setInterval(() => [...running][Math.floor(Math.random() * running.size)]?.kill('SIGKILL'), KILL_EVERY_MS);
  const telling = setInterval(() => {
    void numbersSoFar(url).then((n) => {
      say(`${String(n)} numbers, ${String(killed)} processes killed`);
    });
  }, 5000);
  await Promise.all(Array.from({ length: PROCESSES }, life)).finally(() => {
    clearInterval(killing);
    clearInterval(telling);
  });
  const severed = await severing.stop();
  const { faults, ...counted } = await numberFaults(url);
  return { ...counted, ...sums, severed, killed, faults: [...faults, ...new Set(wrong)], seconds: (performance.now() - begun) / 1000 };
}

/** How it ended when it brought no report: another takes its place, because the rows say how far it came. */
function oneLife(url: string, order: TakersOrder, running: Set<ChildProcess>): Promise<TakersReport | NodeJS.Signals | 'failed'> {
  return new Promise((done) => {
    const child = fork(ENTRY, [], {
      env: { ...process.env, CHAOS_URL: url, CHAOS_ORDER: JSON.stringify(order) },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    let report: TakersReport | undefined;
    running.add(child);
    child.once('message', (message) => {
      report = message as TakersReport; // our own entry says nothing else
    });
    child.once('exit', (_code, signal) => {
      running.delete(child);
      done(report ?? signal ?? 'failed');
    });
  });
}

async function numbersSoFar(url: string): Promise<number> {
  return withClient(url, async (client) =>
    Number((await client.query<{ n: string }>('select coalesce(sum(n), 0) as n from series')).rows[0]?.n ?? 0),
  );
}

/** `--numbers N`: 0 when no number is missing, double, out of order, or of the wrong source. */
export async function main(count: number, say: (line: string) => void): Promise<boolean> {
  const url = await Databases.fromEnvironment('numbers').fresh();
  const { faults, seconds, ...report } = await runNumbers(url, { numbers: count, say });
  for (const what of faults.slice(0, 50)) {
    say(`  ${what}`);
  }
  say(JSON.stringify({ chaos: 'numbers', ...report, faults: faults.length, seconds: Number(seconds.toFixed(1)) }));
  return faults.length === 0 && report.numbers >= count && report.used > 0 && report.undone > count / 2;
}
