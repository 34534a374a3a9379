/**
 * What a table counts, as SQL. `facts` has one row per fact: its id, then a text column per dimension of the same name. It reads
 * `body (unit, branch)` and `asked (province, level, movements, year, occasion, branch, today)`.
 */
export interface FactSource {
  readonly dimensions: readonly string[];
  readonly facts: string;
  /** Shows facts `f`: a select list of StatisticRow, its joins, and an order that ends with an id. */
  readonly shown: string;
  readonly joins: string;
  readonly order: string;
}

/** A fact as a line of the list behind a cell; days are YYYY-MM-DD. */
export interface StatisticRow {
  readonly id: string;
  /** The dossier, movement or work it is of. */
  readonly ofId: string;
  readonly code: string;
  readonly name: string;
  /** Post and body, or level. */
  readonly title: string;
  readonly unit: string;
  readonly unitId: string;
  /** Of a work: the body that asked for it. */
  readonly askedByOrg: string | null;
  readonly movementId: string | null;
  readonly occasion: string | null;
  readonly year: number | null;
  /** An award's code, a level, a kind of work. */
  readonly what: string;
  readonly state: string;
  readonly day: string | null;
  readonly numberText: string | null;
}

/** Bodies in scope with the body under which each stands, and `asked`: $1 to $9 of every statistical query. */
export const SCOPE = `body as (select unit, branch from unnest($2::uuid[], $3::uuid[]) b (unit, branch)),
  asked as (select $1::text as province, $4::text as level, $5::text[] as movements, $6::int as year, $7::text as occasion, $8::uuid as branch, $9::date as today)`;
