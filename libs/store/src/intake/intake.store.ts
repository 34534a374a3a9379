import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';
import type { Outsider, RowEvidence } from '../dossiers/row.store';

/** Nhập thay: who typed a paper dossier, and who compared it with the paper. */
export interface PaperEntry {
  readonly dossierId: string;
  readonly enteredBy: string;
  readonly enteredAt: Date;
  /** Day the paper came in, YYYY-MM-DD. */
  readonly deliveredOn: string;
  readonly checkedBy: string | null;
  readonly checkedAt: Date | null;
}

/** A part of a paper dossier: the scan of what the unit signed, with the unit's own number. */
export interface ScannedPart {
  readonly id: string;
  readonly dossierId: string;
  readonly orgId: string;
  readonly kind: string;
  readonly slot: string;
  readonly title: string;
  readonly dataHash: string;
  readonly sha256: string;
  readonly verifyToken: string;
  readonly numberText: string | null;
  readonly numberDate: string | null;
  readonly pages: number | null;
  /** The row a report is about. */
  readonly rowId?: string | null;
  readonly atMs: number;
}

export interface CustodyLine {
  readonly seq: number;
  readonly holderOrgId: string;
  readonly holder: string;
  readonly shelf: string;
  readonly fromAt: Date;
  readonly byPerson: string;
}

/** Paper entries with their scanned parts, what a row is told of at intake, and where secret papers lie. */
export class IntakeStore {
  constructor(private readonly database: Database) {}

  async enterPaper(
    tx: Tx,
    provinceId: string,
    entry: { readonly dossierId: string; readonly by: string; readonly atMs: number; readonly deliveredOn: string },
  ): Promise<void> {
    await tx.query('insert into paper_entry (province_id, dossier_id, entered_by, entered_at, delivered_on) values ($1, $2, $3, $4, $5)', [
      provinceId,
      entry.dossierId,
      entry.by,
      new Date(entry.atMs),
      entry.deliveredOn,
    ]);
  }

  async paperEntry(provinceId: string, dossierId: string, tx: Tx = this.database.reader): Promise<PaperEntry | undefined> {
    const rows = await rowsOf<PaperEntry>(
      tx,
      `select dossier_id as "dossierId", entered_by as "enteredBy", entered_at as "enteredAt", delivered_on::text as "deliveredOn",
         checked_by as "checkedBy", checked_at as "checkedAt" from paper_entry where province_id = $1 and dossier_id = $2`,
      [provinceId, dossierId],
    );
    return rows[0];
  }

