import { cloneDatabase } from '../../../../test/harness/database';
import { connect, type Database } from '../database/database';
import { PaperTemplateStore, type TemplateMove } from './paper-template.store';
import { TemplateSourceStore } from './template-source.store';

const HP = 'HP';
const AT = Date.UTC(2026, 2, 2, 2);
const [ANN, BOB] = [id(1), id(2)];
const HASH = 'a'.repeat(64);

describe('templates in the database', () => {
  let database: Database;
  let drop: () => Promise<void>;
  let store: PaperTemplateStore;
  const write = <T>(work: Parameters<Database['inTransaction']>[0]): Promise<T> => database.inTransaction(work) as Promise<T>;

  beforeAll(async () => {
    const clone = await cloneDatabase();
    drop = clone.drop;
    database = await connect({ url: clone.url, poolSize: 4 });
    store = new PaperTemplateStore(database);
  });
  afterAll(async () => {
    await database.close();
    await drop();
  });

  const content = { packId: null, validFrom: '2026-03-01', title: 'Mẫu riêng', source: '<p>{{subject}}</p>', letterhead: null, hash: HASH };
  const by = (n: number, personId: string, version: number): TemplateMove => ({ id: id(n), version, personId, atMs: AT, reason: null });
  const drafted = async (n: number, change: object = {}): Promise<number> =>
    write((tx) => store.draft(tx, HP, { ...content, ...change, id: id(n), kind: 'to-trinh', draftedBy: ANN, atMs: AT }));
  /** A template that two persons have brought into force; its version then is 3. */
  const released = async (n: number, change: object = {}): Promise<void> => {
    await drafted(n, change);
    await write(async (tx) => {
      await store.keepChecks(tx, HP, { id: id(n), hash: HASH }, { checks: [], atMs: AT });
      await store.move(tx, HP, 'propose', by(n, ANN, 1));
      await store.move(tx, HP, 'release', by(n, BOB, 2));
    });
  };

  it('numbers the drafts of a kind', async () => {
    expect([await drafted(10), await drafted(11)]).toEqual([1, 2]);
  });

  it('lets a template be proposed only as it was tried', async () => {
    expect(await write((tx) => store.move(tx, HP, 'propose', by(10, ANN, 1)))).toBe(false);
    expect(await write((tx) => store.keepChecks(tx, HP, { id: id(10), hash: HASH }, { checks: [], atMs: AT }))).toBe(true);
    expect(await write((tx) => store.change(tx, HP, { id: id(10), version: 1 }, { ...content, hash: 'b'.repeat(64) }))).toBe(true);
    expect(await write((tx) => store.move(tx, HP, 'propose', by(10, ANN, 2)))).toBe(false);
    expect(await write((tx) => store.keepChecks(tx, HP, { id: id(10), hash: HASH }, { checks: [], atMs: AT }))).toBe(false);
  });

  it('is released by another person than the proposer, and stays as it was agreed on', async () => {
    await drafted(20);
    await write((tx) => store.keepChecks(tx, HP, { id: id(20), hash: HASH }, { checks: [{ rule: 'x' }], atMs: AT }));
    expect(await write((tx) => store.move(tx, HP, 'propose', by(20, ANN, 1)))).toBe(true);
    await expect(write((tx) => store.move(tx, HP, 'release', by(20, ANN, 2)))).rejects.toThrow();
    expect(await write((tx) => store.move(tx, HP, 'release', by(20, BOB, 1)))).toBe(false);
    expect(await write((tx) => store.move(tx, HP, 'release', by(20, BOB, 2)))).toBe(true);
    expect(await write((tx) => store.change(tx, HP, { id: id(20), version: 3 }, content))).toBe(false);
    await expect(write((tx) => tx.query(`update paper_template set source = 'x' where id = $1`, [id(20)]))).rejects.toThrow('only a draft');
    await expect(write((tx) => tx.query(`update paper_template set state = 'draft' where id = $1`, [id(20)]))).rejects.toThrow(
      'does not go',
    );
    expect(await store.byId(HP, id(20))).toMatchObject({ state: 'released', proposedBy: ANN, releasedBy: BOB, checks: [{ rule: 'x' }] });
  });

  it('finds the one of the day: the own pack first, then the later one, never a withdrawn one', async () => {
    const pack = (day: string, packIds: readonly string[] = ['p']): Promise<string | undefined> =>
      store.inForce(HP, { kind: 'to-trinh', packIds, day }).then((one) => one?.id);
    await released(30, { validFrom: '2026-04-01' });
    await released(31, { packId: 'p', validFrom: '2026-05-01' });
    expect([await pack('2026-02-28'), await pack('2026-03-05'), await pack('2026-04-05')]).toEqual([undefined, id(20), id(30)]);
    expect([await pack('2026-06-01'), await pack('2026-06-01', ['q'])]).toEqual([id(31), id(30)]);
    expect(await write((tx) => store.move(tx, HP, 'withdraw', by(30, ANN, 3)))).toBe(true);
    expect(await pack('2026-06-01', ['q'])).toBe(id(20));
  });

  it('keeps a source once, by its hash, for ever', async () => {
    const sources = new TemplateSourceStore(database);
    const body = { source: '<p>{{name}}</p>', partials: { css: 'p{}' } };
    await write((tx) => sources.keep(tx, HASH, body, AT));
    await write((tx) => sources.keep(tx, HASH, body, AT + 1));
    expect((await sources.byHash(HASH.slice(0, 12)))?.body).toEqual(body);
    await expect(write((tx) => tx.query('delete from template_source'))).rejects.toThrow();
  });
});

function id(n: number): string {
  return `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
}
