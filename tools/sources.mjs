// @ts-check
// One hash over a set of source files: tells whether a build is still good.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const SKIPPED = new Set(['node_modules', 'dist', 'coverage', 'test-results', 'playwright-report', '.vite', '.data', 'out']);

/** @type {(path: string) => boolean} */
const ALL = () => true;

/** Paths of all files below `folder`, sorted, relative to `root`. */
export function filesBelow(root, folder, keep = ALL) {
  const found = [];
  const walk = (path) => {
    const full = join(root, path);
    if (!existsSync(full)) return;
    if (statSync(full).isFile()) {
      if (keep(path)) found.push(path);
      return;
    }
    for (const name of readdirSync(full).sort()) if (!SKIPPED.has(name)) walk(`${path}/${name}`);
  };
  walk(folder);
  return found;
}

/** sha256 over path and content of every file in the given folders or files. */
export function hashOf(root, paths, keep = ALL) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesBelow(root, path, keep)) {
      hash
        .update(`${file}\0`)
        .update(readFileSync(join(root, file)))
        .update('\0');
    }
  }
  return hash.digest('hex');
}
