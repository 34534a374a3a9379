import type { Database, Tx } from '../database/database';
import { domainErrorOf } from '../database/errors';
import { rowsOf } from '../database/prepared';
import type {
  NewRevocation,
  NewRevokingDecision,
  RecoveryEntry,
  RevocationPaper,
  RevocationRecord,
  RevocationRow,
  RevocationStatus,
} from './revocation';

const SELECT = `select v.id, v.code, v.decision_id as "decisionId", v.award, v.round_id as "roundId", v.dossier_id as "dossierId", v.path,
  v.proposer_org_id as "proposerOrgId", p.name as "proposerName", v.decider_org_id as "deciderOrgId", d.name as "deciderName", v.ground,
  v.conclusion_text as "conclusionText", v.conclusion_number as "conclusionNumber", v.conclusion_date as "conclusionDate",
  v.conclusion_body as "conclusionBody", v.file_sha256 as "fileSha256", v.status, v.opened_at as "openedAt", v.instance_id as "instanceId",
  v.revoked_on as "revokedOn", v.recover_by as "recoverBy", v.published_on as "publishedOn", v.published_where as "publishedWhere", v.refusal,
  v.closed_at as "closedAt", v.version
  from revocation v join org p on p.province_id = v.province_id and p.id = v.proposer_org_id
  left join org d on d.province_id = v.province_id and d.id = v.decider_org_id`;

export interface StatusChange {
  readonly status: RevocationStatus;
  readonly revokedOn?: string;
  readonly recoverBy?: string;
  readonly refusal?: string;
  readonly closedMs?: number;
}

/** Cases of taking an award back, from the conclusion to what came back (R-23, T-23, T-24). */
export class RevocationStore {
  constructor(private readonly database: Database) {}

  async insert(tx: Tx, provinceId: string, one: NewRevocation, atMs: number): Promise<void> {
    await tx.query(
      `insert into revocation (province_id, id, code, decision_id, award, round_id, dossier_id, path, proposer_org_id, decider_org_id, ground,
         conclusion_text, conclusion_number, conclusion_date, conclusion_body, file_sha256, status, opened_by, opened_at, instance_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 'proposing', $17, $18, $19)`,
      [
        provinceId,
        one.id,
        one.code,
        one.decisionId,
        one.award,
        one.roundId,
        one.dossierId,
        one.path,
        one.proposerOrgId,
        one.deciderOrgId,
        one.ground,
        one.conclusionText,
        one.conclusionNumber,
        one.conclusionDate,
        one.conclusionBody,
        one.fileSha256,
        one.openedBy,
        new Date(atMs),
        one.instanceId,
      ],
    );
    for (const row of one.rows) {
      await tx.query('insert into revocation_row (province_id, revocation_id, row_id, money_due, item_due) values ($1, $2, $3, $4, $5)', [
        provinceId,
        one.id,
        row.rowId,
        row.moneyDue,
        row.itemDue,
      ]);
    }
  }

  async byId(provinceId: string, id: string, tx: Tx = this.database.reader): Promise<RevocationRecord | undefined> {
    return (await rowsOf<RevocationRecord>(tx, `${SELECT} where v.province_id = $1 and v.id = $2`, [provinceId, id]))[0];
  }

  async lock(tx: Tx, provinceId: string, id: string): Promise<RevocationRecord | undefined> {
    return (await rowsOf<RevocationRecord>(tx, `${SELECT} where v.province_id = $1 and v.id = $2 for update of v`, [provinceId, id]))[0];
  }

  /** The case a process works on. */
  async ofInstance(tx: Tx, provinceId: string, instanceId: string): Promise<RevocationRecord | undefined> {
    const rows = await rowsOf<RevocationRecord>(tx, `${SELECT} where v.province_id = $1 and v.instance_id = $2`, [provinceId, instanceId]);
    return rows[0];
  }

  /** Every case about a dossier, oldest first. */
  async ofDossier(provinceId: string, dossierId: string, tx: Tx = this.database.reader): Promise<readonly RevocationRecord[]> {
    return rowsOf(tx, `${SELECT} where v.province_id = $1 and v.dossier_id = $2 order by v.opened_at, v.id`, [provinceId, dossierId]);
  }

  /** Rows that a case not ended by keeping or restoring the award is about. */
  async underWay(tx: Tx, provinceId: string, rowIds: readonly string[]): Promise<readonly string[]> {
    const rows = await rowsOf<{ id: string }>(
      tx,
      `select r.row_id as id from revocation_row r join revocation v on v.province_id = r.province_id and v.id = r.revocation_id
       where r.province_id = $1 and r.row_id = any($2) and v.status not in ('kept', 'restored')`,
      [provinceId, rowIds],
    );
    return rows.map((row) => row.id);
  }

  /** The body that took over from one that ended, the one with its open files before others. */
  async successorOf(provinceId: string, orgId: string, tx: Tx = this.database.reader): Promise<string | undefined> {
    const rows = await rowsOf<{ id: string }>(
      tx,
      `select successor_id as id from org_succession where province_id = $1 and predecessor_id = $2
       order by takes_open_files desc, on_date, successor_id limit 1`,
      [provinceId, orgId],
    );
    return rows[0]?.id;
  }

