// @ts-check
// After `vite build`: what the entry and each lazy route make a browser download (gzip), against the agreed budget.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const DIST = fileURLToPath(new URL('../dist/', import.meta.url));
export const ENTRY_KB = 260;
export const ROUTE_KB = 150;
/** Routes only administrators open may weigh more: the modeler alone is about 230 kB. */
export const ADMIN_KB = 520;
const ADMIN = /features\/modeler\//;

/** @typedef {{ file: string, src?: string, isEntry?: boolean, isDynamicEntry?: boolean, imports?: string[] }} Chunk */

/** @returns {{ entryKb: number, routes: { name: string, addsKb: number, limitKb: number }[] } | null} null when nothing is built */
export function measure() {
  const path = `${DIST}.vite/manifest.json`;
  if (!existsSync(path)) return null;
  /** @type {Record<string, Chunk>} */
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry === true);
  if (entry === undefined) throw new Error('no entry in the manifest');
  const shared = closure(manifest, entry);
  const routes = Object.keys(manifest)
    .filter((key) => manifest[key]?.isDynamicEntry === true && /features\/.*-(page|work)\.tsx$/.test(key))
    .map((key) => ({
      name: key,
      addsKb: weigh(
        manifest,
        [...closure(manifest, key)].filter((one) => !shared.has(one)),
      ),
      limitKb: ADMIN.test(key) ? ADMIN_KB : ROUTE_KB,
    }));
  return { entryKb: weigh(manifest, [...shared]), routes };
}

/** @param {Record<string, Chunk>} manifest @param {string} start @returns {Set<string>} */
function closure(manifest, start, seen = new Set()) {
  if (!seen.has(start)) {
    seen.add(start);
    for (const next of manifest[start]?.imports ?? []) closure(manifest, next, seen);
  }
  return seen;
}

/** @param {Record<string, Chunk>} manifest @param {string[]} keys */
function weigh(manifest, keys) {
  const bytes = keys.map((key) => gzipSync(readFileSync(`${DIST}${manifest[key]?.file}`)).length);
  return Math.round(bytes.reduce((sum, one) => sum + one, 0) / 102.4) / 10;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const measured = measure();
  if (measured === null) throw new Error('build first');
  process.stdout.write(`entry ${measured.entryKb} kB (≤ ${ENTRY_KB})\n`);
  for (const { name, addsKb, limitKb } of measured.routes) process.stdout.write(`${name} +${addsKb} kB (≤ ${limitKb})\n`);
  if (measured.entryKb > ENTRY_KB || measured.routes.some(({ addsKb, limitKb }) => addsKb > limitKb)) process.exitCode = 1;
}
