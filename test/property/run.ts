import type { Coverage } from './play/features';
import { playPairs, type Summary } from './play/random-pairs';
import { playMigrations } from './migration/random-migrations';
import { playWild, type WildSummary } from './play/wild-graphs';

/**
 * `npm run property -- --runs N [--seed N] [--wild N]`, or `--migrations N [--seed N]`: the very last line is one JSON object; exit 1 on
 * any difference or violation.
 */
const FIRST_SEED = 1;
const PROGRESS_MS = 10_000;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

async function main(words: readonly string[]): Promise<void> {
  const migrations = option(words, 'migrations');
  if (migrations !== undefined) {
    await runMigrations(migrations, option(words, 'seed') ?? FIRST_SEED);
    return;
  }
  const runs = option(words, 'runs') ?? 5_000;
  const seed = option(words, 'seed') ?? FIRST_SEED;
  const wild = option(words, 'wild') ?? Math.round(runs / 10);
  const from = performance.now();
  const summary = await playPairs(runs, seed, progress());
  const between = performance.now();
  const wildSummary = await playWild(wild, seed);
  const seconds = (ms: number): number => Math.round(ms / 100) / 10;
  report(summary, wildSummary);
  const { distinct, processes, ended, reordered, differences, undecided, refused } = summary;
  const failed = differences + undecided + refused + wildSummary.failed;
  process.exitCode = failed === 0 ? 0 : 1;
  const wildCounts = {
    graphs: wildSummary.graphs,
    accepted: wildSummary.accepted,
    ended: wildSummary.ended,
    warned: wildSummary.warned,
    failed: wildSummary.failed,
  };
  const line = { property: 'random-processes', runs, seed, distinct, processes, ended, reordered, differences, undecided, refused };
  say(JSON.stringify({ ...line, wild: wildCounts, seconds: seconds(between - from), wildSeconds: seconds(performance.now() - between) }));
}

async function runMigrations(wanted: number, seed: number): Promise<void> {
  const from = performance.now();
  const { failures, refused, ...counts } = await playMigrations(wanted, seed);
  failures.forEach((failure) => {
    say(`${failure}\n`);
  });
  process.exitCode = counts.violations === 0 ? 0 : 1;
  const seconds = Math.round((performance.now() - from) / 100) / 10;
  say(JSON.stringify({ property: 'migrations', seed, ...counts, refused: Object.fromEntries(refused), seconds }));
}

function option(words: readonly string[], name: string): number | undefined {
  const at = words.indexOf(`--${name}`);
  const value = at < 0 ? undefined : Number(words[at + 1]);
  if (value !== undefined && !(Number.isSafeInteger(value) && value >= 0)) {
    throw new Error(`--${name} wants a number`);
  }
  return value;
}

function progress(): (summary: Summary) => void {
  let last = performance.now();
  return ({ distinct, processes, differences, refused }) => {
    if (performance.now() - last > PROGRESS_MS) {
      last = performance.now();
      say(`… ${distinct} pairs of ${processes} processes, ${differences} differences, ${refused} refused`);
    }
  };
}

function report({ coverage, failures }: { coverage: Coverage; failures: readonly string[] }, wild: WildSummary): void {
  [...failures, ...wild.failures].forEach((failure) => {
    say(`${failure}\n`);
  });
  say('── pairs in which each was completed ──');
  coverage.rows().forEach(([name, count]) => {
    say(`${String(count).padStart(8)}  ${name}`);
  });
  say('── wild graphs refused, by rule ──');
  [...wild.refused]
    .sort(([, a], [, b]) => b - a)
    .forEach(([code, count]) => {
      say(`${String(count).padStart(8)}  ${code}`);
    });
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
