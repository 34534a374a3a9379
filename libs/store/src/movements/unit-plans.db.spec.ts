import type { Movement } from '@thidua/awards';
import { cloneDatabase } from '../../../../test/harness/database';
import { connect, type Database, type Tx } from '../database/database';
import { LawStore } from '../law/law.store';
import { MovementStore } from './movement.store';
import { RecipientStore } from './recipient.store';

const HP = 'HP';
const [SCHOOL, FRONT, POST] = [id(1), id(2), id(3)];
const AT = Date.UTC(2026, 2, 2, 2);
// Only its hash and its id are looked at here.
const CONTENT = { id: 'pt' } as unknown as Movement;

describe('a movement before it is in force, and whom its plan goes to', () => {
  let database: Database;
  let drop: () => Promise<void>;
  let movements: MovementStore;
  let recipients: RecipientStore;
  const write = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => database.inTransaction(work);
  const planned = (name: string) =>
    write((tx) =>
      movements.plan(tx, HP, {
        ...{ id: name, orgId: SCHOOL, content: CONTENT, hash: 'draft', parentId: null, source: 'blank', planDraftId: null, atMs: AT },
      }),
    );
  const known = async (): Promise<readonly string[]> => (await new LawStore(database).movements()).map((one) => one.id);

  beforeAll(async () => {
    const clone = await cloneDatabase();
    drop = clone.drop;
    database = await connect({ url: clone.url, poolSize: 4 });
    [movements, recipients] = [new MovementStore(database), new RecipientStore(database)];
    await write(async (tx) => {
      for (const [org, kind, name] of [
        [SCHOOL, 'unit', 'Trường A'],
        [FRONT, 'front', 'Mặt trận'],
      ]) {
        await tx.query(`insert into org (province_id, id, kind, level, name, head_body, place, symbol, tier, legal_person, has_seal, valid_from)
          values ('HP', '${org ?? ''}', '${kind ?? ''}', 'UNIT', '${name ?? ''}', 'A', 'A', 'A', 'don-vi', true, true, '2025-07-01')`);
      }
    });
  });
  afterAll(async () => {
    await database.close();
    await drop();
  });

  it('is no movement anyone may nominate under while its plan is being issued', async () => {
    await planned('pt');
    expect(await known()).toEqual([]);
    await expect(movements.versions(HP, 'pt')).resolves.toEqual([]);
  });

  it('comes into force once, with its first reading', async () => {
    const launch = () =>
      write((tx) => movements.launch(tx, HP, { id: 'pt', content: CONTENT, hash: 'issued', planPaperId: null, atMs: AT }));
    await expect(launch()).resolves.toBe(true);
    await expect(launch()).resolves.toBe(false);
    expect(await known()).toEqual(['pt']);
    await expect(movements.versions(HP, 'pt')).resolves.toMatchObject([{ version: 1, hash: 'issued', reason: null }]);
  });

  it('is dropped when its plan was not issued, and a movement in force is not', async () => {
    await planned('bo');
    await write((tx) => movements.drop(tx, HP, 'bo', AT));
    await write((tx) => movements.drop(tx, HP, 'pt', AT));
    await expect(movements.byId(HP, 'bo')).resolves.toMatchObject({ state: 'dropped' });
    await expect(movements.byId(HP, 'pt')).resolves.toMatchObject({ state: 'in-force' });
  });

  it('keeps whom it was sent to as first chosen', async () => {
    const add = (asked: 'duty' | 'cooperation') =>
      write((tx) =>
        recipients.add(tx, HP, {
          movementId: 'pt',
          rows: [{ orgId: FRONT, asked, reason: 'Mặt trận phối hợp', dueOn: '2026-03-31' }],
          chosenBy: POST,
          atMs: AT,
        }),
      );
    await add('cooperation');
    await add('duty');
    await expect(recipients.ofMovement(HP, 'pt')).resolves.toMatchObject([
      { orgId: FRONT, orgName: 'Mặt trận', asked: 'cooperation', dueOn: '2026-03-31', workId: null },
    ]);
  });
});

function id(n: number): string {
  return `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
}
