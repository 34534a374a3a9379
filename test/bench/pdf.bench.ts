import { launchChromium, PaperMaker, PaperTemplates, resolveChromium, type NomineeRow, type PaperDataOf } from '@thidua/documents';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { runningProcesses } from '../harness/processes';
import type { Bench, BenchCase } from './bench';

// W5: one document through `documents`, against the bare loop on one warm page of the same browser with the same HTML.
const PAPERS = join(process.cwd(), 'workflows/papers');
const CACHE = join(process.env['CACHE_DIR'] ?? join(process.cwd(), 'node_modules/.cache/thidua'), 'chromium');
const PLACE = { cacheDir: CACHE, chromiumPath: process.env['CHROMIUM_PATH'] };
const ONE = { rows: 8, pages: 1 };
const TEN = { rows: 170, pages: 10 };
const TICK_MICROS = 10_000;

type Size = typeof ONE;

const templates = new PaperTemplates(PAPERS);
let maker: PaperMaker;
let browser: Browser;
let page: Page;

function dataOf({ rows }: Size): PaperDataOf<'danh-sach'> {
  const sample = JSON.parse(readFileSync(join(PAPERS, '1/samples/danh-sach.json'), 'utf8')) as PaperDataOf<'danh-sach'>;
  const nominee = (_none: unknown, at: number): NomineeRow => ({
    index: at + 1,
    name: `Nguyễn Văn Ưu ${at + 1}`,
    kind: 'individual',
    title: 'Trưởng thôn',
    award: 'Giấy khen',
    achievement: 'Vận động 100% hộ dùng VNeID',
    amount: 702_000,
  });
  return { ...sample, rows: Array.from({ length: rows }, nominee) };
}

/** Two in flight, as the worker does; each unit is timed from its start to its end. */
class Pairs {
  private latencies: number[] = [];

  take(): readonly number[] {
    const taken = this.latencies;
    this.latencies = [];
    return taken;
  }

  async run(units: number, work: () => Promise<unknown>): Promise<void> {
    let left = units;
    const lane = async (): Promise<void> => {
      while (left > 0) {
        left -= 1;
        const begun = performance.now();
        await work();
        this.latencies.push(performance.now() - begun);
      }
    };
    await Promise.all([lane(), lane()]);
  }
}

function raw(name: string, size: Size): BenchCase {
  const { html } = templates.fill('danh-sach', 1, dataOf(size));
  return {
    name,
    unit: 'document',
    pages: size.pages,
    async run(units) {
      for (let i = 0; i < units; i += 1) {
        await page.setContent(html, { waitUntil: 'load' });
        await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: false });
      }
    },
  };
}

function filledAndRendered(name: string, size: Size): BenchCase {
  const data = dataOf(size);
  const pairs = new Pairs();
  const make = (): Promise<unknown> => maker.render(templates.fill('danh-sach', 1, data).html);
  return { name, unit: 'document', pages: size.pages, takeLatencies: () => pairs.take(), run: (units) => pairs.run(units, make) };
}

/** With the text read back from every document, in the thread beside: what the worker really does. */
function checked(name: string, size: Size): BenchCase {
  const data = dataOf(size);
  const expect = { mustContain: [`Nguyễn Văn Ưu ${size.rows}`], minPages: size.pages, maxPages: size.pages };
  const pairs = new Pairs();
  const make = (): Promise<unknown> => maker.make({ kind: 'danh-sach', version: 1, data, expect });
  return {
    name,
    unit: 'document',
    pages: size.pages,
    takeLatencies: () => pairs.take(),
    async verify() {
      await make();
    },
    run: (units) => pairs.run(units, make),
  };
}

/** Processor time last seen of every process of our browsers, by pid: a replaced browser keeps what it had used. */
const seen = new Map<number, number>();
let watch: NodeJS.Timeout | undefined;

/** Looks at all processes in the groups of our direct children (linux; elsewhere nothing is seen). */
function look(): void {
  const all = runningProcesses();
  const groups = new Set(all.filter(({ parent }) => parent === process.pid).map(({ group }) => group));
  for (const { pid, ticks } of all.filter(({ group }) => groups.has(group))) {
    seen.set(pid, Math.max(ticks, seen.get(pid) ?? 0));
  }
}

function browserCpuMicros(): number {
  look();
  return [...seen.values()].reduce((sum, ticks) => sum + ticks, 0) * TICK_MICROS;
}

const rawOne = raw('raw-one-page', ONE);
const rawTen = raw('raw-ten-page', TEN);

export const pdfBench: Bench = {
  name: 'pdf',
  limit: rawOne,
  cases: [
    filledAndRendered('one-page', ONE),
    checked('one-page-checked', ONE),
    { ...filledAndRendered('ten-page', TEN), limit: rawTen },
    { ...checked('ten-page-checked', TEN), limit: rawTen },
  ],
  serverCpuMicros: browserCpuMicros,
  async setUp() {
    watch = setInterval(look, 200);
    maker = new PaperMaker({ papersDir: PAPERS, ...PLACE });
    await maker.warmUp();
    ({ browser } = await launchChromium(await resolveChromium(PLACE)));
    page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.setOfflineMode(true);
  },
  async tearDown() {
    clearInterval(watch);
    await browser.close();
    await maker.close();
  },
};
