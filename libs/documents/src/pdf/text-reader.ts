import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { extractPages } from './extract-text';

export interface TextQuestion {
  readonly id: number;
  readonly bytes: Uint8Array;
}

export type TextAnswer = { readonly id: number } & ({ readonly pages: string[] } | { readonly failure: string });

interface Waiting {
  readonly resolve: (pages: string[]) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

const ENTRY = join(__dirname, 'text-worker.js');
const TIMEOUT_MS = 30_000;

/** One thread that reads text out of PDFs. Where no build is (tests run from source), it reads in this thread. */
class TextReader {
  private readonly waiting = new Map<number, Waiting>();
  private worker: Worker | undefined;
  private lastId = 0;

  read(bytes: Uint8Array): Promise<string[]> {
    const copy = Uint8Array.from(bytes);
    return existsSync(ENTRY) ? this.ask(copy) : extractPages(copy);
  }

  async close(): Promise<void> {
    const worker = this.worker;
    this.worker = undefined;
    await worker?.terminate();
  }

  private ask(bytes: Uint8Array): Promise<string[]> {
    const worker = (this.worker ??= this.start());
    const id = (this.lastId += 1);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.abandon(worker, new Error(`no text after ${TIMEOUT_MS} ms`));
      }, TIMEOUT_MS);
      this.waiting.set(id, { resolve, reject, timer });
      worker.ref();
      worker.postMessage({ id, bytes } satisfies TextQuestion, [bytes.buffer as ArrayBuffer]);
    });
  }

  private start(): Worker {
    const worker = new Worker(ENTRY, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 512 } });
    worker.on('message', (answer: TextAnswer) => {
      const waiting = this.waiting.get(answer.id);
      if (waiting === undefined) {
        return;
      }
      this.waiting.delete(answer.id);
      clearTimeout(waiting.timer);
      if (this.waiting.size === 0) {
        worker.unref();
      }
      if ('pages' in answer) {
        waiting.resolve(answer.pages);
      } else {
        waiting.reject(new Error(answer.failure));
      }
    });
    worker.on('error', (error) => {
      this.abandon(worker, error instanceof Error ? error : new Error(String(error)));
    });
    worker.on('exit', () => {
      this.abandon(worker, new Error('the thread that reads text ended'));
    });
    return worker;
  }

  private abandon(worker: Worker, error: Error): void {
    if (this.worker === worker) {
      this.worker = undefined;
      for (const { reject, timer } of this.waiting.values()) {
        clearTimeout(timer);
        reject(error);
      }
      this.waiting.clear();
      void worker.terminate();
    }
  }
}

const reader = new TextReader();

/** The text of each page, NFC. The bytes are copied and stay usable. Throws when it is no readable PDF. */
export function readPdfText(bytes: Uint8Array): Promise<string[]> {
  return reader.read(bytes);
}

/** Ends the thread; the next read starts it again. */
export function closeTextReader(): Promise<void> {
  return reader.close();
}
