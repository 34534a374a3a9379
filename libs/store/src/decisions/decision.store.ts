import type { Database, Tx } from '../database/database';
import { domainErrorOf } from '../database/errors';
import { rowsOf } from '../database/prepared';

export interface NewDecision {
  readonly id: string;
  readonly orgId: string;
  readonly roundId: string;
  readonly award: string;
  readonly level: string;
  readonly role: string;
  readonly packHash: string;
  readonly ruleId: string;
  /** YYYY-MM-DD, first day of the authority row. */
  readonly ruleFrom: string;
  readonly positionId: string;
  readonly personId: string;
  readonly capacity: 'self' | 'KT' | 'TL' | 'TUQ' | 'Q';
  readonly onBehalfOf: string | null;
  /** YYYY-MM-DD, the day of signature. */
  readonly date: string;
  /** Taken elsewhere (central level) and recorded here. */
  readonly external: boolean;
  readonly paperId: string | null;
  /** Of an external one, the paper of the centre it rests on. */
  readonly centralPaperId: string | null;
}

export interface DecisionRecord {
  readonly id: string;
  readonly orgId: string;
  readonly orgName: string;
  readonly roundId: string | null;
  readonly award: string;
  readonly level: string;
  readonly role: string;
  readonly packHash: string;
  readonly ruleId: string;
  readonly positionId: string;
  readonly personId: string;
  readonly capacity: string;
  readonly date: string;
  readonly external: boolean;
  readonly paperId: string | null;
  /** Of its paper, or for one of the central level of the paper that was recorded. */
  readonly numberText: string | null;
  readonly numberDate: string | null;
  /** Every row of it was taken back. */
  readonly canceledAt: Date | null;
}

const COLUMNS = `d.id, d.org_id as "orgId", o.name as "orgName", d.round_id as "roundId", d.award, d.level, d.role, d.pack_hash as "packHash", d.authority_rule_id as "ruleId",
  d.position_id as "positionId", d.person_id as "personId", d.capacity, d.date, d.external, d.paper_id as "paperId",
  coalesce(p.number_text, c.number_text) as "numberText", coalesce(p.number_date, c.date) as "numberDate", d.canceled_at as "canceledAt"`;
const FROM = `from decision d join org o on o.province_id = d.province_id and o.id = d.org_id
  left join paper p on p.province_id = d.province_id and p.id = d.paper_id
  left join central_paper c on c.province_id = d.province_id and c.id = d.central_paper_id`;

/** Decisions to award; the database itself checks the decider (decision 26). */
export class DecisionStore {
  constructor(private readonly database: Database) {}

  /** @throws NotCompetent when the rule is not there or not in force, or the post is not the deciding one */
  async insert(tx: Tx, provinceId: string, decision: NewDecision): Promise<void> {
    try {
      await tx.query(
        `insert into decision (province_id, id, org_id, round_id, award, level, role, pack_hash, authority_rule_id, authority_from, position_id,
           person_id, capacity, on_behalf_of, date, external, paper_id, central_paper_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
        [
          provinceId,
          decision.id,
          decision.orgId,
          decision.roundId,
          decision.award,
          decision.level,
          decision.role,
          decision.packHash,
          decision.ruleId,
          decision.ruleFrom,
          decision.positionId,
          decision.personId,
          decision.capacity,
          decision.onBehalfOf,
          decision.date,
          decision.external,
          decision.paperId,
          decision.centralPaperId,
        ],
      );
    } catch (error) {
      throw domainErrorOf(error);
    }
  }

  async ofRound(provinceId: string, roundId: string, tx: Tx = this.database.reader): Promise<readonly DecisionRecord[]> {
    return rowsOf<DecisionRecord>(
      tx,
      `select ${COLUMNS} ${FROM} where d.province_id = $1 and d.round_id = $2 and d.canceled_at is null order by d.award, d.id`,
      [provinceId, roundId],
    );
  }

  async byIds(provinceId: string, ids: readonly string[], tx: Tx = this.database.reader): Promise<readonly DecisionRecord[]> {
    return ids.length === 0
      ? []
      : rowsOf<DecisionRecord>(tx, `select ${COLUMNS} ${FROM} where d.province_id = $1 and d.id = any($2)`, [provinceId, ids]);
  }

  /** Rows that rest on a decision. */
  async rowIds(
    provinceId: string,
    id: string,
    tx: Tx = this.database.reader,
  ): Promise<readonly { readonly id: string; readonly state: string }[]> {
    return rowsOf(tx, 'select id, state from nominee_row where province_id = $1 and decision_id = $2 order by dossier_id, seq', [
      provinceId,
      id,
    ]);
  }

  /** Taken back whole, or (null) standing again. */
  async setCanceled(tx: Tx, provinceId: string, id: string, atMs: number | null): Promise<void> {
    await tx.query('update decision set canceled_at = $3 where province_id = $1 and id = $2', [
      provinceId,
      id,
      atMs === null ? null : new Date(atMs),
    ]);
  }

  /** Posts with an accepted mandate of this capacity for a head on a day. */
  async standIns(
    tx: Tx,
    provinceId: string,
    headPositionId: string,
    { capacity, day, award }: { readonly capacity: 'KT' | 'Q'; readonly day: string; readonly award: string },
  ): Promise<readonly { positionId: string; personId: string; fullName: string; title: string }[]> {
    return rowsOf(
      tx,
      `select x.id as "positionId", x.person_id as "personId", p.full_name as "fullName", x.title
       from delegation d join position x on x.province_id = d.province_id and x.id = d.to_position
         join person p on p.province_id = x.province_id and p.id = x.person_id
       where d.province_id = $1 and d.from_position = $2 and d.capacity = $3 and d.accepted_at is not null and d.ended_at is null
         and (not d.scope ? 'steps' or d.scope -> 'steps' ? 'decision') and (not d.scope ? 'awards' or d.scope -> 'awards' ? $5)
         and d.valid_from <= $4 and (d.valid_to is null or d.valid_to >= $4) and x.valid_from <= $4 and (x.valid_to is null or x.valid_to >= $4)
       order by p.search_name, x.id`,
      [provinceId, headPositionId, capacity, day, award],
    );
  }
}
