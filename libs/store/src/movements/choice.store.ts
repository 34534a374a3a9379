import type { ConflictCode, Level } from '@thidua/awards';
import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

/** How a person settled a place where plan and law left something open; `quote` are the plan's words then. */
export interface ChoiceRecord {
  readonly id: string;
  readonly movementId: string;
  readonly path: string;
  readonly code: ConflictCode;
  readonly quote: string;
  readonly picked: readonly string[];
  readonly reason: string;
  readonly ruleId: string;
  readonly citation: string;
  readonly personId: string;
  readonly personName: string;
  readonly positionId: string;
  readonly positionTitle: string;
  readonly at: Date;
  readonly replacedAt: Date | null;
}

export type NewChoice = Omit<ChoiceRecord, 'personName' | 'positionTitle' | 'at' | 'replacedAt'> & { readonly atMs: number };

/** A movement launched by a document above, as a person read it from the plan; partial dates as plans have them. */
export interface AboveRecord {
  readonly id: string;
  readonly movementId: string;
  readonly symbol: string;
  readonly dated: string;
  readonly issuer: string;
  readonly name: string;
  readonly level: Level;
  readonly body: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly quote: string;
  readonly lineFrom: number;
  readonly lineTo: number;
  readonly reason: string;
  readonly personId: string;
  readonly at: Date;
}

export type NewAbove = Omit<AboveRecord, 'at'> & { readonly positionId: string; readonly atMs: number };

const CHOICE = `c.id, c.movement_id as "movementId", c.path, c.code, c.quote, c.picked, c.reason, c.rule_id as "ruleId", c.citation,
  c.person_id as "personId", p.full_name as "personName", c.position_id as "positionId", s.title as "positionTitle", c.at, c.replaced_at as "replacedAt"`;
const CHOICE_FROM = `from movement_choice c join person p on p.province_id = c.province_id and p.id = c.person_id
  join position s on s.province_id = c.province_id and s.id = c.position_id`;
const ABOVE = `id, movement_id as "movementId", symbol, dated, issuer, name, level, body, first_on as "start", last_on as "end", quote,
  line_from as "lineFrom", line_to as "lineTo", reason, person_id as "personId", at`;

/** What people settled about the plans of movements. The law book reads a plan anew after every change. */
export class ChoiceStore {
  constructor(private readonly database: Database) {}

  /** Puts a choice in the place of the one that stood there. */
  async put(tx: Tx, provinceId: string, one: NewChoice): Promise<void> {
    const at = new Date(one.atMs);
    await tx.query(
      `update movement_choice set replaced_at = $5 where province_id = $1 and movement_id = $2 and path = $3 and code = $4 and replaced_at is null`,
      [provinceId, one.movementId, one.path, one.code, at],
    );
    await tx.query(
      `insert into movement_choice (province_id, id, movement_id, path, code, quote, picked, reason, rule_id, citation, person_id, position_id, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        provinceId,
        one.id,
        one.movementId,
        one.path,
        one.code,
        one.quote,
        one.picked,
        one.reason,
        one.ruleId,
        one.citation,
        one.personId,
        one.positionId,
        at,
      ],
    );
    await touch(tx, provinceId, one.movementId, at);
  }

  /** Newest first, those that were replaced among them. */
  async ofMovement(provinceId: string, movementId: string, tx: Tx = this.database.reader): Promise<readonly ChoiceRecord[]> {
    return rowsOf(
      tx,
      `select ${CHOICE} ${CHOICE_FROM} where c.province_id = $1 and c.movement_id = $2 order by (c.replaced_at is null) desc, c.at desc, c.path`,
      [provinceId, movementId],
    );
  }

  /** Every choice that stands, of every province. */
  async standing(
    tx: Tx = this.database.reader,
  ): Promise<readonly (Pick<ChoiceRecord, 'movementId' | 'path' | 'code' | 'quote' | 'picked'> & { readonly provinceId: string })[]> {
    return rowsOf(
      tx,
      `select province_id as "provinceId", movement_id as "movementId", path, code, quote, picked from movement_choice
       where replaced_at is null order by province_id, movement_id, path`,
      [],
    );
  }

  /** Puts a document above in the place of what stood for its symbol. */
  async putAbove(tx: Tx, provinceId: string, one: NewAbove): Promise<void> {
    const at = new Date(one.atMs);
    await this.endAbove(tx, provinceId, { movementId: one.movementId, symbol: one.symbol, at });
    await tx.query(
      `insert into movement_above (province_id, id, movement_id, symbol, dated, issuer, name, level, body, first_on, last_on, quote, line_from,
         line_to, reason, person_id, position_id, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
      [
        provinceId,
        one.id,
        one.movementId,
        one.symbol,
        one.dated,
        one.issuer,
        one.name,
        one.level,
        one.body,
        one.start,
        one.end,
        one.quote,
        one.lineFrom,
        one.lineTo,
        one.reason,
        one.personId,
        one.positionId,
        at,
      ],
    );
    await touch(tx, provinceId, one.movementId, at);
  }

  /** Every document above that stands, of every province. */
  async standingAbove(tx: Tx = this.database.reader): Promise<readonly (AboveRecord & { readonly provinceId: string })[]> {
    return rowsOf(
      tx,
      `select province_id as "provinceId", ${ABOVE} from movement_above where removed_at is null order by province_id, movement_id, at, symbol`,
      [],
    );
  }

  private async endAbove(
    tx: Tx,
    provinceId: string,
    { movementId, symbol, at }: { readonly movementId: string; readonly symbol: string; readonly at: Date },
  ): Promise<void> {
    await tx.query(
      'update movement_above set removed_at = $4 where province_id = $1 and movement_id = $2 and symbol = $3 and removed_at is null',
      [provinceId, movementId, symbol, at],
    );
  }
}

/** The stamp of the law follows the movements: whoever holds the plan in memory reads it again. Two changes in one instant still differ. */
async function touch(tx: Tx, provinceId: string, movementId: string, at: Date): Promise<void> {
  await tx.query(
    `update movement set loaded_at = greatest($3, (select max(loaded_at) from movement) + interval '1 microsecond') where province_id = $1 and id = $2`,
    [provinceId, movementId, at],
  );
}
