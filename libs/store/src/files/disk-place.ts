import { randomUUID } from 'node:crypto';
import { mkdir, open, opendir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PlaceFull } from './errors';
import { keyOf, nameOf, type FileName, type FilePlace, type LyingFile } from './file-place';

const HALF = '.part';
/** A half-written file older than this belongs to nobody alive. */
const ABANDONED_MS = 3_600_000;

/** A folder of files. A file appears under its name whole and on the platter, or not at all. */
export function diskPlace(folder: string): FilePlace {
  const pathOf = (name: FileName): string => join(folder, keyOf(name));
  return {
    location: 'disk',
    put: async (name, bytes) => {
      const path = pathOf(name);
      const half = `${path}.${randomUUID()}${HALF}`;
      try {
        await mkdir(dirname(path), { recursive: true });
        await written(half, bytes);
        await rename(half, path);
        await flushed(dirname(path));
      } catch (error) {
        await rm(half, { force: true });
        throw isFull(error) ? new PlaceFull('the disk of files is full', { location: 'disk' }) : error;
      }
    },
    get: async (name) => {
      try {
        return await readFile(pathOf(name));
      } catch (error) {
        if (codeOf(error) === 'ENOENT') {
          return undefined;
        }
        throw error;
      }
    },
    remove: (name) => rm(pathOf(name), { force: true }),
    list: () => lying(folder),
  };
}

async function written(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The name too must survive a power cut. Windows cannot open a folder, and keeps names by itself. */
async function flushed(folder: string): Promise<void> {
  if (process.platform === 'win32') {
    return;
  }
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Files by their names; what a killed process left half-written is cleared away on the way. */
async function* lying(folder: string): AsyncIterable<LyingFile> {
  for await (const province of entries(folder)) {
    for await (const half of entries(join(folder, province))) {
      for await (const file of entries(join(folder, province, half))) {
        const path = join(folder, province, half, file);
        const found = await stat(path);
        const name = nameOf(`${province}/${half}/${file}`);
        if (name !== undefined) {
          yield { ...name, size: found.size, changedMs: found.mtimeMs };
        } else if (file.endsWith(HALF) && Date.now() - found.mtimeMs > ABANDONED_MS) {
          await rm(path, { force: true });
        }
      }
    }
  }
}

async function* entries(folder: string): AsyncIterable<string> {
  try {
    for await (const entry of await opendir(folder)) {
      yield entry.name;
    }
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR'].includes(codeOf(error))) {
      throw error;
    }
  }
}

function isFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(codeOf(error));
}

function codeOf(error: unknown): string {
  // Not by instanceof: an error of Node's own may stem from another realm.
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
