import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Grid } from './likeness';
import { pageGrids } from './page-grids';

export interface Drawing {
  readonly bytes: Uint8Array;
  readonly mime: string;
}

const ENTRY = join(__dirname, 'scan-worker.js');
const TIMEOUT_MS = 60_000;

/**
 * Draws files small, each page as a grid, in a thread that ends with the answer or after a minute; undefined for one that cannot be
 * drawn. Where no build is (tests run from source), in this thread.
 */
export async function drawGrids(drawings: readonly Drawing[]): Promise<(Grid[] | undefined)[]> {
  return Promise.all(drawings.map((drawing) => (existsSync(ENTRY) ? inThread(drawing) : here(drawing))));
}

export async function here({ bytes, mime }: Drawing): Promise<Grid[] | undefined> {
  try {
    return [...(await pageGrids(bytes, mime))];
  } catch (error) {
    // A picture that cannot be drawn is a scan that cannot be compared so; a person looks at it.
    if (error instanceof Error) {
      return undefined;
    }
    throw error;
  }
}

function inThread(drawing: Drawing): Promise<Grid[] | undefined> {
  return new Promise((resolve) => {
    const worker = new Worker(ENTRY, { execArgv: [], workerData: drawing, resourceLimits: { maxOldGenerationSizeMb: 512 } });
    const end = (grids: Grid[] | undefined): void => {
      clearTimeout(timer);
      resolve(grids);
      void worker.terminate();
    };
    const timer = setTimeout(end, TIMEOUT_MS, undefined);
    worker.once('message', end);
    worker.once('error', () => {
      end(undefined);
    });
    worker.once('exit', () => {
      end(undefined);
    });
  });
}
