import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a file of a data folder has held since it was first kept; undefined before that. */
export function keptIn(dataDir: string, name: string): string | undefined {
  const file = join(dataDir, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/**
 * Keeps a text for the owner's eyes and answers what is kept: ours, or that of a process that came first. A hard link appears whole or not
 * at all, so processes that start together agree.
 */
export function keepOnce(dataDir: string, name: string, text: string): string {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, name);
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, text, { mode: 0o600 });
  try {
    linkSync(mine, file);
  } catch (error) {
    if (!existsSync(file)) {
      throw error;
    }
  } finally {
    rmSync(mine, { force: true });
  }
  return readFileSync(file, 'utf8');
}
