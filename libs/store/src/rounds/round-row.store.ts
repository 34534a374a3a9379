import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

export type Appraisal = 'met' | 'not-met' | 'missing-data';
export type RoundOutcome =
  'recommended' | 'not-recommended' | 'not-met' | 'held' | 'withdrawn' | 'forwarded' | 'awarded' | 'refused' | 'carried-over';

/** A nominee row as one round sees it. */
export interface RoundRowRecord {
  readonly id: string;
  readonly dossierId: string;
  readonly dossierCode: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly seq: number;
  readonly kind: 'individual' | 'collective' | 'household';
  readonly personId: string | null;
  readonly name: string;
  readonly title: string;
  readonly scope: string;
  readonly award: string;
  readonly achievement: string;
  readonly stage: 'UNIT' | 'XA' | 'HUYEN' | 'TINH' | 'TW';
  readonly state: 'open' | 'held' | 'withdrawn' | 'rejected' | 'not-recommended' | 'awarded' | 'refused' | 'revoked';
  readonly reason: string | null;
  readonly decisionId: string | null;
  readonly version: number;
  readonly joinedAt: Date;
  readonly sourceRoundId: string | null;
  readonly appraisal: Appraisal | null;
  readonly appraisalNote: string | null;
  readonly outcome: RoundOutcome | null;
}

const COLUMNS = `n.id, n.dossier_id as "dossierId", d.code as "dossierCode", o.id as "unitId", o.name as "unitName", n.seq, n.kind,
  n.person_id as "personId", n.name, n.title, n.scope, n.award, n.achievement, n.stage, n.state, n.reason, n.decision_id as "decisionId", n.version,
  w.joined_at as "joinedAt", w.source_round_id as "sourceRoundId", w.appraisal, w.appraisal_note as "appraisalNote", w.outcome`;

/** Rows in a round, and what the round does to them. */
export class RoundRowStore {
  constructor(private readonly database: Database) {}

  async ofRound(provinceId: string, roundId: string, tx: Tx = this.database.reader): Promise<readonly RoundRowRecord[]> {
    return rowsOf<RoundRowRecord>(
      tx,
      `select ${COLUMNS} from round_row w join nominee_row n on n.province_id = w.province_id and n.id = w.row_id
         join dossier d on d.province_id = n.province_id and d.id = n.dossier_id
         join org o on o.province_id = d.province_id and o.id = d.org_id
       where w.province_id = $1 and w.round_id = $2 order by d.code, n.seq`,
      [provinceId, roundId],
    );
  }

  /** The rows locked until the transaction ends, so that a hold waits for a decision and a decision sees a hold. */
  async lockOfRound(tx: Tx, provinceId: string, roundId: string): Promise<readonly RoundRowRecord[]> {
    await tx.query(
      `select n.id from round_row w join nominee_row n on n.province_id = w.province_id and n.id = w.row_id
       where w.province_id = $1 and w.round_id = $2 order by n.id for update of n`,
      [provinceId, roundId],
    );
    return this.ofRound(provinceId, roundId, tx);
  }

  /** Ids of the dossier's rows that are in procedure. */
  async openOf(tx: Tx, provinceId: string, dossierId: string): Promise<readonly string[]> {
    const rows = await rowsOf<{ id: string }>(
      tx,
      `select id from nominee_row where province_id = $1 and dossier_id = $2 and state = 'open' order by seq`,
      [provinceId, dossierId],
    );
    return rows.map((row) => row.id);
  }

  /** Puts rows into a round; those in it already stay as they are. */
  async join(
    tx: Tx,
    provinceId: string,
    roundId: string,
    rowIds: readonly string[],
    from: { readonly atMs: number; readonly sourceRoundId?: string },
  ): Promise<void> {
    await tx.query(
      `insert into round_row (province_id, round_id, row_id, joined_at, source_round_id)
       select $1, $2, id, $4, $5 from unnest($3::uuid[]) id on conflict do nothing`,
      [provinceId, roundId, rowIds, new Date(from.atMs), from.sourceRoundId ?? null],
    );
  }

  /** Gives organisations sight of the dossiers of these rows. */
  async addParties(
    tx: Tx,
    provinceId: string,
    rowIds: readonly string[],
    party: { readonly orgId: string; readonly role: string; readonly atMs: number },
  ): Promise<void> {
    await tx.query(
      `insert into dossier_party (province_id, dossier_id, org_id, role, valid_from)
       select distinct province_id, dossier_id, $3::uuid, $4, $5::timestamptz from nominee_row where province_id = $1 and id = any($2)
       on conflict do nothing`,
      [provinceId, rowIds, party.orgId, party.role, new Date(party.atMs)],
    );
  }

