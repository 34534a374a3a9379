import { InvalidSettings } from './invalid-settings';
import { readSettings } from './read-settings';

const DATABASE_URL = 'postgres://thidua:secret@127.0.0.1:5432/thidua';
const faultsOf = (env: Record<string, string>): readonly unknown[] => {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof InvalidSettings) {
      return error.details['faults'] as readonly unknown[]; // the constructor puts the list there
    }
    throw error;
  }
  return [];
};

describe('readSettings', () => {
  it('needs nothing but a database', () => {
    const settings = readSettings({ DATABASE_URL });
    expect(settings).toMatchObject({
      nodeEnv: 'production',
      host: '127.0.0.1',
      port: 3000,
      workerPort: null,
      databaseUrl: DATABASE_URL,
      redisUrl: null,
      chromiumPath: null,
      demo: false,
      clock: 'real',
      fault: null,
      sessionSecret: null,
    });
    expect(settings.filesDir).toBe(`${settings.dataDir}/files`);
    expect(settings.cacheDir).toBe(`${settings.dataDir}/cache`);
  });

  it('counts an empty variable as absent', () => {
    expect(readSettings({ DATABASE_URL, REDIS_URL: '', PORT: ' ' })).toMatchObject({ redisUrl: null, port: 3000 });
  });

  it('names every fault at once and repeats no value', () => {
    const faults = faultsOf({ DATABASE_URL: 'mysql://root:hunter2@db/x', PORT: '0', NODE_ENV: 'prod', SESSION_SECRET: 'short' });
    expect(faults).toHaveLength(4);
    expect(faults.join()).not.toContain('hunter2');
    expect(faults.join()).not.toContain('short');
  });

  it('refuses to start without a database', () => {
    expect(faultsOf({})).toEqual([expect.stringMatching(/^DATABASE_URL: chưa khai báo/)]);
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', '3e3'],
    ['WORKER_PORT', '0'],
    ['DATABASE_POOL', '0'],
    ['REDIS_URL', 'http://127.0.0.1'],
    ['CHROMIUM_PATH', 'chromium'],
    ['DEMO', 'yes'],
    ['CLOCK', 'fast'],
  ])('refuses %s=%s', (name, value) => {
    expect(faultsOf({ DATABASE_URL, [name]: value })).toEqual([expect.stringMatching(new RegExp(`^${name}: `))]);
  });

  it("takes 'bundled' as a browser", () => {
    expect(readSettings({ DATABASE_URL, CHROMIUM_PATH: 'bundled' }).chromiumPath).toBe('bundled');
  });

  it('moves the clock in demo mode and refuses it in production', () => {
    expect(readSettings({ DATABASE_URL, DEMO: '1' }).clock).toBe('movable');
    expect(readSettings({ DATABASE_URL, DEMO: '1', CLOCK: 'real' }).clock).toBe('real');
    expect(faultsOf({ DATABASE_URL, CLOCK: 'movable' })).toHaveLength(1);
  });

  it('reads a fault point in tests only', () => {
    expect(readSettings({ DATABASE_URL, NODE_ENV: 'test', FAULT: 'paper.after-render:2' }).fault).toEqual({
      name: 'paper.after-render',
      hit: 2,
    });
    expect(faultsOf({ DATABASE_URL, FAULT: 'paper.after-render:2' })).toHaveLength(1);
    expect(faultsOf({ DATABASE_URL, NODE_ENV: 'test', FAULT: 'paper.after-render' })).toHaveLength(1);
  });

  it('keeps files in the database unless told otherwise, and wants a whole bucket and whole keys', () => {
    expect(readSettings({ DATABASE_URL })).toMatchObject({ filesStore: 'database', filesS3: null, filesKeys: [], clamavUrl: null });
    const [key, old] = ['ab'.repeat(32), Buffer.alloc(32, 7).toString('base64')];
    const told = { FILES_STORE: 's3', FILES_S3_URL: 'https://kho.example/tep/', FILES_S3_KEY_ID: 'id', FILES_S3_SECRET: 's' };
    const settings = readSettings({ DATABASE_URL, ...told, FILES_KEY: key, FILES_KEYS_OLD: old, CLAMAV_URL: 'tcp://127.0.0.1:3310' });
    expect(settings).toMatchObject({ filesStore: 's3', filesS3: { url: 'https://kho.example/tep', region: 'us-east-1', keyId: 'id' } });
    expect(settings.filesKeys).toEqual([Buffer.from(key, 'hex'), Buffer.alloc(32, 7)]);
    expect(faultsOf({ DATABASE_URL, FILES_STORE: 's3' })).toHaveLength(1);
    expect(faultsOf({ DATABASE_URL, FILES_S3_URL: 'https://kho.example/tep' })).toHaveLength(1);
    expect(faultsOf({ DATABASE_URL, FILES_KEY: 'ngắn', FILES_KEYS_OLD: old })).toHaveLength(1);
    expect(faultsOf({ DATABASE_URL, FILES_KEYS_OLD: old, CLAMAV_URL: 'http://x' })).toHaveLength(2);
  });

  it('takes as public address a host alone, since it goes into printed codes', () => {
    const of = (PUBLIC_URL: string): string | null => readSettings({ DATABASE_URL, PUBLIC_URL }).publicUrl;
    expect(of('https://thidua.haiphong.gov.vn/')).toBe('https://thidua.haiphong.gov.vn');
    expect(readSettings({ DATABASE_URL }).publicUrl).toBeNull();
    for (const PUBLIC_URL of ['thidua.vn', 'ftp://thidua.vn', 'https://thidua.vn/x', 'https://a:b@thidua.vn', 'https://thidua.vn?x=1']) {
      expect(faultsOf({ DATABASE_URL, PUBLIC_URL })).toHaveLength(1);
    }
  });
});
