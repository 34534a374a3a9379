import { cloneDatabase } from '../../../../test/harness/database';
import { shippedPack } from '../../../../test/harness/shipped-law';
import { connect, type Database } from '../database/database';
import { ConfirmationStore, type NewConfirmation } from './confirmation.store';
import { KinderLawStore } from './kinder-law.store';
import { LawStore } from './law.store';
import { LawProposalStore } from './proposal.store';

const HP = 'HP';
const AT = Date.UTC(2026, 2, 2, 2);
const [ANN, BOB] = [id(1), id(2)];

describe('what the law leaves in the database', () => {
  let database: Database;
  let drop: () => Promise<void>;
  const write = <T>(work: Parameters<Database['inTransaction']>[0]): Promise<T> => database.inTransaction(work) as Promise<T>;

  beforeAll(async () => {
    const clone = await cloneDatabase();
    drop = clone.drop;
    database = await connect({ url: clone.url, poolSize: 4 });
    const law = new LawStore(database);
    const content = shippedPack('vn-2025-nd152');
    await database.inTransaction(async (tx) => {
      await law.addPack(tx, { id: 'p', hash: 'one', content, from: '2025-07-01', to: null }, [], AT);
      await law.addPack(tx, { id: 'q', hash: 'two', content, from: '2025-07-01', to: null }, [], AT);
      await tx.query(
        `insert into dossier (province_id, id, code, org_id, occasion, year, title, status, pack_hash, created_by, created_at)
         values ('HP', $1, 'HS', $1, 'annual', 2026, 't', 'accepted', 'one', $1, now())`,
        [id(9)],
      );
    });
  });
  afterAll(async () => {
    await database.close();
    await drop();
  });

  const paper = { body: 'UBND thành phố', numberText: '12/QĐ-UBND', dated: '2026-01-15', fileSha256: 'f' };
  const row = (change: Partial<NewConfirmation> = {}): NewConfirmation => ({
    ...paper,
    id: id(3),
    packHash: 'one',
    rowKey: 'ballots/V-07',
    rowHash: 'h',
    rowId: 'V-07',
    note: null,
    proposedBy: ANN,
    atMs: AT,
    ...change,
  });

  it('confirms a row by two persons, once, and again after it was withdrawn', async () => {
    const store = new ConfirmationStore(database);
    const by = (personId: string): { personId: string; atMs: number; reason: null } => ({ personId, atMs: AT + 1, reason: null });
    expect(await write((tx) => store.propose(tx, HP, row()))).toBe(true);
    expect(await write((tx) => store.propose(tx, HP, row({ id: id(4) })))).toBe(false);
    await expect(write((tx) => store.settle(tx, HP, id(3), 'confirmed', by(ANN)))).rejects.toThrow();
    expect(await write((tx) => store.settle(tx, HP, id(3), 'confirmed', by(BOB)))).toBe(true);
    expect(await write((tx) => store.settle(tx, HP, id(3), 'declined', by(BOB)))).toBe(false);
    expect(await store.standing()).toMatchObject([{ provinceId: HP, status: 'confirmed', dated: '2026-01-15', settledBy: BOB }]);
    expect(await write((tx) => store.settle(tx, HP, id(3), 'withdrawn', by(ANN)))).toBe(true);
    expect(await write((tx) => store.propose(tx, HP, row({ id: id(4) })))).toBe(true);
  });

  it('puts local rows in force by another person, once', async () => {
    const store = new LawProposalStore(database);
    const content = { ...shippedPack('vn-2025-nd152'), id: 'local-hp' };
    await write((tx) =>
      store.propose(tx, HP, { ...paper, id: id(5), baseHash: 'one', content, summary: 's', note: null, proposedBy: ANN, atMs: AT }),
    );
    const hashes = { atMs: AT, localHash: 'one', effectiveHash: 'two' };
    await expect(write((tx) => store.enforce(tx, HP, id(5), { ...hashes, personId: ANN }))).rejects.toThrow();
    expect(await write((tx) => store.enforce(tx, HP, id(5), { ...hashes, personId: BOB }))).toBe(true);
    expect(await write((tx) => store.close(tx, HP, id(5), 'withdrawn', { personId: ANN, atMs: AT, reason: null }))).toBe(false);
    expect(await store.byId(HP, id(5))).toMatchObject({ status: 'in-force', effectiveHash: 'two', content: { id: 'local-hp' } });
  });

  it('moves a dossier to a kinder law from the one it has, and never forgets it', async () => {
    const store = new KinderLawStore(database);
    const move = { dossierId: id(9), fromHash: 'one', toHash: 'two', reason: 'r', citation: 'c', byPerson: ANN, atMs: AT };
    expect(await write((tx) => store.move(tx, HP, { ...move, id: id(6) }))).toBe(true);
    expect(await write((tx) => store.move(tx, HP, { ...move, id: id(7) }))).toBe(false);
    expect(await store.ofDossier(HP, id(9))).toMatchObject([{ id: id(6), toHash: 'two' }]);
    await expect(write((tx) => tx.query('delete from kinder_law'))).rejects.toThrow('written once');
  });

  it('tells that it changed when a confirmation is settled', async () => {
    const law = new LawStore(database);
    const before = await law.stamp();
    await write((tx) => new ConfirmationStore(database).settle(tx, HP, id(4), 'confirmed', { personId: BOB, atMs: AT + 5, reason: null }));
    expect(await law.stamp()).not.toBe(before);
  });
});

function id(n: number): string {
  return `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
}
