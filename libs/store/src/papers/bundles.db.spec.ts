import { createHash, randomUUID } from 'node:crypto';
import { cloneDatabase } from '../../../../test/harness/database';
import { connect, type Database } from '../database/database';
import { BundleStore } from './bundle.store';

const P = 'HP';
const at = new Date('2026-03-02T02:00:00Z');

describe('what goes into a bundle', () => {
  let database: Database;
  let drop: () => Promise<void>;
  let bundles: BundleStore;
  const org = randomUUID();

  beforeAll(async () => {
    const clone = await cloneDatabase();
    drop = clone.drop;
    database = await connect({ url: clone.url, poolSize: 4 });
    bundles = new BundleStore(database);
  });
  afterAll(async () => {
    await database.close();
    await drop();
  });

  /** Rows as they would never be written: keys and triggers look away. */
  async function write(text: string, values: readonly unknown[]): Promise<void> {
    await database.inTransaction(async (tx) => {
      await tx.query('set local session_replication_role = replica');
      await tx.query(text, [...values]);
    });
  }

  async function file(bytes: string): Promise<string> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await write(
      `insert into file (province_id, sha256, mime, size, bytes, created_at) values ($1, $2, 'application/pdf', $3, $4, $5) on conflict do nothing`,
      [P, sha256, bytes.length, Buffer.from(bytes), at],
    );
    return sha256;
  }

  async function paper(
    more: { sha256?: string | null; state?: string; dossierId?: string | null; pages?: number | null } = {},
  ): Promise<string> {
    const id = randomUUID();
    await write(
      `insert into paper (province_id, id, org_id, kind, slot, title, state, data_hash, template_version, verify_token, created_at, file_sha256, pages, dossier_id)
       values ($1, $2, $3, 'to-trinh', $4, 'x', $5, 'h', '1', $4, $6, $7, $8, $9)`,
      [P, id, org, id, more.state ?? 'issued', at, more.sha256 ?? null, more.pages === undefined ? 1 : more.pages, more.dossierId ?? null],
    );
    return id;
  }

  async function dossier(secrecy: string): Promise<string> {
    const id = randomUUID();
    await write(
      `insert into dossier (province_id, id, code, org_id, occasion, year, title, status, created_by, created_at, secrecy, paper_only)
       values ($1, $2, $3, $4, 'annual', 2026, '', 'drafting', $2, $5, $6, $7)`,
      [P, id, id, org, at, secrecy, secrecy !== 'none'],
    );
    return id;
  }

  it('is the papers asked for in their order, and never one of a state secret', async () => {
    const sha256 = await file('%PDF');
    const open = await paper({ sha256, dossierId: await dossier('none') });
    const secret = await paper({ sha256, dossierId: await dossier('mat') });
    const [bare, loose] = [await paper(), await paper({ sha256 })];
    expect((await bundles.files(P, [loose, secret, bare, open])).map(({ id }) => id)).toEqual([loose, open]);
    expect((await bundles.files(P, [open]))[0]).toMatchObject({ date: '2026-03-02', dataHash: 'h', sha256 });
  });

  it('comes from the rounds below that the rows came through, the nearest first', async () => {
    const [top, middle, low, other] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    const [row, stranger] = [randomUUID(), randomUUID()];
    for (const round of [top, middle, low, other]) {
      await write(
        `insert into review_round (province_id, id, code, org_id, standing_org_id, level, occasion, year, title, status, pack_hash, closes_at, created_at)
         values ($1, $2::uuid, $2::text, $3, $3, 'XA', 'annual', 2026, 'x', 'closed', 'h', $4, $4)`,
        [P, round, org, at],
      );
    }
    for (const [round, nominee, source] of [
      [low, row, null],
      [middle, row, low],
      [top, row, middle],
      [other, stranger, null],
      [top, stranger, other],
    ]) {
      await write('insert into round_row (province_id, round_id, row_id, joined_at, source_round_id) values ($1, $2, $3, $4, $5)', [
        P,
        round,
        nominee,
        at,
        source,
      ]);
    }
    expect(await bundles.roundsBelow(P, top, [row])).toEqual([middle, low]);
    expect(await bundles.roundsBelow(P, low, [row])).toEqual([]);
  });

  it('agrees with the files kept: each way of not doing so is told', async () => {
    await write('delete from paper', []);
    const good = await file('%PDF good');
    await paper({ sha256: good });
    expect(await bundles.disagreements(P)).toEqual([]);
    const lost = createHash('sha256').update('lost').digest('hex');
    await paper({ sha256: lost });
    const changed = await file('%PDF before');
    await paper({ sha256: changed });
    await write(`update file set bytes = 'after' where sha256 = $1`, [changed]);
    const empty = await paper();
    expect(await bundles.disagreements(P)).toEqual(
      expect.arrayContaining([
        { what: 'file-missing', id: lost },
        { what: 'file-changed', id: changed },
        { what: 'issued-without-file', id: empty },
      ]),
    );
  });

  it('tells the files that no row names, once they are old enough', async () => {
    const nobodys = await file('%PDF nobody');
    const later = new Date(at.getTime() + 1);
    expect((await bundles.unnamedFiles(P, later)).map(({ sha256 }) => sha256)).toContain(nobodys);
    expect((await bundles.unnamedFiles(P, later)).map(({ sha256 }) => sha256)).not.toContain(
      createHash('sha256').update('%PDF good').digest('hex'),
    );
    expect(await bundles.unnamedFiles(P, at)).toEqual([]);
  });
});
