import { randomUUID } from 'node:crypto';
import { cloneDatabase } from '../../../../test/harness/database';
import { connect, type Database } from '../database/database';
import { PlanDraftStore, type NewPlanDraft } from './plan-draft.store';

const P = 'TN';
const AT = Date.UTC(2026, 2, 2, 2);

describe('drafts of plans in the database', () => {
  let database: Database;
  let drop: () => Promise<void>;
  let drafts: PlanDraftStore;
  const org = randomUUID();
  const draft = (more: Partial<NewPlanDraft> = {}): NewPlanDraft => ({
    ...{ id: randomUUID(), orgId: org, source: 'reader', fileName: 'ke-hoach.pdf', fileSha256: 'a'.repeat(64) },
    ...{ lines: ['KẾ HOẠCH'], fields: [{ kind: 'number', value: '1683/QĐ-UBND' }], amends: null, createdBy: randomUUID(), atMs: AT },
    ...more,
  });
  const insert = async (one: NewPlanDraft): Promise<string> => {
    await database.inTransaction((tx) => drafts.insert(tx, P, one));
    return one.id;
  };
  const settle = (id: string, version: number): Promise<boolean> =>
    database.inTransaction((tx) => drafts.setFields(tx, P, { id, version, fields: [{ kind: 'number', value: '2' }], atMs: AT }));

  beforeAll(async () => {
    const clone = await cloneDatabase();
    drop = clone.drop;
    database = await connect({ url: clone.url, poolSize: 2 });
    drafts = new PlanDraftStore(database);
    await database.inTransaction((tx) =>
      tx.query(
        `insert into org (province_id, id, kind, level, name, head_body, place, symbol, tier, legal_person, has_seal, valid_from)
         values ($1, $2, 'commune', 'XA', 'UBND phường', 'A', 'A', 'A', 'xa', true, true, '2025-07-01')`,
        [P, org],
      ),
    );
  });

  afterAll(async () => {
    await database.close();
    await drop();
  });

  it('come back as they were kept', async () => {
    const id = await insert(draft());
    expect(await drafts.byId(P, id)).toMatchObject({ id, orgId: org, lines: ['KẾ HOẠCH'], version: 1, state: 'open', amends: null });
    expect(await drafts.byId('HP', id)).toBeUndefined();
  });

  it('change once per version', async () => {
    const id = await insert(draft());
    expect([await settle(id, 1), await settle(id, 1), await settle(id, 2)]).toEqual([true, false, true]);
    expect((await drafts.byId(P, id))?.version).toBe(3);
  });

  it('are found by the number of their plan', async () => {
    const id = await insert(
      draft({
        fields: [
          { kind: 'title', value: 'X' },
          { kind: 'number', value: '77/KH-UBND', state: 'confirmed' },
        ],
      }),
    );
    expect((await drafts.byNumber(P, '77/KH-UBND'))?.id).toBe(id);
    expect(await drafts.byNumber(P, '78/KH-UBND')).toBeUndefined();
  });

  it('are gone from the list when dropped, and change no more', async () => {
    const id = await insert(draft());
    await database.inTransaction((tx) => drafts.drop(tx, P, id, AT));
    expect((await drafts.ofOrgs(P, [org])).map((one) => one.id)).not.toContain(id);
    expect(await settle(id, 1)).toBe(false);
  });

  it('keep the text of the plan above', async () => {
    const id = await insert(draft());
    await database.inTransaction((tx) =>
      drafts.setParent(tx, P, { id, name: '1683/QĐ-UBND', sha256: null, lines: ['QUYẾT ĐỊNH'], atMs: AT }),
    );
    expect(await drafts.byId(P, id)).toMatchObject({ parentName: '1683/QĐ-UBND', parentLines: ['QUYẾT ĐỊNH'], version: 2 });
  });

  it('read from a file have a file, and others have none', async () => {
    await expect(insert(draft({ fileSha256: null }))).rejects.toThrow('plan_draft');
    await expect(insert(draft({ source: 'blank' }))).rejects.toThrow('plan_draft');
  });
});
