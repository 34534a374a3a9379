import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openCasework, reconcileFiles, type Casework } from '@thidua/casework';
import { cloneDatabase } from '../harness/database';

jest.setTimeout(180_000);

const P = 'HP';
const ROOT = process.env['THIDUA_ROOT'] ?? resolve(__dirname, '..', '..');
const ENTRY = join(ROOT, 'dist', 'test', 'faults', 'mover-entry.js');
const FILES = 150;

/** The mover is killed at its two named points and then wherever it happens to be; what it moved and what it did not stays readable. */
describe('a mover that is killed', () => {
  const filesDir = mkdtempSync(join(tmpdir(), 'thidua-mover-'));
  let clone: Awaited<ReturnType<typeof cloneDatabase>>;
  let casework: Casework;
  const names: string[] = [];
  const textOf = (n: number): string => `tệp ${n} `.repeat(400);

  beforeAll(async () => {
    clone = await cloneDatabase();
    casework = await openCasework({ databaseUrl: clone.url, databasePool: 4, demo: true, clock: 'real', filesStore: 'disk', filesDir });
    const { database, stores } = casework.deps;
    for (let n = 0; n < FILES; n += 1) {
      const file = { bytes: Buffer.from(textOf(n)), mime: 'text/plain', atMs: Date.now() };
      names.push(await database.inTransaction((tx) => stores.files.put(tx, P, file)));
    }
  });
  afterAll(async () => {
    await casework.close();
    await clone.drop();
    rmSync(filesDir, { recursive: true, force: true });
  });

  /** One life: until it dies of its fault, is killed after so many milliseconds of work, or (null) has nothing more to do. */
  function live(end: { readonly fault: string } | { readonly afterMs: number } | null): Promise<NodeJS.Signals | null> {
    // Node leaves out variables without a value.
    const FAULT = end !== null && 'fault' in end ? `${end.fault}:1` : undefined;
    const env = { ...process.env, NODE_ENV: 'test', DATABASE_URL: clone.url, FILES_DIR: filesDir, FAULT };
    const child = fork(ENTRY, [], { env, execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    child.on('message', (word) => {
      if (word === 'ready' && end !== null && 'afterMs' in end) {
        setTimeout(() => child.kill('SIGKILL'), end.afterMs);
      }
      if (word === 'idle') {
        child.kill('SIGTERM');
      }
    });
    return new Promise((done) => {
      child.once('exit', (_code, signal) => {
        done(signal);
      });
    });
  }

  const onDisk = async (): Promise<number> =>
    (await casework.deps.stores.fileLedger.page('disk', { provinceId: '', sha256: '' }, 1000)).length;

  it('loses nothing, moves nothing twice and leaves nothing over', async () => {
    expect(await live({ fault: 'file.after-put' })).toBe('SIGKILL');
    expect(await onDisk()).toBe(0);
    const halfWay = await reconcileFiles(casework.deps, { graceMs: 0 });
    expect(halfWay.differences).toMatchObject([{ what: 'stray' }]);
    expect(await live({ fault: 'file.after-move' })).toBe('SIGKILL');
    expect(await onDisk()).toBe(1);
    for (let life = 0; life < 5; life += 1) {
      await live({ afterMs: 5 + ((life * 37) % 90) });
      const [name = ''] = [names[(life * 31) % FILES]];
      expect((await casework.deps.stores.files.get(P, name))?.sha256).toBe(name);
    }
    expect(await live(null)).toBe('SIGTERM');
    expect(await onDisk()).toBe(FILES);
    for (const [n, name] of names.entries()) {
      expect((await casework.deps.stores.files.get(P, name))?.bytes.toString()).toBe(textOf(n));
    }
    expect((await reconcileFiles(casework.deps, { graceMs: 0 })).differences).toEqual([]);
  });
});
