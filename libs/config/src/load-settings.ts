import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InvalidSettings } from './invalid-settings';
import { readSettings } from './read-settings';
import type { Settings } from './settings';

/** Settings of a process that is about to run: folders exist, named files are there, its secrets are known. */
export type LoadedSettings = Settings & { readonly sessionSecret: string; readonly signingKey: string };

/**
 * Reads this process's own variables; the one place in the house that touches process.env.
 * @throws InvalidSettings
 */
export function loadSettings(): LoadedSettings {
  const settings = readSettings(process.env);
  const named = {
    CHROMIUM_PATH: settings.chromiumPath === 'bundled' ? null : settings.chromiumPath,
  };
  const missing = Object.entries(named).filter(([, path]) => typeof path === 'string' && !existsSync(path));
  if (missing.length > 0) {
    throw new InvalidSettings(missing.map(([name]) => `${name}: không có tệp này / there is no such file`));
  }
  mkdirSync(settings.filesDir, { recursive: true });
  const { dataDir } = settings;
  return {
    ...settings,
    sessionSecret: settings.sessionSecret ?? keptSecret(dataDir, 'session-secret'),
    signingKey: settings.signingKey ?? keptSecret(dataDir, 'signing-key'),
  };
}

/** Made once per data folder. A hard link appears whole or not at all, so two processes starting together agree on one secret. */
function keptSecret(dataDir: string, name: string): string {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, name);
  if (!existsSync(file)) {
    const mine = `${file}.${process.pid}`;
    writeFileSync(mine, randomBytes(48).toString('base64url'), { mode: 0o600 });
    try {
      linkSync(mine, file);
    } catch (error) {
      if (!existsSync(file)) {
        throw error;
      }
    } finally {
      rmSync(mine, { force: true });
    }
  }
  return readFileSync(file, 'utf8');
}
