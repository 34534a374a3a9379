import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

export type PaperState = 'drafted' | 'signed' | 'numbered' | 'sealed' | 'issued' | 'canceled';
export type SignatureMode = 'digital' | 'wet-ink';

export interface PaperRecord {
  readonly id: string;
  readonly orgId: string;
  readonly orgName: string;
  readonly kind: string;
  readonly slot: string;
  readonly dossierId: string | null;
  readonly roundId: string | null;
  readonly decisionId: string | null;
  readonly rowId: string | null;
  readonly instanceId: string | null;
  /** The work of a movement it was made in. */
  readonly workId: string | null;
  readonly title: string;
  readonly state: PaperState;
  /** Element of the diagram that made it. */
  readonly step: string | null;
  readonly dataHash: string;
  /** Frozen data of the final form; null until it is made. */
  readonly finalHash: string | null;
  readonly templateVersion: string;
  /** The draft; on a paper signed by hand and scanned, the print that was signed. */
  readonly draftSha256: string | null;
  /** The final file: signed digitally, printed to be signed by hand, or its scan. */
  readonly fileSha256: string | null;
  readonly docxSha256: string | null;
  readonly pages: number | null;
  readonly signatureMode: SignatureMode | null;
  readonly signerPosition: string | null;
  readonly signerPerson: string | null;
  readonly signedAt: Date | null;
  readonly number: number | null;
  readonly numberText: string | null;
  readonly numberDate: string | null;
  readonly verifyToken: string;
  readonly unconfirmed: readonly string[];
  readonly createdAt: Date;
  readonly issuedAt: Date | null;
  readonly version: number;
}

export type NewPaper = Pick<
  PaperRecord,
  'id' | 'orgId' | 'kind' | 'slot' | 'dossierId' | 'roundId' | 'decisionId' | 'rowId' | 'instanceId' | 'title' | 'step' | 'dataHash'
> &
  Pick<PaperRecord, 'templateVersion' | 'verifyToken' | 'unconfirmed'> &
  Partial<Pick<PaperRecord, 'workId'>>;

const COLUMNS = `p.id, p.org_id as "orgId", o.name as "orgName", p.kind, p.slot, p.dossier_id as "dossierId", p.round_id as "roundId",
  p.decision_id as "decisionId", p.row_id as "rowId", p.instance_id as "instanceId", p.work_id as "workId", p.title, p.state, p.step, p.data_hash as "dataHash", p.final_hash as "finalHash",
  p.template_version as "templateVersion", p.draft_sha256 as "draftSha256", p.file_sha256 as "fileSha256", p.docx_sha256 as "docxSha256", p.pages,
  p.signature_mode as "signatureMode", p.signer_position as "signerPosition", p.signer_person as "signerPerson", p.signed_at as "signedAt", p.number,
  p.number_text as "numberText", p.number_date as "numberDate", p.verify_token as "verifyToken", p.unconfirmed, p.created_at as "createdAt",
  p.issued_at as "issuedAt", p.version`;
const FROM = 'from paper p join org o on o.province_id = p.province_id and o.id = p.org_id';

/** Papers from draft to issue (decision 28); every move names the state it starts from. */
export class PaperStore {
  constructor(private readonly database: Database) {}

  async byId(provinceId: string, id: string, tx: Tx = this.database.reader): Promise<PaperRecord | undefined> {
    const rows = await rowsOf<PaperRecord>(tx, `select ${COLUMNS} ${FROM} where p.province_id = $1 and p.id = $2`, [provinceId, id]);
    return rows[0];
  }

  /** By the word printed on it; tokens are unique among all tenants. */
  async byToken(token: string): Promise<(PaperRecord & { readonly provinceId: string }) | undefined> {
    const rows = await rowsOf<PaperRecord & { provinceId: string }>(
      this.database.reader,
      `select p.province_id as "provinceId", ${COLUMNS} ${FROM} where p.verify_token = $1`,
      [token],
    );
    return rows[0];
  }

  /** Whose final file or print these bytes are, whatever the tenant. */
  async byFile(sha256: string): Promise<readonly (PaperRecord & { readonly provinceId: string })[]> {
    return rowsOf<PaperRecord & { provinceId: string }>(
      this.database.reader,
      `select p.province_id as "provinceId", ${COLUMNS} ${FROM} where p.file_sha256 = $1 or p.draft_sha256 = $1 order by p.created_at, p.id`,
      [sha256],
    );
  }

  /** All papers about a subject, oldest first. */
  async about(
    provinceId: string,
    subject: { readonly dossierId: string } | { readonly roundId: string },
    tx: Tx = this.database.reader,
  ): Promise<readonly PaperRecord[]> {
    const [column, id] = 'dossierId' in subject ? ['dossier_id', subject.dossierId] : ['round_id', subject.roundId];
    return rowsOf<PaperRecord>(tx, `select ${COLUMNS} ${FROM} where p.province_id = $1 and p.${column} = $2 order by p.created_at, p.id`, [
      provinceId,
      id,
    ]);
  }