  /** The rows with what is due and what has come back of each. */
  async rows(provinceId: string, id: string, tx: Tx = this.database.reader): Promise<readonly RevocationRow[]> {
    return rowsOf(
      tx,
      `select r.row_id as "rowId", n.name, n.kind, n.title, o.name as "unitName", n.state, r.money_due as "moneyDue", r.item_due as "itemDue",
         coalesce(sum(e.amount), 0)::float8 as "moneyBack", coalesce(bool_or(e.kind = 'item'), false) as "itemBack"
       from revocation_row r join nominee_row n on n.province_id = r.province_id and n.id = r.row_id
         join dossier d on d.province_id = n.province_id and d.id = n.dossier_id join org o on o.province_id = d.province_id and o.id = d.org_id
         left join recovery_entry e on e.province_id = r.province_id and e.revocation_id = r.revocation_id and e.row_id = r.row_id
       where r.province_id = $1 and r.revocation_id = $2
       group by r.row_id, n.name, n.kind, n.title, o.name, n.state, n.seq, r.money_due, r.item_due order by n.seq`,
      [provinceId, id],
    );
  }

  async setStatus(tx: Tx, provinceId: string, id: string, to: StatusChange): Promise<void> {
    await tx.query(
      `update revocation set status = $3, revoked_on = coalesce($4, revoked_on), recover_by = coalesce($5, recover_by),
         refusal = coalesce($6, refusal), closed_at = coalesce($7, closed_at), version = version + 1
       where province_id = $1 and id = $2`,
      [
        provinceId,
        id,
        to.status,
        to.revokedOn ?? null,
        to.recoverBy ?? null,
        to.refusal ?? null,
        to.closedMs === undefined ? null : new Date(to.closedMs),
      ],
    );
  }

  async publish(tx: Tx, provinceId: string, id: string, where: string, day: string): Promise<void> {
    await tx.query(
      'update revocation set published_where = $3, published_on = $4, version = version + 1 where province_id = $1 and id = $2',
      [provinceId, id, where, day],
    );
  }

  /** The scan of the conclusion. */
  async keepConclusion(tx: Tx, provinceId: string, id: string, sha256: string): Promise<void> {
    await tx.query('update revocation set file_sha256 = $3, version = version + 1 where province_id = $1 and id = $2', [
      provinceId,
      id,
      sha256,
    ]);
  }

  /** @throws NotCompetent when the post is not the deciding one on the day */
  async decide(tx: Tx, provinceId: string, one: NewRevokingDecision): Promise<void> {
    try {
      await tx.query(
        `insert into revoking_decision (province_id, id, revocation_id, org_id, award, level, role, pack_hash, authority_rule_id, authority_from,
           position_id, person_id, capacity, on_behalf_of, date, external, paper_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
        [
          provinceId,
          one.id,
          one.revocationId,
          one.orgId,
          one.award,
          one.level,
          one.role,
          one.packHash,
          one.ruleId,
          one.ruleFrom,
          one.positionId,
          one.personId,
          one.capacity,
          one.onBehalfOf,
          one.date,
          one.external,
          one.paperId,
        ],
      );
    } catch (error) {
      throw domainErrorOf(error);
    }
  }

  async recover(
    tx: Tx,
    provinceId: string,
    { id, revocationId, entry }: { readonly id: string; readonly revocationId: string; readonly entry: RecoveryEntry },
    by: { readonly positionId: string; readonly atMs: number },
  ): Promise<void> {
    await tx.query(
      `insert into recovery_entry (province_id, id, revocation_id, row_id, kind, amount, received_on, receipt, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        provinceId,
        id,
        revocationId,
        entry.rowId,
        entry.kind,
        entry.amount,
        entry.receivedOn,
        entry.receipt,
        by.positionId,
        new Date(by.atMs),
      ],
    );
  }

  async recoveries(provinceId: string, id: string, tx: Tx = this.database.reader): Promise<readonly RecoveryEntry[]> {
    return rowsOf(
      tx,
      `select row_id as "rowId", kind, amount, received_on as "receivedOn", receipt from recovery_entry
       where province_id = $1 and revocation_id = $2 order by recorded_at, id`,
      [provinceId, id],
    );
  }

  async addPaper(
    tx: Tx,
    provinceId: string,
    { revocationId, paper }: { readonly revocationId: string; readonly paper: RevocationPaper },
    by: { readonly positionId: string; readonly atMs: number },
  ): Promise<void> {
    await tx.query(
      `insert into revocation_paper (province_id, id, revocation_id, kind, number_text, date, body, ground, granted, file_sha256, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        provinceId,
        paper.id,
        revocationId,
        paper.kind,
        paper.numberText,
        paper.date,
        paper.body,
        paper.ground,
        paper.granted,
        paper.fileSha256,
        by.positionId,
        new Date(by.atMs),
      ],
    );
  }

  async papers(provinceId: string, id: string, tx: Tx = this.database.reader): Promise<readonly RevocationPaper[]> {
    return rowsOf(
      tx,
      `select id, kind, number_text as "numberText", date, body, ground, granted, file_sha256 as "fileSha256" from revocation_paper
       where province_id = $1 and revocation_id = $2 order by recorded_at, id`,
      [provinceId, id],
    );
  }
}
