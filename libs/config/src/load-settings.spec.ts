import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InvalidSettings } from './invalid-settings';
import { loadSettings } from './load-settings';

describe('loadSettings', () => {
  const before = process.env;
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'thidua-config-'));
    process.env = { DATABASE_URL: 'postgres://u:p@127.0.0.1/x', DATA_DIR: folder };
  });
  afterEach(() => {
    process.env = before;
    rmSync(folder, { recursive: true });
  });

  it('makes one session secret per data folder, readable by its owner only', () => {
    const first = loadSettings().sessionSecret;
    expect(first.length).toBeGreaterThanOrEqual(32);
    expect(loadSettings().sessionSecret).toBe(first);
    expect(statSync(join(folder, 'session-secret')).mode & 0o077).toBe(0);
  });

  it('keeps the key of certificates apart from the session secret', () => {
    const { signingKey, sessionSecret } = loadSettings();
    expect(signingKey).not.toBe(sessionSecret);
    expect(loadSettings().signingKey).toBe(signingKey);
    expect(statSync(join(folder, 'signing-key')).mode & 0o077).toBe(0);
  });

  it('prefers the secret it is given', () => {
    process.env['SESSION_SECRET'] = 's'.repeat(40);
    expect(loadSettings().sessionSecret).toBe('s'.repeat(40));
  });

  it('refuses a browser that is not there', () => {
    process.env['CHROMIUM_PATH'] = join(folder, 'no-browser');
    expect(() => loadSettings()).toThrow(InvalidSettings);
  });
});