  /** The same, locked until the transaction ends. */
  async lockAbout(
    tx: Tx,
    provinceId: string,
    subject: { readonly dossierId: string } | { readonly roundId: string },
  ): Promise<readonly PaperRecord[]> {
    const [column, id] = 'dossierId' in subject ? ['dossier_id', subject.dossierId] : ['round_id', subject.roundId];
    return rowsOf<PaperRecord>(
      tx,
      `select ${COLUMNS} ${FROM} where p.province_id = $1 and p.${column} = $2 order by p.created_at, p.id for update of p`,
      [provinceId, id],
    );
  }

  /** Papers of rounds the dossier's rows went through: those about the whole round, and those of its own rows. */
  async ofRoundsOf(provinceId: string, dossierId: string): Promise<readonly PaperRecord[]> {
    return rowsOf<PaperRecord>(
      this.database.reader,
      `select ${COLUMNS} ${FROM} where p.province_id = $1 and p.round_id in (
         select w.round_id from round_row w join nominee_row n on n.province_id = w.province_id and n.id = w.row_id
         where w.province_id = $1 and n.dossier_id = $2)
         and (p.row_id is null or p.row_id in (select id from nominee_row where province_id = $1 and dossier_id = $2))
       order by p.created_at, p.id`,
      [provinceId, dossierId],
    );
  }

  /**
   * Whether one of the organisations may see a paper: its maker; the parties of its dossier; the bodies of its round; bodies above a dossier
   * of the round; the bodies of a movement's work, and once issued those that were asked through it; and the submitting unit, of a round's papers, those of `shared` kinds that name the round or a row of its own.
   */
  async isSeenBy(provinceId: string, id: string, orgIds: readonly string[], shared: readonly string[]): Promise<boolean> {
    const rows = await rowsOf<{ seen: boolean }>(
      this.database.reader,
      `select p.org_id = any($3)
         or exists (select 1 from dossier d where d.province_id = p.province_id and d.id = p.dossier_id and (d.org_id = any($3)
              or exists (select 1 from dossier_party t where t.province_id = d.province_id and t.dossier_id = d.id and t.org_id = any($3) and t.valid_to is null)))
         or exists (select 1 from review_round r where r.province_id = p.province_id and r.id = p.round_id and (r.org_id = any($3) or r.standing_org_id = any($3)))
         or exists (select 1 from movement_work k where k.province_id = p.province_id and k.id = p.work_id
              and (k.org_id = any($3) or k.asked_by_org = any($3)
                or exists (select 1 from movement m left join org o on o.province_id = m.province_id and o.kind = 'department' and o.parent_id = m.org_id
                    where m.province_id = k.province_id and m.id = k.movement_id and (m.org_id = any($3) or o.id = any($3)))
                or (p.state = 'issued' and exists (select 1 from movement_work c where c.province_id = k.province_id and c.parent_id = k.id and c.org_id = any($3)))))
         or exists (select 1 from round_row w join nominee_row n on n.province_id = w.province_id and n.id = w.row_id
              join dossier d on d.province_id = n.province_id and d.id = n.dossier_id
             where w.province_id = p.province_id and w.round_id = p.round_id and (p.row_id is null or p.row_id = n.id)
               and ((p.kind = any($4) and d.org_id = any($3)) or exists (select 1 from dossier_party t where t.province_id = d.province_id
                 and t.dossier_id = d.id and t.org_id = any($3) and t.org_id <> d.org_id and t.valid_to is null))) as seen
       from paper p where p.province_id = $1 and p.id = $2`,
      [provinceId, id, orgIds, shared],
    );
    return rows[0]?.seen === true;
  }

  /** Papers of a decision: its own, and the certificates it stands behind. */
  async ofDecision(provinceId: string, decisionId: string, tx: Tx = this.database.reader): Promise<readonly PaperRecord[]> {
    return rowsOf<PaperRecord>(
      tx,
      `select ${COLUMNS} ${FROM} where p.province_id = $1 and p.decision_id = $2 order by p.created_at, p.id`,
      [provinceId, decisionId],
    );
  }

  /** Papers made in a work of a movement. */
  async ofWork(provinceId: string, workId: string, tx: Tx = this.database.reader): Promise<readonly PaperRecord[]> {
    return rowsOf<PaperRecord>(tx, `select ${COLUMNS} ${FROM} where p.province_id = $1 and p.work_id = $2 order by p.created_at, p.id`, [
      provinceId,
      workId,
    ]);
  }

  /** Papers that one process has made. */
  async ofInstance(provinceId: string, instanceId: string, tx: Tx = this.database.reader): Promise<readonly PaperRecord[]> {
    return rowsOf<PaperRecord>(
      tx,
      `select ${COLUMNS} ${FROM} where p.province_id = $1 and p.instance_id = $2 order by p.created_at, p.id`,
      [provinceId, instanceId],
    );
  }

  /** The latest paper of a slot: the slot itself, or its last re-make `<slot>#n`. */
  async latestOf(tx: Tx, provinceId: string, slot: string): Promise<PaperRecord | undefined> {
    const rows = await rowsOf<PaperRecord>(
      tx,
      `select ${COLUMNS} ${FROM} where p.province_id = $1 and (p.slot = $2 or (starts_with(p.slot, $2 || '#') and p.slot ~ '#[0-9]+$'))
       order by length(p.slot) desc, p.slot desc limit 1 for update of p`,
      [provinceId, slot],
    );
    return rows[0];
  }

