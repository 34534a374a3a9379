import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

export type GuestKind = 'recipient' | 'honouree' | 'model' | 'guest';

/** Somebody invited to a conference of a movement. */
export interface GuestRecord {
  readonly id: string;
  readonly workId: string;
  readonly seq: number;
  readonly kind: GuestKind;
  readonly name: string;
  readonly title: string;
  readonly orgId: string | null;
  readonly rowId: string | null;
  readonly modelId: string | null;
  /** Null: nobody has said yet. */
  readonly attended: boolean | null;
}

export type NewGuest = Omit<GuestRecord, 'attended' | 'seq'>;

const COLUMNS = `g.id, g.work_id as "workId", g.seq, g.kind, g.name, g.title, g.org_id as "orgId", g.row_id as "rowId", g.model_id as "modelId", g.attended`;

/** A nominee with a decided award of a movement. */
export interface HonourRecord {
  readonly rowId: string;
  readonly kind: 'individual' | 'collective' | 'household';
  readonly name: string;
  readonly title: string;
  readonly unitName: string;
  readonly award: string;
  readonly posthumous: boolean;
  readonly decisionId: string;
  readonly decisionNumber: string | null;
  readonly decidedOn: string;
}

/** Guests of conferences, in the order they were asked. */
export class GuestStore {
  constructor(private readonly database: Database) {}

  /** Who stands on the list already stays where he is; answers how many came new. */
  async add(tx: Tx, provinceId: string, guests: readonly NewGuest[]): Promise<number> {
    let added = 0;
    for (const one of guests) {
      const rows = await rowsOf(
        tx,
        `insert into movement_guest (province_id, id, work_id, seq, kind, name, title, org_id, row_id, model_id)
         select $1, $2, $3, 1 + coalesce(max(seq), 0), $4, $5, $6, $7, $8, $9 from movement_guest where province_id = $1 and work_id = $3
         on conflict do nothing returning id`,
        [provinceId, one.id, one.workId, one.kind, one.name, one.title, one.orgId, one.rowId, one.modelId],
      );
      added += rows.length;
    }
    return added;
  }

  /** Awards given under these movements, decided from a day on; of a decision that was taken back nobody is honoured. */
  async honours(
    provinceId: string,
    { movementIds, from }: { readonly movementIds: readonly string[]; readonly from: string | null },
    tx: Tx = this.database.reader,
  ): Promise<readonly HonourRecord[]> {
    return rowsOf(
      tx,
      `select r.id as "rowId", r.kind, r.name, r.title, o.name as "unitName", r.award, r.posthumous, x.id as "decisionId", p.number_text as "decisionNumber",
         to_char(coalesce(p.number_date, x.date), 'YYYY-MM-DD') as "decidedOn"
       from dossier d join nominee_row r on r.province_id = d.province_id and r.dossier_id = d.id
       join org o on o.province_id = d.province_id and o.id = d.org_id
       join decision x on x.province_id = r.province_id and x.id = r.decision_id and x.canceled_at is null
       left join paper p on p.province_id = x.province_id and p.id = x.paper_id
       where d.province_id = $1 and d.movement_id = any($2::text[]) and r.state = 'awarded'
         and ($3::date is null or coalesce(p.number_date, x.date) >= $3::date)
       order by d.code, r.seq`,
      [provinceId, movementIds, from],
    );
  }

  async remove(tx: Tx, provinceId: string, workId: string, id: string): Promise<boolean> {
    const rows = await rowsOf(tx, 'delete from movement_guest where province_id = $1 and work_id = $2 and id = $3 returning id', [
      provinceId,
      workId,
      id,
    ]);
    return rows.length === 1;
  }

  async ofWork(provinceId: string, workId: string, tx: Tx = this.database.reader): Promise<readonly GuestRecord[]> {
    return rowsOf(tx, `select ${COLUMNS} from movement_guest g where g.province_id = $1 and g.work_id = $2 order by g.seq`, [
      provinceId,
      workId,
    ]);
  }

  /** Those named came, or did not. */
  async attendance(
    tx: Tx,
    provinceId: string,
    workId: string,
    { ids, attended }: { readonly ids: readonly string[]; readonly attended: boolean },
  ): Promise<void> {
    await tx.query('update movement_guest set attended = $4 where province_id = $1 and work_id = $2 and id = any($3::uuid[])', [
      provinceId,
      workId,
      ids,
      attended,
    ]);
  }
}
