import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';
import type { NewPublication, Publication } from './model.store';

const COLUMNS = `p.id, p.work_id as "workId", p.model_id as "modelId", p.org_id as "orgId", o.name as "orgName",
  to_char(p.published_on, 'YYYY-MM-DD') as "publishedOn", p.channel, p.link, p.with_photo as "withPhoto",
  to_char(p.taken_down_on, 'YYYY-MM-DD') as "takenDownOn", p.taken_down_note as "takenDownNote"`;
const FROM = 'from movement_publication p join org o on o.province_id = p.province_id and o.id = p.org_id';

/** Where models were published; the table itself refuses what nobody consented to. */
export class PublicationStore {
  constructor(private readonly database: Database) {}

  async add(tx: Tx, provinceId: string, one: NewPublication): Promise<void> {
    await tx.query(
      `insert into movement_publication (province_id, id, work_id, model_id, org_id, published_on, channel, link, with_photo, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        provinceId,
        one.id,
        one.workId,
        one.modelId,
        one.orgId,
        one.publishedOn,
        one.channel,
        one.link,
        one.withPhoto,
        one.recordedBy,
        new Date(one.atMs),
      ],
    );
  }

  async ofModels(provinceId: string, modelIds: readonly string[], tx: Tx = this.database.reader): Promise<readonly Publication[]> {
    return rowsOf(tx, `select ${COLUMNS} ${FROM} where p.province_id = $1 and p.model_id = any($2::uuid[]) order by p.published_on, p.id`, [
      provinceId,
      modelIds,
    ]);
  }

  async ofWork(provinceId: string, workId: string, tx: Tx = this.database.reader): Promise<readonly Publication[]> {
    return rowsOf(tx, `select ${COLUMNS} ${FROM} where p.province_id = $1 and p.work_id = $2 order by p.published_on, p.id`, [
      provinceId,
      workId,
    ]);
  }

  /** Everything of a model that a body still shows. */
  async takeDown(
    tx: Tx,
    provinceId: string,
    { modelId, orgId }: { readonly modelId: string; readonly orgId: string },
    { on, note }: { readonly on: string; readonly note: string },
  ): Promise<number> {
    const rows = await rowsOf(
      tx,
      `update movement_publication set taken_down_on = greatest($4::date, published_on), taken_down_note = $5
       where province_id = $1 and model_id = $2 and org_id = $3 and taken_down_on is null returning id`,
      [provinceId, modelId, orgId, on, note],
    );
    return rows.length;
  }
}
