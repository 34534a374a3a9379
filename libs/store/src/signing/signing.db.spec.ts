import { createHash, randomUUID } from 'node:crypto';
import { cloneDatabase } from '../../../../test/harness/database';
import { connect, type Database } from '../database/database';
import { FileStore } from '../files/file.store';
import { CredentialStore, type NewCredential } from './credential.store';
import { ScanCheckStore, type NewScanCheck } from './scan-check.store';
import { SignatureImageStore } from './signature-image.store';

const P = 'HP';
const NOW = Date.UTC(2026, 2, 2, 2);

describe('what papers are signed with', () => {
  let database: Database;
  let drop: () => Promise<void>;
  const someone = randomUUID();

  beforeAll(async () => {
    const clone = await cloneDatabase();
    drop = clone.drop;
    database = await connect({ url: clone.url, poolSize: 4 });
  });
  afterAll(async () => {
    await database.close();
    await drop();
  });

  const credential = (ownerId: string, label: string): NewCredential => ({
    id: randomUUID(),
    ownerKind: 'position',
    ownerId,
    personId: someone,
    driver: 'p12',
    label,
    issuer: 'Ban Cơ yếu Chính phủ',
    certificate: Buffer.from('der'),
    secret: Buffer.from('sealed'),
    validFrom: new Date(NOW),
    validTo: new Date(NOW + 1000),
    addedBy: someone,
    addedMs: NOW,
  });

  it('has one certificate in use per post; a new one puts the old aside, and both can still be read', async () => {
    const store = new CredentialStore(database);
    const post = randomUUID();
    const [first, second] = [credential(post, 'Cũ'), credential(post, 'Mới')];
    await database.inTransaction((tx) => store.put(tx, P, first));
    await database.inTransaction((tx) => store.put(tx, P, second));
    expect(await store.of(P, 'position', post)).toMatchObject({ id: second.id, label: 'Mới', revokedAt: null });
    expect((await store.byId(P, first.id))?.revokedAt).toEqual(new Date(NOW));
    expect(await store.of('QN', 'position', post)).toBeUndefined();
    await expect(
      database.inTransaction((tx) =>
        tx.query('update signing_credential set revoked_at = null where province_id = $1 and id = $2', [P, first.id]),
      ),
    ).rejects.toThrow();
  });

  it('revokes a certificate once', async () => {
    const store = new CredentialStore(database);
    const one = credential(randomUUID(), 'A');
    await database.inTransaction((tx) => store.put(tx, P, one));
    const revoke = (): Promise<boolean> => database.inTransaction((tx) => store.revoke(tx, P, one.id, { personId: someone, atMs: NOW }));
    expect([await revoke(), await revoke()]).toEqual([true, false]);
    expect(await store.of(P, 'position', one.ownerId)).toBeUndefined();
  });

  it('keeps a picture per person and body, the last one', async () => {
    const images = new SignatureImageStore(database);
    const files = new FileStore(database);
    await database.inTransaction(async (tx) => {
      for (const text of ['cũ', 'mới']) {
        const fileSha256 = await files.put(tx, P, { bytes: Buffer.from(text), mime: 'image/png', atMs: NOW });
        await images.put(tx, P, { ownerKind: 'person', ownerId: someone, fileSha256, keptBy: someone, atMs: NOW });
      }
    });
    const sha = createHash('sha256').update('mới').digest('hex');
    expect(await images.of(P, [someone])).toEqual([{ ownerKind: 'person', ownerId: someone, fileSha256: sha, keptAt: new Date(NOW) }]);
  });

  describe('by hand', () => {
    const checks = (): ScanCheckStore => new ScanCheckStore(database);

    async function waiting(verdict: NewScanCheck['verdict'], scan = 'bản quét'): Promise<NewScanCheck> {
      const paperId = randomUUID();
      const scanSha256 = await database.inTransaction(async (tx) => {
        await tx.query(
          `insert into paper (province_id, id, org_id, kind, slot, title, state, data_hash, template_version, verify_token, created_at)
           values ($1, $2, $3, 'quyet-dinh', $4, 'x', 'numbered', 'h', '1', $4, now())`,
          [P, paperId, someone, paperId],
        );
        return new FileStore(database).put(tx, P, { bytes: Buffer.from(scan), mime: 'application/pdf', atMs: NOW });
      });
      const check: NewScanCheck = {
        paperId,
        scanSha256,
        printSha256: 'p',
        pages: 2,
        pagesEqual: true,
        textShare: null,
        pictureShare: 0.75,
        numberSeen: null,
        verdict,
        uploadedBy: someone,
        atMs: NOW,
      };
      await database.inTransaction((tx) => checks().put(tx, P, check));
      return check;
    }

    const confirm = ({ paperId, scanSha256 }: NewScanCheck, reason: string | null): Promise<boolean> =>
      database.inTransaction((tx) => checks().confirm(tx, P, { paperId, scanSha256 }, { personId: someone, atMs: NOW, reason }));

    it('takes a better scan until one is confirmed', async () => {
      const first = await waiting('unsure');
      const again = { ...first, verdict: 'alike' } as const;
      expect(await database.inTransaction((tx) => checks().put(tx, P, again))).toBe(true);
      expect(await checks().of(P, first.paperId)).toMatchObject({
        verdict: 'alike',
        pictureShare: 0.75,
        confirmedAt: null,
      });
      expect([await confirm(first, null), await confirm(first, null)]).toEqual([true, false]);
      expect(await database.inTransaction((tx) => checks().put(tx, P, again))).toBe(false);
    });

    it('refuses in the database to confirm a scan that is not alike without a reason', async () => {
      const check = await waiting('different');
      await expect(confirm(check, null)).rejects.toThrow(/scan_check/);
      expect(await confirm(check, 'Máy quét làm nghiêng trang 2')).toBe(true);
    });
  });
});
