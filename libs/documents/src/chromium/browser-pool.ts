import { ProtocolError, TimeoutError } from 'puppeteer-core';
import { RenderTimedOut } from '../errors';
import { BrowserGeneration, type GenerationLimits } from './browser-generation';
import type { ChromiumInstall } from './resolve-chromium';

export interface BrowserPoolOptions extends Partial<GenerationLimits> {
  readonly install: () => Promise<ChromiumInstall>;
  /** Pages kept warm and rendered on at once; two is right for two cores. */
  readonly pages?: number;
  readonly watchdogMs?: number;
  /** Told the real browser version at every start: it is not always the package's. */
  readonly onLaunch?: (version: string) => void;
}

const USUAL = { pages: 2, maxDocuments: 250, maxAgeMs: 15 * 60_000, maxMemoryMb: 1200, watchdogMs: 30_000, onLaunch: () => undefined };

/** Browsers that may die under one paper before it is given up for now. */
const ATTEMPTS = 3;

/** Turns HTML into PDF on warm pages of one browser, which is replaced by count, age and memory, and when it fails. */
export class BrowserPool {
  private readonly options: Required<BrowserPoolOptions>;
  private readonly waiting: (() => void)[] = [];
  private free: number;
  private current: Promise<BrowserGeneration> | undefined;
  private successor: Promise<BrowserGeneration> | undefined;
  private closed = false;

  constructor(options: BrowserPoolOptions) {
    this.options = { ...USUAL, ...options };
    this.free = this.options.pages;
  }

  /** HTML with every asset inlined → PDF bytes. Throws RenderTimedOut when the watchdog had to kill the browser. */
  async render(html: string): Promise<Uint8Array> {
    await this.takeSlot();
    try {
      for (let attempt = 1; ; attempt += 1) {
        const generation = await this.take();
        try {
          return await this.renderIn(generation, html);
        } catch (error) {
          // A browser that died under a paper, or by itself, is no fault of the paper: again in a new one.
          if (error instanceof RenderTimedOut || !generation.broken || this.closed || attempt === ATTEMPTS) {
            throw error;
          }
        }
      }
    } finally {
      this.giveSlot();
    }
  }

  /** Starts the browser before the first document is asked for. */
  async warmUp(): Promise<void> {
    const generation = await this.take();
    generation.busy -= 1;
  }

  /** Whether the browser in use runs in its own sandbox; undefined while none runs. */
  async sandboxed(): Promise<boolean | undefined> {
    return (await this.current?.catch(() => undefined))?.sandboxed;
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const asked of [this.current, this.successor]) {
      const generation = await asked?.catch(() => undefined);
      await generation?.close();
    }
  }

  private async renderIn(generation: BrowserGeneration, html: string): Promise<Uint8Array> {
    try {
      return await this.watched(generation, () => generation.print(html));
    } catch (error) {
      generation.retire();
      throw isTimeout(error) ? new RenderTimedOut('a call to the browser got no answer in time', { reason: error.message }) : error;
    } finally {
      generation.busy -= 1;
      generation.count();
      if (generation.retired && generation.busy === 0) {
        await generation.close();
      }
    }
  }

  /** The browser to use now, with one more at work in it; a retired one is left to those who still render on it. */
  private async take(): Promise<BrowserGeneration> {
    for (;;) {
      if (this.closed) {
        throw new Error('the paper maker is closed');
      }
      const asked = (this.current ??= this.launched());
      const generation = await asked;
      if (!generation.retired) {
        generation.busy += 1;
        this.prepareSuccessor(generation);
        return generation;
      }
      if (this.current === asked) {
        this.current = this.successor;
        this.successor = undefined;
        if (generation.busy === 0) {
          await generation.close();
        }
      }
    }
  }

  /** Starting a browser takes as long as dozens of papers: the next one is up before this one goes. */
  private prepareSuccessor(generation: BrowserGeneration): void {
    if (generation.nearlySpent && this.successor === undefined) {
      const next = this.start(this.options.pages);
      this.successor = next;
      next.catch(() => {
        // Then the one that follows is started when it is needed, and fails there with its reason.
        this.successor = undefined;
      });
    }
  }

  private launched(): Promise<BrowserGeneration> {
    const launching = this.start(0);
    launching.catch(() => {
      this.current = undefined;
    });
    return launching;
  }

  private async start(warmPages: number): Promise<BrowserGeneration> {
    const generation = await BrowserGeneration.start(await this.options.install(), this.options);
    this.options.onLaunch(await generation.browser.version());
    await generation.warm(warmPages);
    return generation;
  }

  private async watched<T>(generation: BrowserGeneration, work: () => Promise<T>): Promise<T> {
    const { watchdogMs } = this.options;
    let timer: NodeJS.Timeout | undefined;
    const bite = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        generation.kill();
        reject(new RenderTimedOut(`no paper after ${watchdogMs} ms`, { watchdogMs }));
      }, watchdogMs);
    });
    try {
      return await Promise.race([work(), bite]);
    } finally {
      clearTimeout(timer);
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
