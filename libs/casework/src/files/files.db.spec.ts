import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attachments } from '../../../../test/harness/attachments';
import { docxWith, pdfWith, pngOf } from '../../../../test/harness/attachment-files';
import { EICAR, openClamd, scannerAt, type ClamdPeer } from '../../../../test/harness/clamd';
import { cloneDatabase } from '../../../../test/harness/database';
import { openS3, type S3Peer } from '../../../../test/harness/s3-peer';
import type { Casework } from '../casework';
import { openCasework, type CaseworkSettings } from '../open-casework';
import { checkedUpload } from './checked-upload';
import { reconcileFiles } from './reconcile-files';
import { moveFiles, scanWaiting } from './tend-files';

const P = 'HP';
const key = randomBytes(32);

describe('files of people', () => {
  let s3: S3Peer;
  let clamd: ClamdPeer;
  let database: Awaited<ReturnType<typeof cloneDatabase>>;
  const filesDir = mkdtempSync(join(tmpdir(), 'thidua-files-'));
  const opened: Casework[] = [];

  const open = async (more: Partial<CaseworkSettings> = {}): Promise<Casework> => {
    const base = { databaseUrl: database.url, databasePool: 4, demo: true, clock: 'movable' as const, attachments, filesDir };
    const casework = await openCasework({ ...base, ...more });
    opened.push(casework);
    return casework;
  };
  const put = ({ deps }: Casework, text: string): Promise<string> =>
    deps.database.inTransaction((tx) => deps.stores.files.put(tx, P, { bytes: Buffer.from(text), mime: 'text/plain', atMs: Date.now() }));
  const read = async ({ deps }: Casework, sha256: string): Promise<string | undefined> =>
    (await deps.stores.files.get(P, sha256))?.bytes.toString();
  const fail = (error: unknown): never => {
    throw error instanceof Error ? error : new Error(String(error));
  };

  beforeAll(async () => {
    [s3, clamd, database] = await Promise.all([openS3(), openClamd(), cloneDatabase()]);
  });
  afterAll(async () => {
    await Promise.all(opened.map((casework) => casework.close()));
    await Promise.all([s3.close(), clamd.close(), database.drop()]);
    rmSync(filesDir, { recursive: true, force: true });
  });

  describe('that lie in an object store', () => {
    it('are taken there after their commit, sealed and signed for, and read from there', async () => {
      const casework = await open({ filesStore: 's3', filesS3: s3.settings, filesKeys: [key] });
      const names = await Promise.all(['một', 'hai', 'ba', 'bốn', 'năm'].map((text) => put(casework, text)));
      expect(await moveFiles(casework.deps, 100, fail)).toBeGreaterThanOrEqual(5);
      expect(s3.refused).toEqual([]);
      expect(s3.objects.size).toBeGreaterThanOrEqual(5);
      expect([...s3.objects.values()].some(({ bytes }) => bytes.includes('một'))).toBe(false);
      expect(await read(casework, names[2] ?? '')).toBe('ba');
      expect((await reconcileFiles(casework.deps, { graceMs: 0 })).differences).toEqual([]);
    });

    it('stay where they are while it is away or full, and nothing is lost', async () => {
      const casework = await open({ filesStore: 's3', filesS3: s3.settings });
      const sha256 = await put(casework, 'kho đầy');
      const told: unknown[] = [];
      s3.full = true;
      expect(await moveFiles(casework.deps, 10, (error) => told.push(error))).toBe(0);
      expect(told).toMatchObject([{ code: 'storage-full' }]);
      expect(await read(casework, sha256)).toBe('kho đầy');
      s3.full = false;
      expect(await moveFiles(casework.deps, 10, fail)).toBe(1);
      expect(await read(casework, sha256)).toBe('kho đầy');
    });

    it('are refused to whoever has not the secret', async () => {
      const casework = await open({ filesStore: 's3', filesS3: { ...s3.settings, secret: 'sai' } });
      await put(casework, 'sai khóa');
      const told: unknown[] = [];
      expect(await moveFiles(casework.deps, 1, (error) => told.push(error))).toBe(0);
      expect(s3.refused.at(-1)).toBe('SignatureDoesNotMatch');
      expect(told).toHaveLength(1);
    });

    it('move on to a disk when that is where files are to lie, and leave nothing behind', async () => {
      const casework = await open({ filesStore: 'disk', filesS3: s3.settings, filesKeys: [key] });
      const names = await casework.deps.stores.fileLedger.page('s3', { provinceId: '', sha256: '' }, 100);
      expect(await moveFiles(casework.deps, 100, fail)).toBeGreaterThanOrEqual(names.length);
      expect(s3.objects.size).toBe(0);
      const found = await reconcileFiles(casework.deps, { graceMs: 0 });
      expect(found.differences).toEqual([]);
      expect(found.rows).toBe(found.files);
    });

    it('are compared with their rows both ways: what lies there for nobody, and what is gone', async () => {
      const casework = await open({ filesStore: 'disk', filesKeys: [key] });
      const disk = casework.deps.fileKeeping.places.disk;
      const [gone] = await casework.deps.stores.fileLedger.page('disk', { provinceId: '', sha256: '' }, 1);
      const stray = { provinceId: P, sha256: 'ab'.repeat(32) };
      await disk?.put(stray, Buffer.from('của ai'));
      await disk?.remove(gone ?? stray);
      const young = await reconcileFiles(casework.deps);
      expect(young.differences.map(({ what }) => what)).toEqual(['missing']);
      const found = await reconcileFiles(casework.deps, { graceMs: 0, clear: true });
      expect(found.differences).toMatchObject([
        { what: 'stray', sha256: stray.sha256 },
        { what: 'missing', sha256: gone?.sha256 },
      ]);
      expect(await disk?.get(stray)).toBeUndefined();
    });
  });

  describe('and the scanner', () => {
    const scanning = (): Promise<Casework> => open({ attachments: { ...attachments, scanner: scannerAt(clamd.url, 500) } });
    const infected = pdfWith({ objects: [`<< /Length ${EICAR.length} >>\nstream\n${EICAR}\nendstream`] });

    it('are refused by the name of what was found, and taken when clean', async () => {
      const { deps } = await scanning();
      await expect(checkedUpload(deps, { name: 'a.pdf', bytes: infected }, 'scan')).rejects.toMatchObject({
        code: 'file-infected',
        details: { found: 'Eicar-Test-Signature' },
      });
      expect(await checkedUpload(deps, { name: 'a.png', bytes: pngOf() }, 'evidence')).toMatchObject({
        scan: 'clean',
        notes: ['re-encoded'],
      });
    });

    it('wait in quarantine while it is away; what is read at once is refused meanwhile', async () => {
      const casework = await scanning();
      const { deps } = casework;
      clamd.silent = true;
      const upload = await checkedUpload(deps, { name: 'a.pdf', bytes: infected }, 'scan');
      const clean = await checkedUpload(deps, { name: 'b.docx', bytes: docxWith() }, 'evidence');
      expect([upload.scan, clean.scan]).toEqual(['waiting', 'waiting']);
      await expect(checkedUpload(deps, { name: 'a.pdf', bytes: pdfWith() }, 'opinion')).rejects.toMatchObject({ code: 'scanner-away' });
      const [bad, good] = await deps.database.inTransaction(async (tx) => [
        await deps.stores.files.put(tx, P, { ...upload, atMs: Date.now() }),
        await deps.stores.files.put(tx, P, { ...clean, atMs: Date.now() }),
      ]);
      expect(await scanWaiting(deps, 10)).toBe(0);
      await expect(deps.stores.files.get(P, bad)).rejects.toMatchObject({ code: 'scanner-away' });
      expect((await casework.health()).parts).toMatchObject({ scanner: expect.stringContaining('quarantine') as unknown });
      clamd.silent = false;
      expect(await scanWaiting(deps, 10)).toBe(2);
      await expect(deps.stores.files.get(P, bad)).rejects.toMatchObject({ code: 'file-infected' });
      expect((await deps.stores.files.get(P, good))?.bytes).toEqual(docxWith());
      expect(await deps.stores.fileLedger.counts()).toEqual(
        expect.arrayContaining([expect.objectContaining({ scan: 'infected', files: 1 })]),
      );
    });

    it('are taken unseen where none is configured, and /health says so', async () => {
      const casework = await open();
      expect(await checkedUpload(casework.deps, { name: 'a.pdf', bytes: pdfWith() }, 'scan')).toMatchObject({
        scan: 'unscanned',
        pages: 1,
      });
      expect((await casework.health()).parts).toMatchObject({ scanner: expect.stringContaining('not scanned') as unknown });
    });
  });

  it('are refused by one code and its facts, before anything is kept', async () => {
    const { deps } = await open();
    const refusals = [
      checkedUpload(deps, { name: 'a.pdf', bytes: Buffer.alloc(11 * 1024 * 1024) }, 'opinion'),
      checkedUpload(deps, { name: 'a.pdf', bytes: pngOf() }, 'scan'),
      checkedUpload(deps, { name: 'a.docx', bytes: docxWith([{ name: 'word/vbaProject.bin', data: 'x' }]) }, 'evidence'),
      checkedUpload(deps, null, 'sheet'),
    ];
    const codes = await Promise.all(refusals.map((one) => one.catch((error: unknown) => (error as { code: string }).code)));
    expect(codes).toEqual(['file-too-large', 'file-not-what-it-says', 'file-active-content', 'file-not-what-it-says']);
  });
});
