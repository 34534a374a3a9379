import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

/** duty: the body makes a plan of its own · cooperation: it is asked to join in, never ordered. */
export type AskedFor = 'duty' | 'cooperation';

/** A body that a movement's plan goes to. */
export interface RecipientRecord {
  readonly orgId: string;
  readonly orgName: string;
  readonly asked: AskedFor;
  /** Why it was chosen, in the words of the plan or of the person. */
  readonly reason: string;
  /** YYYY-MM-DD; null where neither plan nor person sets a day. */
  readonly dueOn: string | null;
  /** Its work, once it has been given. */
  readonly workId: string | null;
}

export interface NewRecipients {
  readonly movementId: string;
  readonly rows: readonly Pick<RecipientRecord, 'orgId' | 'asked' | 'reason' | 'dueOn'>[];
  /** Post that chose them. */
  readonly chosenBy: string;
  readonly atMs: number;
}

const COLUMNS = `r.org_id as "orgId", o.name as "orgName", r.asked, r.reason, to_char(r.due_on, 'YYYY-MM-DD') as "dueOn", r.work_id as "workId"`;

/** Who gets the plan of a movement. */
export class RecipientStore {
  constructor(private readonly database: Database) {}

  /** Those who were chosen before stay as they are. */
  async add(tx: Tx, provinceId: string, { movementId, rows, chosenBy, atMs }: NewRecipients): Promise<void> {
    await tx.query(
      `insert into movement_recipient (province_id, movement_id, org_id, asked, reason, due_on, chosen_by, at)
       select $1, $2, r.org_id, r.asked, r.reason, r.due_on, $4, $5
       from jsonb_to_recordset($3::jsonb) as r(org_id uuid, asked text, reason text, due_on date)
       on conflict (province_id, movement_id, org_id) do nothing`,
      [
        provinceId,
        movementId,
        JSON.stringify(rows.map(({ orgId, asked, reason, dueOn }) => ({ org_id: orgId, asked, reason, due_on: dueOn }))),
        chosenBy,
        new Date(atMs),
      ],
    );
  }

  /** In the order of their names. */
  async ofMovement(provinceId: string, movementId: string, tx: Tx = this.database.reader): Promise<readonly RecipientRecord[]> {
    return rowsOf(
      tx,
      `select ${COLUMNS} from movement_recipient r join org o on o.province_id = r.province_id and o.id = r.org_id
       where r.province_id = $1 and r.movement_id = $2 order by o.name, r.org_id`,
      [provinceId, movementId],
    );
  }

  async setWork(
    tx: Tx,
    provinceId: string,
    one: { readonly movementId: string; readonly orgId: string; readonly workId: string },
  ): Promise<void> {
    await tx.query('update movement_recipient set work_id = $4 where province_id = $1 and movement_id = $2 and org_id = $3', [
      provinceId,
      one.movementId,
      one.orgId,
      one.workId,
    ]);
  }
}
