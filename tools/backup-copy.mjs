// @ts-check
// Copies of files with their hashes, and the check of such a copy. A manifest is lines `sha256  bytes  path`, sorted by path.
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync, readdirSync, existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * Every file below a folder, by its path from there; `skip` hears `pg_wal/0000…` and says which branch is left out.
 * @param {string} folder @param {(path: string) => boolean} [skip]
 * @returns {string[]}
 */
export function filesBelow(folder, skip = (path) => path === '', from = folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      const name = relative(from, path).split('\\').join('/');
      if (skip(name)) return [];
      return entry.isDirectory() ? filesBelow(path, skip, from) : entry.isFile() ? [name] : [];
    })
    .toSorted();
}

/** Folders that must be there although they hold nothing.
 * @returns {string[]} */
export function foldersBelow(folder, from = folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (!entry.isDirectory()) return [];
    const path = join(folder, entry.name);
    return [relative(from, path).split('\\').join('/'), ...foldersBelow(path, from)];
  });
}

/** @returns {Promise<{ sha256: string, bytes: number } | undefined>} undefined when the file is gone, as a running server's may be */
export async function copyHashed(from, to) {
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  let bytes = 0;
  const meter = new Transform({
    transform(chunk, _encoding, next) {
      hash.update(chunk);
      bytes += chunk.length;
      next(null, chunk);
    },
  });
  try {
    await pipeline(createReadStream(from), meter, createWriteStream(to, { mode: 0o600 }));
  } catch (error) {
    if (error.code === 'ENOENT' && error.path === from) return undefined;
    throw error;
  }
  return { sha256: hash.digest('hex'), bytes };
}

export async function hashOf(path) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
