import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cloneDatabase } from '../../../../test/harness/database';
import { connect, type Database } from '../database/database';
import { rowsOf } from '../database/prepared';
import { diskPlace } from './disk-place';
import { FileKeys } from './file-keys';
import { FileLedgerStore } from './file-ledger.store';
import { FileStore, type NewFile } from './file.store';

const P = 'HP';
const NOW = Date.UTC(2026, 2, 2, 2);
const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('files and where they lie', () => {
  let database: Database;
  let drop: () => Promise<void>;
  const folder = mkdtempSync(join(tmpdir(), 'thidua-files-'));
  const disk = diskPlace(folder);
  const [oldKey, newKey] = [randomBytes(32), randomBytes(32)];

  beforeAll(async () => {
    const clone = await cloneDatabase();
    drop = clone.drop;
    database = await connect({ url: clone.url, poolSize: 4 });
  });
  afterAll(async () => {
    await database.close();
    await drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const put = (store: FileStore, text: string, more: Partial<NewFile> = {}): Promise<string> =>
    database.inTransaction((tx) => store.put(tx, P, { bytes: Buffer.from(text), mime: 'text/plain', atMs: NOW, ...more }));
  const toDisk = async (sha256: string): Promise<void> => {
    const ledger = new FileLedgerStore(database);
    const name = { provinceId: P, sha256 };
    await disk.put(name, (await ledger.lying(name)) ?? Buffer.alloc(0));
    await database.inTransaction((tx) => ledger.moved(tx, name, 'database', 'disk'));
  };

  it('finds a file by its hash in the transaction that brings it, and keeps one row of two alike', async () => {
    const store = new FileStore(database);
    const first = await put(store, 'tờ trình', { pages: 3, originalSha256: 'a'.repeat(64) });
    expect(await put(store, 'tờ trình')).toBe(first);
    expect(await store.get(P, first)).toMatchObject({ sha256: first, mime: 'text/plain', pages: 3, bytes: Buffer.from('tờ trình') });
    expect(await store.get('QN', first)).toBeUndefined();
  });

  it('reads a file that was moved to the disk from there, and says so when it is gone or damaged', async () => {
    const store = new FileStore(database, { places: { disk } });
    const sha256 = await put(store, 'quyết định');
    await toDisk(sha256);
    expect((await store.get(P, sha256))?.bytes).toEqual(Buffer.from('quyết định'));
    const [row] = await rowsOf<{ bytes: Buffer | null }>(database.reader, 'select bytes from file where sha256 = $1', [sha256]);
    expect(row?.bytes).toBeNull();
    writeFileSync(join(folder, P, sha256.slice(0, 2), sha256), 'quyết định giả');
    await expect(store.get(P, sha256)).rejects.toMatchObject({ code: 'file-damaged', details: { reason: 'damaged' } });
    await disk.remove({ provinceId: P, sha256 });
    await expect(store.get(P, sha256)).rejects.toMatchObject({ code: 'file-damaged', details: { reason: 'missing' } });
    await expect(new FileStore(database).get(P, sha256)).rejects.toMatchObject({ details: { reason: 'place' } });
  });

  it('seals files with the newest key, opens old ones with the key of their row, and shows nothing of them anywhere', async () => {
    const before = new FileStore(database, { places: { disk }, keys: new FileKeys([oldKey]) });
    const after = new FileStore(database, { places: { disk }, keys: new FileKeys([newKey, oldKey]) });
    const first = await put(before, 'bí mật thứ nhất');
    const second = await put(after, 'bí mật thứ hai');
    await toDisk(second);
    expect((await after.get(P, first))?.bytes.toString()).toBe('bí mật thứ nhất');
    expect((await after.get(P, second))?.bytes.toString()).toBe('bí mật thứ hai');
    await expect(before.get(P, second)).rejects.toMatchObject({ details: { reason: 'key' } });
    const [row] = await rowsOf<{ bytes: Buffer }>(database.reader, 'select bytes from file where sha256 = $1', [first]);
    expect(row?.bytes.includes('bí mật')).toBe(false);
    expect(readFileSync(join(folder, P, second.slice(0, 2), second)).includes('bí mật')).toBe(false);
    expect(second).toBe(sha(Buffer.from('bí mật thứ hai')));
  });

  it('opens no sealed file under the name of another', async () => {
    const store = new FileStore(database, { places: { disk }, keys: new FileKeys([newKey]) });
    const [mine, other] = [await put(store, 'của tôi'), await put(store, 'của người')];
    await database.inTransaction((tx) =>
      tx.query('update file set bytes = (select bytes from file where sha256 = $2) where sha256 = $1', [mine, other]),
    );
    await expect(store.get(P, mine)).rejects.toMatchObject({ code: 'file-damaged', details: { reason: 'key' } });
  });

  it('gives out nothing that waits in quarantine or is infected, and names what was found', async () => {
    const store = new FileStore(database);
    const ledger = new FileLedgerStore(database);
    const [good, bad] = [await put(store, 'tốt', { scan: 'waiting' }), await put(store, 'xấu', { scan: 'waiting' })];
    await expect(store.get(P, good)).rejects.toMatchObject({ code: 'scanner-away' });
    expect((await ledger.waiting(10)).map((name) => name.sha256).sort()).toEqual([good, bad].sort());
    expect((await store.getWaiting(P, good))?.toString()).toBe('tốt');
    await database.inTransaction((tx) => ledger.scanned(tx, { provinceId: P, sha256: good }, null, NOW));
    await database.inTransaction((tx) => ledger.scanned(tx, { provinceId: P, sha256: bad }, 'Eicar-Test-Signature', NOW));
    expect((await store.get(P, good))?.bytes.toString()).toBe('tốt');
    await expect(store.get(P, bad)).rejects.toMatchObject({ code: 'file-infected', details: { found: 'Eicar-Test-Signature' } });
    await expect(put(store, 'xấu', { scan: 'clean' }).then((sha256) => store.get(P, sha256))).rejects.toMatchObject({
      code: 'file-infected',
    });
  });

  it('lets a file out of quarantine when it comes in again and is found clean', async () => {
    const store = new FileStore(database);
    const sha256 = await put(store, 'hai lần', { scan: 'waiting' });
    await put(store, 'hai lần', { scan: 'clean' });
    expect((await store.get(P, sha256))?.bytes.toString()).toBe('hai lần');
  });

  it('writes a file whole or not at all, and leads out of its folder by no name', async () => {
    const name = { provinceId: 'QN', sha256: sha(Buffer.from('x')) };
    await disk.put(name, Buffer.from('x'));
    await disk.put(name, Buffer.from('x'));
    const shelf = join(folder, 'QN', name.sha256.slice(0, 2));
    expect(readdirSync(shelf)).toEqual([name.sha256]);
    await expect(disk.put({ provinceId: '../..', sha256: name.sha256 }, Buffer.from('x'))).rejects.toThrow('not the name of a file');
    await expect(disk.get({ provinceId: 'QN', sha256: '../../etc/passwd' })).rejects.toThrow('not the name of a file');
    const found = [];
    for await (const file of disk.list()) {
      found.push(file.sha256);
    }
    expect(found).toContain(name.sha256);
  });
});
