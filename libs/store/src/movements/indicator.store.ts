import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

/** One indicator of a set; `better` says which way the target is passed. */
export interface IndicatorLine {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly target: number | null;
  readonly better: 'more' | 'less';
}

/** A set of indicators that a body issues for a year of a movement; the id is its work's. */
export interface IndicatorSetRecord {
  readonly id: string;
  readonly movementId: string;
  readonly orgId: string;
  readonly orgName: string;
  readonly title: string;
  readonly year: number;
  readonly paperNumber: string | null;
  readonly paperDate: string | null;
  readonly lines: readonly IndicatorLine[];
  readonly state: 'draft' | 'issued';
  readonly version: number;
}

export interface IndicatorValue {
  readonly id: string;
  readonly setId: string;
  readonly orgId: string;
  readonly orgName: string;
  readonly code: string;
  readonly value: number;
  readonly met: boolean | null;
}

/** A hội thi or giải thưởng of a movement with its winners. */
export interface ContestRecord {
  readonly id: string;
  readonly movementId: string;
  readonly orgId: string;
  readonly orgName: string;
  readonly name: string;
  readonly organiser: string;
  readonly heldOn: string;
  readonly year: number;
  readonly scope: 'unit' | 'commune' | 'province' | 'nation' | 'world';
  readonly paperNumber: string;
  readonly paperDate: string;
  readonly paperBody: string;
  readonly results: readonly ContestResult[];
}

export interface ContestResult {
  readonly name: string;
  readonly kind: 'individual' | 'collective';
  /** Of the register; null: nobody we know. */
  readonly subjectId: string | null;
  /** 'Giải Nhất'. */
  readonly prize: string;
  readonly evidenceId: string | null;
}

const SET = `s.id, s.movement_id as "movementId", s.org_id as "orgId", o.name as "orgName", s.title, s.year, s.paper_number as "paperNumber",
  to_char(s.paper_date, 'YYYY-MM-DD') as "paperDate", s.lines, s.state, s.version`;
const CONTEST = `c.id, c.movement_id as "movementId", c.org_id as "orgId", o.name as "orgName", c.name, c.organiser,
  to_char(c.held_on, 'YYYY-MM-DD') as "heldOn", c.year, c.scope, c.paper_number as "paperNumber",
  to_char(c.paper_date, 'YYYY-MM-DD') as "paperDate", c.paper_body as "paperBody", c.results`;

/** Indicator sets and contests of movements; what they say of a body or a person stands in the register of evidence. */
export class IndicatorStore {
  constructor(private readonly database: Database) {}

  async insert(
    tx: Tx,
    provinceId: string,
    one: Pick<IndicatorSetRecord, 'id' | 'movementId' | 'orgId' | 'title' | 'year' | 'lines'>,
  ): Promise<void> {
    await tx.query(
      `insert into indicator_set (province_id, id, movement_id, org_id, title, year, lines, state) values ($1, $2, $3, $4, $5, $6, $7, 'draft')`,
      [provinceId, one.id, one.movementId, one.orgId, one.title, one.year, JSON.stringify(one.lines)],
    );
  }

  async byId(provinceId: string, id: string, tx: Tx = this.database.reader): Promise<IndicatorSetRecord | undefined> {
    const rows = await rowsOf<IndicatorSetRecord>(
      tx,
      `select ${SET} from indicator_set s join org o on o.province_id = s.province_id and o.id = s.org_id where s.province_id = $1 and s.id = $2`,
      [provinceId, id],
    );
    return rows[0];
  }

  async ofMovements(
    provinceId: string,
    movementIds: readonly string[],
    tx: Tx = this.database.reader,
  ): Promise<readonly IndicatorSetRecord[]> {
    return rowsOf(
      tx,
      `select ${SET} from indicator_set s join org o on o.province_id = s.province_id and o.id = s.org_id
       where s.province_id = $1 and s.movement_id = any($2::text[]) order by s.year desc, s.title`,
      [provinceId, movementIds],
    );
  }

  /** False: it was issued before. */
  async issue(tx: Tx, provinceId: string, id: string, paper: { readonly number: string; readonly date: string }): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `update indicator_set set state = 'issued', paper_number = $3, paper_date = $4, version = version + 1
       where province_id = $1 and id = $2 and state = 'draft' returning id`,
      [provinceId, id, paper.number, paper.date],
    );
    return rows.length === 1;
  }

  /** Values that stand in the register. */
  async valuesOf(provinceId: string, setIds: readonly string[], tx: Tx = this.database.reader): Promise<readonly IndicatorValue[]> {
    return rowsOf(
      tx,
      `select r.id, r.set_id as "setId", r.org_id as "orgId", o.name as "orgName", r.code, r.value, r.met
       from indicator_result r join org o on o.province_id = r.province_id and o.id = r.org_id
       where r.province_id = $1 and r.set_id = any($2::uuid[]) and r.canceled_at is null order by o.name, r.code`,
      [provinceId, setIds],
    );
  }

  async addContest(
    tx: Tx,
    provinceId: string,
    one: Omit<ContestRecord, 'orgName'> & { readonly recordedBy: string; readonly atMs: number },
  ): Promise<void> {
    await tx.query(
      `insert into movement_contest (province_id, id, movement_id, org_id, name, organiser, held_on, year, scope, paper_number, paper_date, paper_body,
         results, recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        ...[provinceId, one.id, one.movementId, one.orgId, one.name, one.organiser, one.heldOn, one.year, one.scope],
        ...[one.paperNumber, one.paperDate, one.paperBody, JSON.stringify(one.results), one.recordedBy, new Date(one.atMs)],
      ],
    );
  }

  async contestsOf(provinceId: string, movementId: string, tx: Tx = this.database.reader): Promise<readonly ContestRecord[]> {
    return rowsOf(
      tx,
      `select ${CONTEST} from movement_contest c join org o on o.province_id = c.province_id and o.id = c.org_id
       where c.province_id = $1 and c.movement_id = $2 order by c.held_on desc, c.name`,
      [provinceId, movementId],
    );
  }
}