  /** False: somebody has compared it already. */
  async checkPaper(tx: Tx, provinceId: string, dossierId: string, check: { readonly by: string; readonly atMs: number }): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `update paper_entry set checked_by = $3, checked_at = $4 where province_id = $1 and dossier_id = $2 and checked_by is null returning 1`,
      [provinceId, dossierId, check.by, new Date(check.atMs)],
    );
    return rows.length === 1;
  }

  /** What was typed or scanned has changed: whoever compared it has not compared this. */
  async uncheckPaper(tx: Tx, provinceId: string, dossierId: string): Promise<void> {
    await tx.query('update paper_entry set checked_by = null, checked_at = null where province_id = $1 and dossier_id = $2', [
      provinceId,
      dossierId,
    ]);
  }

  /** The scan is the paper, signed by hand and issued by the unit; a second scan of the kind takes the first one's place. Answers its id. */
  async keepScan(tx: Tx, provinceId: string, part: ScannedPart): Promise<string | undefined> {
    const rows = await rowsOf<{ id: string }>(
      tx,
      `insert into paper (province_id, id, org_id, kind, slot, dossier_id, title, state, data_hash, template_version, file_sha256, signature_mode,
         number_text, number_date, verify_token, created_at, issued_at, pages, row_id)
       values ($1, $2, $3, $4, $5, $6, $7, 'issued', $8, 'scan', $9, 'wet-ink', $10, $11, $12, $13, $13, $14, $15)
       on conflict (province_id, slot) do update set file_sha256 = excluded.file_sha256, number_text = excluded.number_text,
         number_date = excluded.number_date, data_hash = excluded.data_hash, issued_at = excluded.issued_at, state = 'issued', title = excluded.title,
         template_version = 'scan', signature_mode = 'wet-ink', draft_sha256 = null, docx_sha256 = null, pages = excluded.pages,
         row_id = excluded.row_id, version = paper.version + 1
         where paper.state = 'drafted' or (paper.template_version = 'scan' and paper.state = 'issued')
       returning id`,
      [
        provinceId,
        part.id,
        part.orgId,
        part.kind,
        part.slot,
        part.dossierId,
        part.title,
        part.dataHash,
        part.sha256,
        part.numberText,
        part.numberDate,
        part.verifyToken,
        new Date(part.atMs),
        part.pages,
        part.rowId ?? null,
      ],
    );
    return rows[0]?.id;
  }

  /** An uploaded part is taken back; the slot is made anew by whoever makes it. False: it is none, or gone. */
  async dropScan(tx: Tx, provinceId: string, dossierId: string, paperId: string): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `update paper set state = 'canceled', version = version + 1
       where province_id = $1 and dossier_id = $2 and id = $3 and template_version = 'scan' and state = 'issued' returning id`,
      [provinceId, dossierId, paperId],
    );
    return rows.length === 1;
  }

  /** The paper of a secret dossier goes to another body or shelf. */
  async placePaper(
    tx: Tx,
    provinceId: string,
    dossierId: string,
    place: { readonly holderOrgId: string; readonly shelf: string; readonly by: string; readonly atMs: number },
  ): Promise<void> {
    await tx.query(
      `insert into paper_custody (province_id, dossier_id, seq, holder_org_id, shelf, from_at, by_person)
       select $1, $2, coalesce(max(seq), 0) + 1, $3, $4, $5, $6 from paper_custody where province_id = $1 and dossier_id = $2`,
      [provinceId, dossierId, place.holderOrgId, place.shelf, new Date(place.atMs), place.by],
    );
  }

  async custody(provinceId: string, dossierId: string, tx: Tx = this.database.reader): Promise<readonly CustodyLine[]> {
    return rowsOf<CustodyLine>(
      tx,
      `select c.seq, c.holder_org_id as "holderOrgId", o.name as holder, c.shelf, c.from_at as "fromAt", c.by_person as "byPerson"
       from paper_custody c join org o on o.province_id = c.province_id and o.id = c.holder_org_id
       where c.province_id = $1 and c.dossier_id = $2 order by c.seq`,
      [provinceId, dossierId],
    );
  }

  /** The achievement period; days YYYY-MM-DD. */
  async setPeriod(
    tx: Tx,
    provinceId: string,
    id: string,
    { from, to }: { readonly from: string | null; readonly to: string | null },
  ): Promise<void> {
    await tx.query('update nominee_row set achievement_from = $3, achievement_to = $4 where province_id = $1 and id = $2', [
      provinceId,
      id,
      from,
      to,
    ]);
  }

  async setOutsider(tx: Tx, provinceId: string, id: string, outsider: Outsider): Promise<void> {
    await tx.query('update nominee_row set outsider = $3::jsonb, version = version + 1 where province_id = $1 and id = $2', [
      provinceId,
      id,
      JSON.stringify(outsider),
    ]);
  }

  /** Places in the list of evidence that is not in the register, is canceled, or is another subject's. */
  async strangeEvidence(
    provinceId: string,
    evidence: readonly RowEvidence[],
    subjectId: string | null,
    tx: Tx = this.database.reader,
  ): Promise<readonly number[]> {
    const rows = await rowsOf<{ at: number }>(
      tx,
      `select (e.at - 1)::int as at from jsonb_array_elements($2::jsonb) with ordinality e(pick, at) cross join lateral (select (e.pick ->> 'id')::uuid as id) k
       where not case e.pick ->> 'kind'
         when 'award' then exists (select from award_history x
           where x.province_id = $1 and x.id = k.id and x.canceled_at is null and coalesce(x.person_id, x.org_id) = $3::uuid)
         when 'rating' then exists (select from yearly_rating x
           where x.province_id = $1 and x.id = k.id and x.canceled_at is null and coalesce(x.person_id, x.org_id) = $3::uuid)
         when 'initiative' then exists (select from initiative x
           where x.province_id = $1 and x.id = k.id and x.canceled_at is null and coalesce(x.person_id, x.org_id) = $3::uuid)
         else exists (select from cluster_result x where x.province_id = $1 and x.cluster_id = k.id and x.org_id = $3::uuid)
       end order by 1`,
      [provinceId, JSON.stringify(evidence), subjectId],
    );
    return rows.map((row) => row.at);
  }

  /** Those of these bodies that lead their cụm, khối of a year by its vote. */
  async clusterLeaders(
    provinceId: string,
    orgIds: readonly string[],
    year: number,
    tx: Tx = this.database.reader,
  ): Promise<ReadonlySet<string>> {
    const rows = await rowsOf<{ id: string }>(
      tx,
      `select distinct r.org_id as id from cluster_result r join cluster c on c.province_id = r.province_id and c.id = r.cluster_id
       where r.province_id = $1 and r.org_id = any($2::uuid[]) and c.year = $3 and r.leader`,
      [provinceId, orgIds, year],
    );
    return new Set(rows.map((row) => row.id));
  }
}