  /** A new draft, or new data for the draft that is there; undefined when the slot's paper is beyond a draft. */
  async draft(tx: Tx, provinceId: string, paper: NewPaper, atMs: number): Promise<string | undefined> {
    const rows = await rowsOf<{ id: string }>(
      tx,
      `insert into paper (province_id, id, org_id, kind, slot, dossier_id, round_id, decision_id, row_id, instance_id, title, state, step, data_hash,
         template_version, verify_token, unconfirmed, created_at, work_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'drafted', $12, $13, $14, $15, $16, $17, $18)
       on conflict (province_id, slot) do update set title = excluded.title, decision_id = excluded.decision_id, step = excluded.step,
         draft_sha256 = case when paper.data_hash = excluded.data_hash then paper.draft_sha256 end,
         docx_sha256 = case when paper.data_hash = excluded.data_hash then paper.docx_sha256 end,
         data_hash = excluded.data_hash, unconfirmed = excluded.unconfirmed, version = paper.version + 1
         where paper.state = 'drafted'
       returning id`,
      [
        provinceId,
        paper.id,
        paper.orgId,
        paper.kind,
        paper.slot,
        paper.dossierId,
        paper.roundId,
        paper.decisionId,
        paper.rowId,
        paper.instanceId,
        paper.title,
        paper.step,
        paper.dataHash,
        paper.templateVersion,
        paper.verifyToken,
        paper.unconfirmed,
        new Date(atMs),
        paper.workId ?? null,
      ],
    );
    return rows[0]?.id;
  }

  /** drafted → signed. False: it is no draft any more. */
  async sign(
    tx: Tx,
    provinceId: string,
    id: string,
    by: {
      readonly mode: SignatureMode;
      readonly positionId: string;
      readonly personId: string;
      readonly decisionId: string | null;
      readonly atMs: number;
    },
  ): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `update paper set state = 'signed', signature_mode = $3, signer_position = $4, signer_person = $5, signed_at = $6,
         decision_id = coalesce($7, decision_id), version = version + 1
       where province_id = $1 and id = $2 and state = 'drafted' returning id`,
      [provinceId, id, by.mode, by.positionId, by.personId, new Date(by.atMs), by.decisionId],
    );
    return rows.length === 1;
  }

  /** signed → numbered. False: it is not signed, or has its number. */
  async number(
    tx: Tx,
    provinceId: string,
    id: string,
    number: { readonly n: number | null; readonly text: string; readonly date: string },
  ): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `update paper set state = 'numbered', number = $3, number_text = $4, number_date = $5, version = version + 1
       where province_id = $1 and id = $2 and state = 'signed' and number_text is null returning id`,
      [provinceId, id, number.n, number.text, number.date],
    );
    return rows.length === 1;
  }

  /** The checked file of a draft. */
  async keepDraft(tx: Tx, provinceId: string, id: string, file: RecordedFile): Promise<void> {
    await tx.query(
      `update paper set draft_sha256 = $3, docx_sha256 = $4, pages = $5, template_version = $6, version = version + 1
       where province_id = $1 and id = $2 and state = 'drafted'`,
      [provinceId, id, file.sha256, file.docxSha256, file.pages, file.templateVersion],
    );
  }

  /** The final file; `issued` when nothing more is to be done to it, else it waits for its scan. */
  async keepFinal(
    tx: Tx,
    provinceId: string,
    id: string,
    file: RecordedFile & { readonly finalHash: string | null; readonly issued: boolean; readonly atMs: number },
  ): Promise<void> {
    await tx.query(
      `update paper set file_sha256 = $3, docx_sha256 = coalesce($4, docx_sha256), pages = $5, template_version = $6,
         state = case when $7 then 'issued' else state end, issued_at = case when $7 then $8::timestamptz end, final_hash = $9, version = version + 1
       where province_id = $1 and id = $2 and state in ('drafted', 'signed', 'numbered')`,
      [provinceId, id, file.sha256, file.docxSha256, file.pages, file.templateVersion, file.issued, new Date(file.atMs), file.finalHash],
    );
  }

  /** The scan of what was printed, signed and stamped: sealed, and so issued. False: it does not wait for one. */
  async seal(tx: Tx, provinceId: string, id: string, scan: { readonly sha256: string; readonly atMs: number }): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `update paper set draft_sha256 = file_sha256, file_sha256 = $3, state = 'issued', issued_at = $4, version = version + 1
       where province_id = $1 and id = $2 and state in ('signed', 'numbered') and signature_mode = 'wet-ink' and file_sha256 is not null returning id`,
      [provinceId, id, scan.sha256, new Date(scan.atMs)],
    );
    return rows.length === 1;
  }
}

export interface RecordedFile {
  readonly sha256: string;
  readonly docxSha256: string | null;
  readonly pages: number | null;
  readonly templateVersion: string;
}
