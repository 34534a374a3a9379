import type { JsonObject } from '@thidua/kernel';
import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

/** A pre-printed sheet of an organisation; lengths in millimetres. `fields` are kept as the contract has checked them. */
export interface BlankRecord {
  readonly id: string;
  readonly orgId: string;
  readonly orgName: string;
  readonly name: string;
  readonly awards: readonly string[];
  readonly widthMm: number;
  readonly heightMm: number;
  readonly pictureSha256: string | null;
  readonly fields: readonly JsonObject[];
  readonly changedBy: string;
  readonly changedAt: Date;
  readonly version: number;
}

export type NewBlank = Pick<BlankRecord, 'id' | 'orgId' | 'name' | 'awards' | 'widthMm' | 'heightMm' | 'pictureSha256' | 'fields'>;

/** A certificate of a round with what its list is ordered by. */
export interface CertificatePaper {
  readonly paperId: string;
  readonly kind: string;
  readonly state: string;
  readonly rowId: string;
  readonly nomineeKind: 'individual' | 'collective' | 'household';
  readonly award: string;
  readonly dossierCode: string;
  readonly seq: number;
  readonly recipient: string;
  readonly awardName: string;
  readonly decisionId: string | null;
  readonly decisionNumber: string | null;
  readonly dataHash: string;
  readonly verifyToken: string;
}

const COLUMNS = `b.id, b.org_id as "orgId", o.name as "orgName", b.name, b.awards, b.width_mm as "widthMm", b.height_mm as "heightMm",
  b.picture_sha256 as "pictureSha256", b.fields, b.changed_by as "changedBy", b.changed_at as "changedAt", b.version`;
const FROM = 'from certificate_blank b join org o on o.province_id = b.province_id and o.id = b.org_id';

/** Phôi giấy khen, bằng khen. A change names the version it starts from. */
export class BlankStore {
  constructor(private readonly database: Database) {}

  async ofOrgs(provinceId: string, orgIds: readonly string[]): Promise<readonly BlankRecord[]> {
    return rowsOf<BlankRecord>(
      this.database.reader,
      `select ${COLUMNS} ${FROM} where b.province_id = $1 and b.org_id = any($2) and b.retired_at is null order by o.name, b.name`,
      [provinceId, orgIds],
    );
  }

  async byId(provinceId: string, id: string, tx: Tx = this.database.reader): Promise<BlankRecord | undefined> {
    const rows = await rowsOf<BlankRecord>(
      tx,
      `select ${COLUMNS} ${FROM} where b.province_id = $1 and b.id = $2 and b.retired_at is null`,
      [provinceId, id],
    );
    return rows[0];
  }

  /** False: the organisation has a blank of that name. */
  async add(tx: Tx, provinceId: string, blank: NewBlank, by: { readonly personId: string; readonly atMs: number }): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `insert into certificate_blank (province_id, id, org_id, name, awards, width_mm, height_mm, picture_sha256, fields, created_by, created_at,
         changed_by, changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $10, $11)
       on conflict (province_id, org_id, name) where retired_at is null do nothing returning id`,
      [
        provinceId,
        blank.id,
        blank.orgId,
        blank.name,
        blank.awards,
        blank.widthMm,
        blank.heightMm,
        blank.pictureSha256,
        JSON.stringify(blank.fields),
        by.personId,
        new Date(by.atMs),
      ],
    );
    return rows.length === 1;
  }

  /** Whether another blank of the organisation has the name. */
  async isNamed(
    tx: Tx,
    provinceId: string,
    { orgId, name, but }: { readonly orgId: string; readonly name: string; readonly but: string },
  ): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      'select 1 from certificate_blank where province_id = $1 and org_id = $2 and name = $3 and id <> $4 and retired_at is null',
      [provinceId, orgId, name, but],
    );
    return rows.length > 0;
  }

  /** The new version; undefined: it is not the version that was looked at any more. */
  async change(
    tx: Tx,
    provinceId: string,
    blank: Pick<BlankRecord, 'id' | 'name' | 'awards' | 'widthMm' | 'heightMm' | 'fields' | 'version'>,
    by: { readonly personId: string; readonly atMs: number },
  ): Promise<number | undefined> {
    const rows = await rowsOf<{ version: number }>(
      tx,
      `update certificate_blank set name = $4, awards = $5, width_mm = $6, height_mm = $7, fields = $8, changed_by = $9, changed_at = $10,
         version = version + 1
       where province_id = $1 and id = $2 and version = $3 and retired_at is null returning version`,
      [
        provinceId,
        blank.id,
        blank.version,
        blank.name,
        blank.awards,
        blank.widthMm,
        blank.heightMm,
        JSON.stringify(blank.fields),
        by.personId,
        new Date(by.atMs),
      ],
    );
    return rows[0]?.version;
  }

  /** Puts another picture under the same fields: no new version, so that whoever moves fields meanwhile can save. */
  async setPicture(tx: Tx, provinceId: string, id: string, sha256: string): Promise<number | undefined> {
    const rows = await rowsOf<{ version: number }>(
      tx,
      'update certificate_blank set picture_sha256 = $3 where province_id = $1 and id = $2 and retired_at is null returning version',
      [provinceId, id, sha256],
    );
    return rows[0]?.version;
  }

  /** False: it is not the version that was looked at any more. */
  async retire(
    tx: Tx,
    provinceId: string,
    { id, version }: Pick<BlankRecord, 'id' | 'version'>,
    by: { readonly personId: string; readonly atMs: number },
  ): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `update certificate_blank set retired_at = $4, changed_by = $5, changed_at = $4, version = version + 1
       where province_id = $1 and id = $2 and version = $3 and retired_at is null returning id`,
      [provinceId, id, version, new Date(by.atMs), by.personId],
    );
    return rows.length === 1;
  }

  /** Certificates of a round that stand, the latest of each nominee; their words as they were frozen. */
  async certificatesOf(provinceId: string, roundId: string): Promise<readonly CertificatePaper[]> {
    return rowsOf<CertificatePaper>(
      this.database.reader,
      `select distinct on (p.row_id, p.kind) p.id as "paperId", p.kind, p.state, p.row_id as "rowId", n.kind as "nomineeKind", n.award,
         d.code as "dossierCode", n.seq, l.body -> 'data' ->> 'recipient' as recipient, l.body -> 'data' ->> 'award' as "awardName",
         p.decision_id as "decisionId", coalesce(p.final_hash, p.data_hash) as "dataHash", p.verify_token as "verifyToken",
         (l.body -> 'data' ->> 'decisionNumber') || '/' || (l.body -> 'data' ->> 'decisionSymbol') as "decisionNumber"
       from paper p join nominee_row n on n.province_id = p.province_id and n.id = p.row_id
         join dossier d on d.province_id = n.province_id and d.id = n.dossier_id
         join payload l on l.province_id = p.province_id and l.hash = coalesce(p.final_hash, p.data_hash)
       where p.province_id = $1 and p.round_id = $2 and p.kind in ('giay-khen', 'bang-khen', 'giay-cap-lai')
         and p.state in ('sealed', 'issued') and n.state = 'awarded'
       order by p.row_id, p.kind, p.created_at desc, p.id desc`,
      [provinceId, roundId],
    );
  }
}
