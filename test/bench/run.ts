import { cpus, loadavg, totalmem } from 'node:os';
import type { Bench, BenchCase } from './bench';
import { engineBench } from './engine.bench';
import { lintBench } from './lint.bench';
import { pdfBench } from './pdf.bench';
import { stepBench } from './step.bench';
import { reportWhatIf } from './what-if';

const BENCHES: readonly Bench[] = [engineBench, lintBench, pdfBench, stepBench];
/** Not a rate but one long run: told once. */
const REPORTS: Readonly<Record<string, (print: (line: string) => void) => Promise<void>>> = { 'what-if': reportWhatIf };
const ROUNDS = Math.max(3, Number(process.env['BENCH_ROUNDS'] ?? 5));
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 1);

interface Sample {
  readonly perSecond: number;
  readonly cpuMicros: number;
  readonly latencies: readonly number[];
}

interface Row {
  readonly case: BenchCase;
  readonly limit: BenchCase;
  readonly samples: readonly Sample[];
  readonly ratios: readonly number[];
}

async function main(): Promise<void> {
  const asked = process.argv.slice(2);
  const names = [...BENCHES.map((bench) => bench.name), ...Object.keys(REPORTS)];
  const unknown = asked.filter((name) => !names.includes(name));
  if (asked.length === 0 || unknown.length > 0) {
    throw new Error(`usage: npm run bench -- NAME, with NAME one of: ${names.join(', ')}`);
  }
  for (const name of asked) {
    await REPORTS[name]?.(print);
  }
  for (const bench of BENCHES.filter(({ name }) => asked.includes(name))) {
    await bench.setUp?.();
    try {
      report(bench, await measure(bench));
    } finally {
      await bench.tearDown?.();
    }
  }
}

/** All cases in turn, round by round, so that a busy moment hits the limit case as well. */
async function measure(bench: Bench): Promise<Row[]> {
  const all = [...new Set([bench.limit, ...bench.cases.flatMap((one) => (one.limit === undefined ? [one] : [one.limit, one]))])];
  const units = new Map<BenchCase, number>();
  for (const one of all) {
    await one.verify?.();
    units.set(one, await calibrate(one));
  }
  const samples = new Map<BenchCase, Sample[]>(all.map((one) => [one, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const one of all) {
      globalThis.gc?.();
      samples.get(one)?.push(await sample(bench, one, units.get(one) ?? 1));
    }
  }
  const limits = new Map(bench.cases.map((one) => [one as BenchCase, one.limit ?? bench.limit]));
  return all.map((one) => {
    const limit = limits.get(one) ?? one;
    const own = samples.get(one) ?? [];
    const ratios = own.map(({ perSecond }, round) => perSecond / (samples.get(limit)?.[round]?.perSecond ?? perSecond));
    return { case: one, limit, samples: own, ratios };
  });
}

/** Units that take about the asked time, found while the compiler warms up. */
async function calibrate(one: BenchCase): Promise<number> {
  let units = 1;
  for (;;) {
    const begun = process.hrtime.bigint();
    await one.run(units);
    const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
    if (seconds > SECONDS / 2) {
      return Math.max(1, Math.round((units * SECONDS) / seconds));
    }
    units *= 2;
  }
}

async function sample(bench: Bench, one: BenchCase, units: number): Promise<Sample> {
  one.takeLatencies?.();
  const servers = bench.serverCpuMicros?.() ?? 0;
  const cpu = process.cpuUsage();
  const begun = process.hrtime.bigint();
  await one.run(units);
  const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
  const used = process.cpuUsage(cpu);
  const micros = used.user + used.system + (bench.serverCpuMicros?.() ?? 0) - servers;
  return { perSecond: units / seconds, cpuMicros: micros / units, latencies: one.takeLatencies?.() ?? [] };
}

function report(bench: Bench, rows: readonly Row[]): void {
  const [first] = cpus();
  const gib = Math.round(totalmem() / 2 ** 30);
  print(
    `${bench.name}: ${ROUNDS} rounds of ${SECONDS} s, Node ${process.version}, ${cpus().length} x ${first?.model ?? '?'}, ${gib} GiB, load ${loadavg()
      .map((n) => n.toFixed(1))
      .join(' ')}`,
  );
  const head = ['case', 'unit', 'per second', 'min', 'max', 'ratio', 'to', 'cpu µs'];
  const table = rows.map((row) => {
    const rates = row.samples.map(({ perSecond }) => perSecond);
    const shown = [median(rates), Math.min(...rates), Math.max(...rates)].map((rate) =>
      rate < 10 ? digits(rate) : Math.round(rate).toLocaleString('en'),
    );
    return [
      row.case.name,
      row.case.unit,
      ...shown,
      digits(median(row.ratios)),
      row.limit === row.case ? '' : row.limit.name,
      digits(cpuOf(row)),
    ];
  });
  const widths = head.map((title, column) => Math.max(title.length, ...table.map((line) => line[column]?.length ?? 0)));
  for (const line of [head, ...table]) {
    print(line.map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '));
  }
  for (const row of rows) {
    const rate = median(row.samples.map((one) => one.perSecond));
    const perSecond = rate < 10 ? Number(digits(rate)) : Math.round(rate);
    const facts = {
      bench: bench.name,
      case: row.case.name,
      perSecond,
      ratio: Number(digits(median(row.ratios))),
      cpuMicros: Number(digits(cpuOf(row))),
      ...(row.case.pages === undefined ? {} : { cpuMicrosPerPage: Number(digits(cpuOf(row) / row.case.pages)) }),
      ...p95Of(row),
    };
    print(JSON.stringify(facts));
  }
}

function p95Of(row: Row): { readonly p95Ms?: number } {
  const sorted = row.samples.flatMap(({ latencies }) => latencies).sort((a, b) => a - b);
  const p95 = sorted[Math.ceil(sorted.length * 0.95) - 1];
  return p95 === undefined ? {} : { p95Ms: Number(digits(p95)) };
}

function cpuOf(row: Row): number {
  return median(row.samples.map(({ cpuMicros }) => cpuMicros));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = sorted.length % 2 === 0 ? [sorted[middle - 1], sorted[middle]] : [sorted[middle], sorted[middle]];
  return (low + high) / 2;
}

function digits(value: number): string {
  return String(Number(value.toPrecision(3)));
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().catch((reason: unknown) => {
  process.stderr.write(`${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}\n`);
  process.exitCode = 1;
});