  async appraise(
    tx: Tx,
    provinceId: string,
    roundId: string,
    verdicts: readonly { readonly rowId: string; readonly verdict: Appraisal; readonly note: string | null }[],
  ): Promise<void> {
    await tx.query(
      `update round_row w set appraisal = v.verdict, appraisal_note = v.note, outcome = case when v.verdict = 'met' then null else 'not-met' end
       from unnest($3::uuid[], $4::text[], $5::text[]) v(id, verdict, note)
       where w.province_id = $1 and w.round_id = $2 and w.row_id = v.id`,
      [provinceId, roundId, verdicts.map((one) => one.rowId), verdicts.map((one) => one.verdict), verdicts.map((one) => one.note)],
    );
  }

  async setOutcome(tx: Tx, provinceId: string, roundId: string, rowIds: readonly string[], outcome: RoundOutcome): Promise<void> {
    await tx.query('update round_row set outcome = $4 where province_id = $1 and round_id = $2 and row_id = any($3)', [
      provinceId,
      roundId,
      rowIds,
      outcome,
    ]);
  }

  /** Rows held or withdrawn while the round had them leave it so, unless the round had come to a result before. */
  async setAside(tx: Tx, provinceId: string, roundId: string): Promise<void> {
    await tx.query(
      `update round_row w set outcome = n.state from nominee_row n
       where w.province_id = $1 and w.round_id = $2 and n.province_id = w.province_id and n.id = w.row_id and n.state in ('held', 'withdrawn')
         and (w.outcome is null or w.outcome = 'recommended')`,
      [provinceId, roundId],
    );
  }

  /** The end of rows that are open; answers the ids that it ended. */
  async end(
    tx: Tx,
    provinceId: string,
    rows: readonly { readonly rowId: string; readonly reason: string | null }[],
    state: 'awarded' | 'refused' | 'rejected' | 'not-recommended',
  ): Promise<readonly string[]> {
    const ended = await rowsOf<{ id: string }>(
      tx,
      `update nominee_row n set state = $4, reason = v.reason, version = n.version + 1 from unnest($2::uuid[], $3::text[]) v(id, reason)
       where n.province_id = $1 and n.id = v.id and n.state = 'open' returning n.id`,
      [provinceId, rows.map((row) => row.rowId), rows.map((row) => row.reason), state],
    );
    return ended.map((row) => row.id);
  }

  async setStage(tx: Tx, provinceId: string, rowIds: readonly string[], stage: RoundRowRecord['stage']): Promise<void> {
    await tx.query('update nominee_row set stage = $3, version = version + 1 where province_id = $1 and id = any($2) and stage <> $3', [
      provinceId,
      rowIds,
      stage,
    ]);
  }

  async setDecision(tx: Tx, provinceId: string, rowIds: readonly string[], decisionId: string): Promise<void> {
    await tx.query('update nominee_row set decision_id = $3, version = version + 1 where province_id = $1 and id = any($2)', [
      provinceId,
      rowIds,
      decisionId,
    ]);
  }

  /** Of each dossier of these rows, how many rows are still open or held. */
  async leftOpen(tx: Tx, provinceId: string, rowIds: readonly string[]): Promise<readonly { dossierId: string; openRows: number }[]> {
    return rowsOf(
      tx,
      `select n.dossier_id as "dossierId", count(*) filter (where n.state in ('open', 'held'))::int as "openRows" from nominee_row n
       where n.province_id = $1 and n.dossier_id in (select dossier_id from nominee_row where province_id = $1 and id = any($2))
       group by n.dossier_id order by n.dossier_id`,
      [provinceId, rowIds],
    );
  }

  /** The dossier of a row, as its next round needs it. */
  async dossierOf(tx: Tx, provinceId: string, rowId: string): Promise<RowDossier | undefined> {
    const rows = await rowsOf<RowDossier>(
      tx,
      `select d.id as "dossierId", d.commune_id as "communeId", d.movement_id as "movementId", d.occasion, d.year, d.pack_hash as "packHash", n.stage
       from nominee_row n join dossier d on d.province_id = n.province_id and d.id = n.dossier_id where n.province_id = $1 and n.id = $2`,
      [provinceId, rowId],
    );
    return rows[0];
  }
}

export interface RowDossier {
  readonly dossierId: string;
  readonly communeId: string | null;
  readonly movementId: string | null;
  readonly occasion: string;
  readonly year: number;
  readonly packHash: string | null;
  readonly stage: RoundRowRecord['stage'];
}
