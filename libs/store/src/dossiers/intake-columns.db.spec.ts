import { randomUUID } from 'node:crypto';
import { cloneDatabase } from '../../../../test/harness/database';
import { connect, type Database } from '../database/database';
import { DossierStore, type NewDossier } from './dossier.store';
import { RowStore, type NewRow } from './row.store';

const HP = 'HP';
const AT = Date.UTC(2026, 2, 2);

let database: Database;
let drop: () => Promise<void>;
let dossiers: DossierStore;
let rows: RowStore;

beforeAll(async () => {
  const clone = await cloneDatabase();
  drop = clone.drop;
  database = await connect({ url: clone.url, poolSize: 2 });
  dossiers = new DossierStore(database);
  rows = new RowStore(database);
});
afterAll(async () => {
  await database.close();
  await drop();
});

function newDossier(more: Partial<NewDossier> = {}): NewDossier {
  const base = { communeId: null, receiverOrgId: null, deskOrgId: null, movementId: null, occasion: 'ad-hoc', year: 2026 } as const;
  return {
    ...base,
    id: randomUUID(),
    code: randomUUID(),
    orgId: randomUUID(),
    title: 'Hồ sơ',
    createdBy: randomUUID(),
    createdMs: AT,
    ...more,
  };
}

function newRow(dossierId: string, more: Partial<NewRow> = {}): NewRow {
  const base = { seq: 1, kind: 'individual', personId: null, subjectOrgId: null, title: '', scope: 'inside', award: 'GK_XA' } as const;
  return { ...base, id: randomUUID(), dossierId, name: 'An', searchName: 'an', achievement: 'Tốt', achievementHash: 'h', ...more };
}

async function kept(dossier: NewDossier, row?: Partial<NewRow>): Promise<void> {
  await database.inTransaction(async (tx) => {
    await dossiers.insert(tx, HP, dossier);
    if (row !== undefined) {
      await rows.insert(tx, HP, [newRow(dossier.id, row)]);
    }
  });
}

describe('a dossier at intake', () => {
  it('goes the ordinary way up unless it is said otherwise', async () => {
    const dossier = newDossier();
    await kept(dossier, {});
    expect(await dossiers.byId(HP, dossier.id)).toMatchObject({
      route: 'upper',
      procedure: 'ordinary',
      secrecy: 'none',
      paperOnly: false,
      enteredByOrg: null,
    });
    expect(await rows.ofDossier(HP, dossier.id)).toMatchObject([
      { awardType: 'merit', posthumous: false, evidence: [], outsider: null, achievementFrom: null, underPartyManagement: false },
    ]);
  });

  it('keeps who receives it, the ground of a simplified procedure, and what a row rests on', async () => {
    const [receiverOrgId, deskOrgId, evidence] = [randomUUID(), randomUUID(), { kind: 'initiative', id: randomUUID() } as const];
    const dossier = newDossier({ receiverOrgId, deskOrgId, procedure: 'simplified', procedureGround: 'found-by-head' });
    const outsider = { managingBody: 'UBND xã An Khánh', address: 'Thái Nguyên' };
    await kept(dossier, { posthumous: true, achievementFrom: '2025-01-01', achievementTo: '2025-12-31', evidence: [evidence], outsider });
    expect(await dossiers.byId(HP, dossier.id)).toMatchObject({ receiverOrgId, deskOrgId, procedureGround: 'found-by-head' });
    expect(await rows.ofDossier(HP, dossier.id)).toMatchObject([
      { posthumous: true, achievementFrom: '2025-01-01', achievementTo: '2025-12-31', evidence: [evidence], outsider },
    ]);
  });

  it('is never simplified without a ground', async () => {
    await expect(kept(newDossier({ procedure: 'simplified' }))).rejects.toThrow(/dossier_simplified_ground/);
  });

  it('has no title when it is a state secret', async () => {
    await expect(kept(newDossier({ secrecy: 'toi-mat' }))).rejects.toThrow(/dossier_secret_on_paper/);
    await kept(newDossier({ secrecy: 'toi-mat', title: '' }));
  });

  it('has no achievement period that ends before it begins', async () => {
    await expect(kept(newDossier(), { achievementFrom: '2025-12-31', achievementTo: '2025-01-01' })).rejects.toThrow(/nominee_row_period/);
  });
});
