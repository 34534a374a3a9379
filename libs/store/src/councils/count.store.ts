import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';
import type { BallotOption } from './council-session.store';

export interface CounterRecord {
  readonly personId: string;
  readonly fullName: string;
  readonly title: string;
  readonly head: boolean;
}

export interface OpenVote {
  readonly itemId: string;
  readonly personId: string;
  readonly option: BallotOption;
}

/** What the council made of rows that stood equal with too few places; ids of rows. */
export interface TieBreakRecord {
  readonly award: string;
  readonly places: number;
  readonly tied: readonly string[];
  readonly preferred: readonly string[];
  readonly chosen: readonly string[];
  readonly ruleId: string;
  readonly reason: string;
}

/** What a choice among equals may turn on: of a collective its members as last reported. */
export interface NomineeFactsRecord {
  readonly rowId: string;
  readonly gender: string | null;
  readonly members: number | null;
  readonly women: number | null;
}

/** The counting team, the votes of open items, and ties the council decided. */
export class CountStore {
  constructor(private readonly database: Database) {}

  /** Names the team of a session anew. */
  async setTeam(tx: Tx, provinceId: string, sessionId: string, team: readonly CounterRecord[]): Promise<void> {
    await tx.query('delete from counting_team where province_id = $1 and session_id = $2', [provinceId, sessionId]);
    await tx.query(
      `insert into counting_team (province_id, session_id, person_id, full_name, title, head)
       select $1, $2, t."personId", t."fullName", t.title, t.head
       from jsonb_to_recordset($3::jsonb) t("personId" uuid, "fullName" text, title text, head boolean)`,
      [provinceId, sessionId, JSON.stringify(team)],
    );
  }

  /** Its head first. */
  async team(provinceId: string, sessionId: string, tx: Tx = this.database.reader): Promise<readonly CounterRecord[]> {
    return rowsOf<CounterRecord>(
      tx,
      `select person_id as "personId", full_name as "fullName", title, head from counting_team
       where province_id = $1 and session_id = $2 order by head desc, full_name, person_id`,
      [provinceId, sessionId],
    );
  }

  async addOpenVotes(
    tx: Tx,
    provinceId: string,
    sessionId: string,
    personId: string,
    votes: readonly Omit<OpenVote, 'personId'>[],
  ): Promise<void> {
    await tx.query(
      `insert into open_vote (province_id, session_id, item_id, person_id, option)
       select $1, $2, v."itemId", $3, v.option from jsonb_to_recordset($4::jsonb) v("itemId" uuid, option text)`,
      [provinceId, sessionId, personId, JSON.stringify(votes)],
    );
  }

  async openVotes(provinceId: string, sessionId: string, tx: Tx = this.database.reader): Promise<readonly OpenVote[]> {
    return rowsOf<OpenVote>(
      tx,
      `select item_id as "itemId", person_id as "personId", option from open_vote where province_id = $1 and session_id = $2 order by item_id, person_id`,
      [provinceId, sessionId],
    );
  }

  async addTieBreak(tx: Tx, provinceId: string, sessionId: string, tie: TieBreakRecord & { readonly atMs: number }): Promise<void> {
    await tx.query(
      `insert into tie_break (province_id, session_id, award, places, tied, preferred, chosen, rule_id, reason, decided_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [provinceId, sessionId, tie.award, tie.places, tie.tied, tie.preferred, tie.chosen, tie.ruleId, tie.reason, new Date(tie.atMs)],
    );
  }

  async tieBreaks(provinceId: string, sessionId: string, tx: Tx = this.database.reader): Promise<readonly TieBreakRecord[]> {
    return rowsOf<TieBreakRecord>(
      tx,
      `select award, places, tied, preferred, chosen, rule_id as "ruleId", reason from tie_break
       where province_id = $1 and session_id = $2 order by award`,
      [provinceId, sessionId],
    );
  }

  async nominees(provinceId: string, rowIds: readonly string[], tx: Tx = this.database.reader): Promise<readonly NomineeFactsRecord[]> {
    return rowsOf<NomineeFactsRecord>(
      tx,
      `select n.id as "rowId", p.gender, y.members, y.women
       from nominee_row n left join person p on p.province_id = n.province_id and p.id = n.person_id
         left join lateral (select c.members, c.women from collective_year c
           where c.province_id = n.province_id and c.org_id = n.subject_org_id and c.canceled_at is null and c.women is not null and c.members > 0
           order by c.year desc limit 1) y on true
       where n.province_id = $1 and n.id = any($2) order by n.id`,
      [provinceId, rowIds],
    );
  }
}
