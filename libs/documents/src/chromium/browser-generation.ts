import type { Browser, Page } from 'puppeteer-core';
import { groupMemoryMb } from './group-memory';
import { openJailedPage } from './jailed-page';
import { killGroup, launchChromium } from './launch-chromium';
import type { ChromiumInstall } from './resolve-chromium';

export interface GenerationLimits {
  readonly maxDocuments: number;
  readonly maxAgeMs: number;
  /** MiB of the whole process group. */
  readonly maxMemoryMb: number;
}

const LOOK_AT_MEMORY_EVERY = 20;
/** A generation this far through its life has its successor started beside it. */
const NEARLY = 0.8;
const POLITE_MS = 2000;

/** One browser from start to end: its warm pages, what it has done, and whether it still may. */
export class BrowserGeneration {
  busy = 0;
  private readonly idle: Page[] = [];
  private readonly bornAt = Date.now();
  private documents = 0;
  private memoryMb = 0;
  private crashes = 0;
  private readonly printing = new Set<(error: Error) => void>();
  private over = false;

  private constructor(
    readonly browser: Browser,
    readonly sandboxed: boolean,
    private readonly limits: GenerationLimits,
  ) {
    browser.on('disconnected', () => {
      this.over = true;
      // A browser killed from outside may leave a child that nobody owns any more.
      killGroup(browser);
    });
  }

  static async start(install: ChromiumInstall, limits: GenerationLimits): Promise<BrowserGeneration> {
    const { browser, sandboxed } = await launchChromium(install);
    const generation = new BrowserGeneration(browser, sandboxed, limits);
    const session = await browser.target().createCDPSession();
    session.on('Target.targetCrashed', () => {
      generation.crashed();
    });
    await session.send('Target.setDiscoverTargets', { discover: true });
    return generation;
  }

  get retired(): boolean {
    return this.over || this.spent(1);
  }

  /** It died, or a page of it did, under whatever it was printing: no fault of the paper. */
  get broken(): boolean {
    return this.crashes > 0 || !this.browser.connected;
  }

  get nearlySpent(): boolean {
    return this.spent(NEARLY);
  }

  retire(): void {
    this.over = true;
  }

  /** Retired and killed: nothing it still does matters. */
  kill(): void {
    this.over = true;
    killGroup(this.browser);
  }

  /** HTML → PDF. A page that failed is not used again: whoever catches the failure retires the browser. */
  async print(html: string): Promise<Uint8Array> {
    const page = this.idle.pop() ?? (await openJailedPage(this.browser));
    let giveUp: (error: Error) => void = () => undefined;
    const crash = new Promise<never>((_resolve, reject) => {
      giveUp = reject;
    });
    this.printing.add(giveUp);
    try {
      const bytes = await Promise.race([printOn(page, html), crash]);
      this.idle.push(page);
      return bytes;
    } finally {
      this.printing.delete(giveUp);
    }
  }

  /** Counts what was done, and looks at the memory now and then. */
  count(): void {
    this.documents += 1;
    if (this.documents % LOOK_AT_MEMORY_EVERY === 0) {
      this.memoryMb = groupMemoryMb(this.browser.process()?.pid ?? 0);
    }
  }

  /** Opens pages ahead, so that the first paper of a new browser waits for nothing. */
  async warm(pages: number): Promise<void> {
    const opened = await Promise.all(Array.from({ length: pages }, () => openJailedPage(this.browser)));
    this.idle.push(...opened);
  }

  /** Polite for two seconds, then by SIGKILL: a close that hangs must not hold up the worker's end. */
  async close(): Promise<void> {
    this.over = true;
    const timer = setTimeout(() => {
      killGroup(this.browser);
    }, POLITE_MS);
    try {
      await this.browser.close();
    } catch {
      killGroup(this.browser);
    } finally {
      clearTimeout(timer);
    }
  }

  /** A process of a page is gone. A call to that page would wait for its whole time-out, so none is waited for. */
  private crashed(): void {
    this.crashes += 1;
    this.over = true;
    for (const giveUp of this.printing) {
      giveUp(new Error('a page of the browser crashed'));
    }
  }

  private spent(share: number): boolean {
    const { maxDocuments, maxAgeMs, maxMemoryMb } = this.limits;
    return this.documents >= share * maxDocuments || Date.now() - this.bornAt >= share * maxAgeMs || this.memoryMb >= maxMemoryMb;
  }
}

async function printOn(page: Page, html: string): Promise<Uint8Array> {
  await page.setContent(html, { waitUntil: 'load' });
  return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: false });
}
