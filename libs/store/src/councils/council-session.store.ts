import type { JsonObject } from '@thidua/kernel';
import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

export type BallotOption = 'yes' | 'no' | 'blank';

export interface CouncilSessionRecord {
  readonly id: string;
  readonly roundId: string;
  readonly councilId: string;
  readonly councilName: string;
  readonly body: 'standing' | 'full';
  readonly status: 'open' | 'closed' | 'postponed';
  /** All members of the body, present or not: the denominator. */
  readonly total: number;
  readonly place: string;
  readonly openedAt: Date;
  readonly closesAt: Date;
  readonly closedAt: Date | null;
  /** Members present when it opened, how many had to be, and the row that says so; null where the pack asks for no quorum. */
  readonly present: number;
  readonly quorumNeeded: number | null;
  readonly quorumRule: string | null;
  /** How many of an award may be recommended, as announced before the ballot. */
  readonly places: readonly AnnouncedPlaces[];
  readonly opinionsOpenedAt: Date | null;
}

export interface AnnouncedPlaces {
  readonly award: string;
  readonly places: number;
  readonly ruleId: string | null;
  readonly text: string;
}

export interface SessionItem {
  readonly id: string;
  readonly rowId: string;
  readonly seq: number;
  readonly ruleId: string;
  readonly needed: number;
  /** Null until the session is closed. */
  readonly yes: number | null;
  readonly no: number | null;
  readonly blank: number | null;
  readonly passed: boolean | null;
  /** A secret ballot keeps counts alone; an open vote also who voted what. */
  readonly secret: boolean;
  /** An absent member may answer in writing (V-12). */
  readonly inWriting: boolean;
  /** What the council made of a tie or too few places; null where nothing had to be chosen. */
  readonly chosen: boolean | null;
  readonly personId: string | null;
  readonly name: string;
  readonly title: string;
  readonly kind: string;
  readonly award: string;
  readonly achievement: string;
}

export interface RollEntry {
  readonly personId: string;
  readonly positionId: string;
  readonly voted: boolean;
  readonly attendance: 'present' | 'absent' | 'written';
  readonly fullName: string;
  readonly title: string;
  readonly role: string;
}

export interface NewSession {
  readonly id: string;
  readonly roundId: string;
  readonly councilId: string;
  readonly body: 'standing' | 'full';
  readonly total: number;
  readonly place: string;
  readonly closesMs: number;
  readonly items: readonly {
    readonly id: string;
    readonly rowId: string;
    readonly seq: number;
    readonly ruleId: string;
    readonly needed: number;
    readonly secret: boolean;
    readonly inWriting: boolean;
  }[];
  readonly roll: readonly {
    readonly personId: string;
    readonly positionId: string;
    readonly attendance: 'present' | 'absent';
    readonly role: string;
    readonly title: string;
  }[];
  readonly quorum: { readonly needed: number; readonly ruleId: string } | null;
  readonly places: readonly AnnouncedPlaces[];
}

/** A session that did not take place: why, until when, and who was there. */
export interface Postponement {
  readonly roundId: string;
  readonly reason: string;
  readonly nextMs: number;
  readonly present: number;
  readonly total: number;
  readonly quorumNeeded: number | null;
  readonly ruleId: string | null;
  readonly atMs: number;
  readonly personId: string;
}

export interface PostponementRecord {
  readonly reason: string;
  readonly nextAt: Date;
  readonly present: number;
  readonly total: number;
  readonly quorumNeeded: number | null;
  readonly ruleId: string | null;
  readonly postponedAt: Date;
}

/** One item's ballots. */
export interface ItemCount {
  readonly itemId: string;
  readonly yes: number;
  readonly no: number;
  readonly blank: number;
}

export interface ClosedItem extends ItemCount {
  readonly passed: boolean;
  readonly chosen: boolean | null;
}

const SESSION = `s.id, s.round_id as "roundId", s.council_id as "councilId", c.name as "councilName", s.body, s.status, s.total, s.place,
  s.opened_at as "openedAt", s.closes_at as "closesAt", s.closed_at as "closedAt", s.present, s.quorum_needed as "quorumNeeded",
  s.quorum_rule as "quorumRule", s.places, s.opinions_opened_at as "opinionsOpenedAt"`;
const FROM_SESSION = 'from council_session s join council c on c.province_id = s.province_id and c.id = s.council_id';

/** Sessions and their secret ballot: the roll and the counts, which nothing joins (decision 25). */
export class CouncilSessionStore {
  constructor(private readonly database: Database) {}

