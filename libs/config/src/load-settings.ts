import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { InvalidSettings } from './invalid-settings';
import { keepOnce, keptIn } from './kept-once';
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
    sessionSecret: settings.sessionSecret ?? secretOf(dataDir, 'session-secret'),
    signingKey: settings.signingKey ?? secretOf(dataDir, 'signing-key'),
  };
}

function secretOf(dataDir: string, name: string): string {
  return keptIn(dataDir, name) ?? keepOnce(dataDir, name, randomBytes(48).toString('base64url'));
}
