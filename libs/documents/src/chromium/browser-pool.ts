import { ProtocolError, TimeoutError, type Browser, type Page } from 'puppeteer-core';
import { RenderTimedOut } from '../errors';
import { killGroup, launchChromium } from './launch-chromium';
import type { ChromiumInstall } from './resolve-chromium';

export interface BrowserPoolOptions {
  readonly install: () => Promise<ChromiumInstall>;
  /** Pages kept warm and rendered on at once; two is right for two cores. */
  readonly pages?: number;
  readonly maxDocuments?: number;
  readonly maxAgeMs?: number;
  readonly watchdogMs?: number;
  /** Told the real browser version at every start: it is not always the package's. */
  readonly onLaunch?: (version: string) => void;
}

interface Generation {
  readonly browser: Browser;
  readonly idle: Page[];
  readonly bornAt: number;
  busy: number;
  documents: number;
  retired: boolean;
}

/** Turns HTML into PDF on warm pages of one browser, which is replaced after 50 documents or 15 minutes, and when it fails. */
export class BrowserPool {
  private readonly options: Required<BrowserPoolOptions>;
  private readonly waiting: (() => void)[] = [];
  private free: number;
  private current: Promise<Generation> | undefined;
  private closed = false;

  constructor(options: BrowserPoolOptions) {
    this.options = { pages: 2, maxDocuments: 50, maxAgeMs: 15 * 60_000, watchdogMs: 30_000, onLaunch: () => undefined, ...options };
    this.free = this.options.pages;
  }

  /** HTML with every asset inlined → PDF bytes. Throws RenderTimedOut when the watchdog had to kill the browser. */
  async render(html: string): Promise<Uint8Array> {
    await this.takeSlot();
    try {
      const generation = await this.generation();
      try {
        return await this.renderIn(generation, html);
      } catch (error) {
        // A browser that died under another paper, or by itself, is no fault of this one: once more in a new one.
        if (error instanceof RenderTimedOut || generation.browser.connected || this.closed) {
          throw error;
        }
        return await this.renderIn(await this.generation(), html);
      }
    } finally {
      this.giveSlot();
    }
  }

  /** Starts the browser before the first document is asked for. */
  async warmUp(): Promise<void> {
    await this.generation();
  }

  async close(): Promise<void> {
    this.closed = true;
    const generation = await this.current?.catch(() => undefined);
    if (generation !== undefined) {
      generation.retired = true;
      await closeBrowser(generation.browser);
    }
  }

  private async renderIn(generation: Generation, html: string): Promise<Uint8Array> {
    generation.busy += 1;
    try {
      return await this.watched(generation, () => renderOn(generation, html));
    } catch (error) {
      generation.retired = true;
      throw isTimeout(error) ? new RenderTimedOut('a call to the browser got no answer in time', { reason: error.message }) : error;
    } finally {
      generation.busy -= 1;
      generation.documents += 1;
      await this.replaceIfSpent(generation);
    }
  }

  /** The browser to use now; a retired one is left to those who still render on it. */
  private async generation(): Promise<Generation> {
    for (;;) {
      if (this.closed) {
        throw new Error('the paper maker is closed');
      }
      const asked = (this.current ??= this.launch());
      const generation = await asked;
      if (!generation.retired) {
        return generation;
      }
      if (this.current === asked) {
        this.current = undefined;
      }
    }
  }

  private async launch(): Promise<Generation> {
    try {
      const browser = await launchChromium(await this.options.install());
      this.options.onLaunch(await browser.version());
      const generation: Generation = { browser, idle: [], bornAt: Date.now(), busy: 0, documents: 0, retired: false };
      browser.on('disconnected', () => {
        generation.retired = true;
      });
      return generation;
    } catch (error) {
      this.current = undefined;
      throw error;
    }
  }

  private async watched<T>(generation: Generation, work: () => Promise<T>): Promise<T> {
    const { watchdogMs } = this.options;
    let timer: NodeJS.Timeout | undefined;
    const bite = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        generation.retired = true;
        killGroup(generation.browser);
        reject(new RenderTimedOut(`no paper after ${watchdogMs} ms`, { watchdogMs }));
      }, watchdogMs);
    });
    try {
      return await Promise.race([work(), bite]);
    } finally {
      clearTimeout(timer);
    }
  }

  private async replaceIfSpent(generation: Generation): Promise<void> {
    const { maxDocuments, maxAgeMs } = this.options;
    if (generation.documents >= maxDocuments || Date.now() - generation.bornAt >= maxAgeMs) {
      generation.retired = true;
    }
    if (generation.retired && generation.busy === 0) {
      await closeBrowser(generation.browser);
    }
  }

  private async takeSlot(): Promise<void> {
    if (this.free > 0) {
      this.free -= 1;
      return;
    }
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  private giveSlot(): void {
    const next = this.waiting.shift();
    if (next === undefined) {
      this.free += 1;
    } else {
      next();
    }
  }
}

function isTimeout(error: unknown): error is Error {
  return error instanceof TimeoutError || (error instanceof ProtocolError && error.message.includes('timed out'));
}

async function renderOn(generation: Generation, html: string): Promise<Uint8Array> {
  const page = generation.idle.pop() ?? (await openPage(generation.browser));
  await page.setContent(html, { waitUntil: 'load' });
  const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: false });
  generation.idle.push(page);
  return bytes;
}

/** Script off and offline; with the denied resolver each of the two last alone stops every request (measured, reliability 5.4). */
async function openPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.setOfflineMode(true);
  return page;
}

/** Polite for two seconds, then by SIGKILL: a close that hangs must not hold up the worker's end. */
async function closeBrowser(browser: Browser): Promise<void> {
  const timer = setTimeout(() => {
    killGroup(browser);
  }, 2000);
  try {
    await browser.close();
  } catch {
    killGroup(browser);
  } finally {
    clearTimeout(timer);
  }
}
