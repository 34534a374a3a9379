import { writeFileSync } from 'node:fs';
import { runDmnSuite, type DmnCaseResult } from './dmn/run-dmn-suite';
import { connect } from '@thidua/store';
import { cloneDatabase } from '../harness/database';
import { DurableHost } from './durable/durable-host';
import { MemoryHost } from './memory/memory-host';
import type { InlineJobs, OpenHost } from './host';
import { countsOf, failureLines, tableLines, type SuiteResult } from './report';
import { runCase, type CaseResult } from './run-case';
import { NotASuite, readSuites, type BpmnSuite, type DmnSuite, type Suite } from './suite';

const USAGE = `usage: npm run conformance -- [--mode memory|durable|crash] [--jobs inline|queued] [--only TEXT] [--strict] [--json FILE] DIR...
  --mode memory   the engine alone (default)
  --mode durable  the runtime on PostgreSQL
  --mode crash    the same, with all that is in memory thrown away after every commit
  --jobs inline   trace and increment are worked off in the step that creates them, so that tokens keep their turns (default)
  --jobs queued   every job waits for a worker, who takes the oldest first: more commits, and so more crashes
  --only TEXT     cases whose id holds the text
  --strict        disputed cases count as well
  --json FILE     results as data`;

interface Order {
  readonly mode: Mode;
  readonly jobs: Jobs;
  readonly paths: readonly string[];
  readonly only: string;
  readonly strict: boolean;
  readonly json: string | undefined;
}

const MODES = ['memory', 'durable', 'crash'] as const;
type Mode = (typeof MODES)[number];
const JOBS = ['inline', 'queued'] as const;
type Jobs = (typeof JOBS)[number];

/** @throws NotASuite for words it does not know */
function orderOf(args: readonly string[]): Order {
  const paths: string[] = [];
  const values = new Map<string, string>();
  const rest = [...args];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [name = '', given] = word.split('=', 2);
    if (word === '--strict') {
      values.set(word, 'yes');
    } else if (['--mode', '--jobs', '--only', '--json'].includes(name)) {
      values.set(name, given ?? rest.shift() ?? '');
    } else if (word.startsWith('--')) {
      throw new NotASuite(`unknown option ${word}\n${USAGE}`);
    } else {
      paths.push(word);
    }
  }
  const mode = choice('mode', values.get('--mode') ?? 'memory', MODES);
  const jobs = choice('jobs', values.get('--jobs') ?? 'inline', JOBS);
  if (paths.length === 0) {
    throw new NotASuite(USAGE);
  }
  return { mode, jobs, paths, only: values.get('--only') ?? '', strict: values.has('--strict'), json: values.get('--json') };
}

function choice<T extends string>(option: string, asked: string, known: readonly T[]): T {
  const found = known.find((one) => one === asked);
  if (found === undefined) {
    throw new NotASuite(`--${option} knows ${known.join(', ')}, not '${asked}'\n${USAGE}`);
  }
  return found;
}

async function main(): Promise<void> {
  const order = orderOf(process.argv.slice(2));
  const suites = readSuites(order.paths);
  const place = await openPlace(order);
  const results: SuiteResult[] = [];
  try {
    for (const suite of suites) {
      results.push(...(await runSuite(suite, place.openHost, order)));
    }
  } finally {
    await place.close();
  }
  say('');
  tableLines(results, order.strict).forEach(say);
  const total = results.map(({ cases }) => countsOf(cases, order.strict));
  const [passed, failed] = [total.reduce((sum, one) => sum + one.passed, 0), total.reduce((sum, one) => sum + one.failed, 0)];
  if (order.json !== undefined) {
    writeFileSync(order.json, `${JSON.stringify({ mode: order.mode, passed, failed, suites: results }, undefined, 1)}\n`);
  }
  process.exitCode = failed === 0 ? 0 : 1;
  say(`\n${passed} passed, ${failed} failed`);
}

async function openPlace({ mode, jobs }: Order): Promise<{ openHost: OpenHost; close: () => Promise<void> }> {
  const atOnce = (inline: InlineJobs): InlineJobs => (jobs === 'inline' ? inline : {});
  if (mode === 'memory') {
    return { openHost: (inline) => Promise.resolve(new MemoryHost(atOnce(inline))), close: () => Promise.resolve() };
  }
  const { url, drop } = await cloneDatabase();
  const database = await connect({ url, poolSize: 4 });
  let cases = 0;
  return {
    openHost: (inline) => {
      cases += 1;
      return Promise.resolve(new DurableHost({ database, provinceId: `case-${cases}`, inline: atOnce(inline), crash: mode === 'crash' }));
    },
    close: async () => {
      await database.close();
      await drop();
    },
  };
}

async function runSuite(suite: Suite, openHost: OpenHost, order: Order): Promise<readonly SuiteResult[]> {
  const begun = performance.now();
  say(`── ${suite.name} (${suite.kind === 'bpmn' ? order.mode : 'memory'}) ──`);
  const parts =
    suite.kind === 'bpmn' ? [{ name: suite.name, cases: await runBpmn(suite, openHost, order.only) }] : await runDmn(suite, order.only);
  const seconds = (performance.now() - begun) / 1000;
  for (const { name, cases } of parts) {
    for (const one of cases.filter(({ passed }) => !passed)) {
      failureLines(name, one).forEach(say);
    }
    const { passed, failed } = countsOf(cases, order.strict);
    say(`   ${name}: ${passed} passed, ${failed} failed`);
  }
  return parts.map(({ name, cases }) => ({ name, folder: suite.folder, seconds: seconds / parts.length, cases }));
}

async function runBpmn(suite: BpmnSuite, openHost: OpenHost, only: string): Promise<readonly CaseResult[]> {
  const results: CaseResult[] = [];
  for (const one of suite.cases.filter(({ id }) => id.includes(only))) {
    results.push(await runCase(suite.folder, one, openHost));
  }
  return results;
}

/** A part per level. Decisions have no state, so they are the same in every mode. */
async function runDmn(suite: DmnSuite, only: string): Promise<readonly { readonly name: string; readonly cases: readonly CaseResult[] }[]> {
  const { cases } = await runDmnSuite(suite.folder);
  const levels = [...new Set(cases.map(({ level }) => level))].sort();
  return levels.map((level) => ({
    name: `${suite.name} level ${level}`,
    cases: cases.flatMap((one) => (one.level === level && one.id.includes(only) ? [dmnResult(one)] : [])),
  }));
}

function dmnResult({ id, ok, expected, actual }: DmnCaseResult): CaseResult {
  return ok ? { id, passed: true, ms: 0 } : { id, passed: false, differences: [{ field: 'result', expected, actual }], ms: 0 };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().catch((reason: unknown) => {
  const text = reason instanceof NotASuite ? reason.message : reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
});