  async byId(provinceId: string, id: string, tx: Tx = this.database.reader): Promise<CouncilSessionRecord | undefined> {
    const rows = await rowsOf<CouncilSessionRecord>(tx, `select ${SESSION} ${FROM_SESSION} where s.province_id = $1 and s.id = $2`, [
      provinceId,
      id,
    ]);
    return rows[0];
  }

  /** Ballots of a session follow one another, and none falls into its closing. */
  async lock(tx: Tx, provinceId: string, id: string): Promise<CouncilSessionRecord | undefined> {
    const rows = await rowsOf<CouncilSessionRecord>(
      tx,
      `select ${SESSION} ${FROM_SESSION} where s.province_id = $1 and s.id = $2 for update of s`,
      [provinceId, id],
    );
    return rows[0];
  }

  async ofRound(provinceId: string, roundId: string, tx: Tx = this.database.reader): Promise<CouncilSessionRecord | undefined> {
    const rows = await rowsOf<CouncilSessionRecord>(
      tx,
      `select ${SESSION} ${FROM_SESSION} where s.province_id = $1 and s.round_id = $2 order by s.opened_at desc limit 1`,
      [provinceId, roundId],
    );
    return rows[0];
  }

  /** Writes agenda, counters and roll, binds the recusals declared so far, and freezes them all. */
  async open(tx: Tx, provinceId: string, session: NewSession, atMs: number): Promise<void> {
    const { id, items, roll } = session;
    await tx.query(
      `insert into council_session (province_id, id, round_id, council_id, body, status, total, place, opened_at, closes_at, present,
         quorum_needed, quorum_rule, places)
       values ($1, $2, $3, $4, $5, 'open', $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        provinceId,
        id,
        session.roundId,
        session.councilId,
        session.body,
        session.total,
        session.place,
        new Date(atMs),
        new Date(session.closesMs),
        roll.filter((entry) => entry.attendance === 'present').length,
        session.quorum?.needed ?? null,
        session.quorum?.ruleId ?? null,
        JSON.stringify(session.places),
      ],
    );
    await tx.query(
      `insert into session_item (province_id, id, session_id, row_id, seq, rule_id, needed, secret, in_writing)
       select $1, i.id, $2, i."rowId", i.seq, i."ruleId", i.needed, i.secret, i."inWriting" from jsonb_to_recordset($3::jsonb)
         i(id uuid, "rowId" uuid, seq smallint, "ruleId" text, needed smallint, secret boolean, "inWriting" boolean)`,
      [provinceId, id, JSON.stringify(items)],
    );
    await tx.query(
      `insert into ballot_count (province_id, session_id, item_id, option)
       select $1, $2, item, option from unnest($3::uuid[]) item cross join unnest(array['yes', 'no', 'blank']) option`,
      [provinceId, id, items.map((item) => item.id)],
    );
    await tx.query(
      `insert into roll (province_id, session_id, person_id, position_id, attendance, role, title)
       select $1, $2, r."personId", r."positionId", r.attendance, r.role, r.title
       from jsonb_to_recordset($3::jsonb) r("personId" uuid, "positionId" uuid, attendance text, role text, title text)`,
      [provinceId, id, JSON.stringify(roll)],
    );
    await tx.query('update recusal set session_id = $3 where province_id = $1 and round_id = $2', [provinceId, session.roundId, id]);
    await tx.query('update council_session set frozen = true where province_id = $1 and id = $2', [provinceId, id]);
  }

  async items(provinceId: string, sessionId: string, tx: Tx = this.database.reader): Promise<readonly SessionItem[]> {
    return rowsOf<SessionItem>(
      tx,
      `select i.id, i.row_id as "rowId", i.seq, i.rule_id as "ruleId", i.needed, i.yes, i.no, i.blank, i.passed, i.secret,
         i.in_writing as "inWriting", i.chosen, n.person_id as "personId", n.name,
         n.title, n.kind, n.award, n.achievement
       from session_item i join nominee_row n on n.province_id = i.province_id and n.id = i.row_id
       where i.province_id = $1 and i.session_id = $2 order by i.seq`,
      [provinceId, sessionId],
    );
  }

  async roll(provinceId: string, sessionId: string, tx: Tx = this.database.reader): Promise<readonly RollEntry[]> {
    return rowsOf<RollEntry>(
      tx,
      `select r.person_id as "personId", r.position_id as "positionId", r.voted, r.attendance, p.full_name as "fullName", r.title, r.role
       from roll r join person p on p.province_id = r.province_id and p.id = r.person_id
       where r.province_id = $1 and r.session_id = $2
       order by array_position(array['chair', 'vice-chair', 'standing', 'secretary', 'member'], r.role), p.search_name, r.person_id`,
      [provinceId, sessionId],
    );
  }

  /** False: not on the roll as present, or has voted. */
  async markVoted(tx: Tx, provinceId: string, sessionId: string, personId: string): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `update roll set voted = true where province_id = $1 and session_id = $2 and person_id = $3 and not voted and attendance = 'present'
       returning person_id`,
      [provinceId, sessionId, personId],
    );
    return rows.length === 1;
  }

  /**
   * Adds ballots to the counts. Every counter of the session is written, most of them with + 0, in one statement: which rows the last
   * transaction touched says nothing about what was voted.
   */
  async addCounts(tx: Tx, provinceId: string, sessionId: string, counts: readonly ItemCount[]): Promise<void> {
    const options = ['yes', 'no', 'blank'] as const;
    const added = counts.flatMap((count) => options.map((option) => ({ item: count.itemId, option, n: count[option] })));
    await tx.query(
      `update ballot_count c set n = c.n + coalesce((select v.n from unnest($3::uuid[], $4::text[], $5::int[]) v(item, option, n)
         where v.item = c.item_id and v.option = c.option), 0) where c.province_id = $1 and c.session_id = $2`,
      [provinceId, sessionId, added.map((one) => one.item), added.map((one) => one.option), added.map((one) => one.n)],
    );
  }

  /** The counts of a session about to close; call under `lock`, in the transaction that closes it. */
  async countsForClosing(tx: Tx, provinceId: string, sessionId: string): Promise<readonly ItemCount[]> {
    return rowsOf<ItemCount>(
      tx,
      `select item_id as "itemId", sum(n) filter (where option = 'yes')::int as yes, sum(n) filter (where option = 'no')::int as no,
         sum(n) filter (where option = 'blank')::int as blank
       from ballot_count where province_id = $1 and session_id = $2 group by item_id order by item_id`,
      [provinceId, sessionId],
    );
  }

  /** False: not on the roll as absent, or has answered already. */
  async markWritten(tx: Tx, provinceId: string, sessionId: string, personId: string): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `update roll set attendance = 'written' where province_id = $1 and session_id = $2 and person_id = $3 and not voted and attendance = 'absent'
       returning person_id`,
      [provinceId, sessionId, personId],
    );
    return rows.length === 1;
  }

  /** Ends a session without a result: whatever was counted is gone unread. */
  async abandon(tx: Tx, provinceId: string, sessionId: string, atMs: number): Promise<void> {
    await tx.query('update ballot_count set n = 0 where province_id = $1 and session_id = $2', [provinceId, sessionId]);
    await tx.query('delete from open_vote where province_id = $1 and session_id = $2', [provinceId, sessionId]);
    await tx.query(`update council_session set status = 'postponed', closed_at = $3 where province_id = $1 and id = $2`, [
      provinceId,
      sessionId,
      new Date(atMs),
    ]);
  }

  async postpone(tx: Tx, provinceId: string, postponement: Postponement & { readonly id: string }): Promise<void> {
    const { id, roundId, reason, nextMs, present, total, quorumNeeded, ruleId, atMs, personId } = postponement;
    await tx.query(
      `insert into session_postponement (province_id, id, round_id, reason, next_at, present, total, quorum_needed, rule_id, postponed_at, postponed_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [provinceId, id, roundId, reason, new Date(nextMs), present, total, quorumNeeded, ruleId, new Date(atMs), personId],
    );
  }

  /** Oldest first. */
  async postponements(provinceId: string, roundId: string, tx: Tx = this.database.reader): Promise<readonly PostponementRecord[]> {
    return rowsOf<PostponementRecord>(
      tx,
      `select reason, next_at as "nextAt", present, total, quorum_needed as "quorumNeeded", rule_id as "ruleId", postponed_at as "postponedAt"
       from session_postponement where province_id = $1 and round_id = $2 order by postponed_at`,
      [provinceId, roundId],
    );
  }

  async close(
    tx: Tx,
    provinceId: string,
    sessionId: string,
    result: { readonly atMs: number; readonly minutes: JsonObject; readonly items: readonly ClosedItem[] },
  ): Promise<void> {
    await tx.query(
      `update session_item i set yes = v.yes, no = v.no, blank = v.blank, passed = v.passed, chosen = v.chosen
       from jsonb_to_recordset($3::jsonb) v("itemId" uuid, yes smallint, no smallint, blank smallint, passed boolean, chosen boolean)
       where i.province_id = $1 and i.session_id = $2 and i.id = v."itemId"`,
      [provinceId, sessionId, JSON.stringify(result.items)],
    );
    await tx.query(`update council_session set status = 'closed', closed_at = $3, minutes = $4 where province_id = $1 and id = $2`, [
      provinceId,
      sessionId,
      new Date(result.atMs),
      JSON.stringify(result.minutes),
    ]);
  }
}
