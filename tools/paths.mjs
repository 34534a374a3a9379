// @ts-check
// Where the checkout lies, whatever folder a command was called from.
import { join, resolve } from 'node:path';

export const ROOT = join(import.meta.dirname, '..');

/** The folder of all that must survive a restart: DATA_DIR, else `.data/` in the checkout. */
export const dataDir = () => resolve(ROOT, process.env['DATA_DIR'] || '.data');

/** What private systems of this checkout share, so that the bundled browser is unpacked once. */
export const SHARED_CACHE = join(ROOT, 'node_modules', '.cache', 'thidua');
