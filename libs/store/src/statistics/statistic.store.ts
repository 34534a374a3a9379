import type { FactGroup, StatisticSource, Where } from '@thidua/awards';
import type { Database } from '../database/database';
import { rowsOf } from '../database/prepared';
import { SCOPE, type FactSource, type StatisticRow } from './fact-source';
import { MOVEMENT_FACTS } from './movement-facts';
import { NOMINATIONS } from './nominations';
import { WORK_FACTS } from './work-facts';

/** Whose facts: bodies in scope, each with the one under which it stands, as seen from a level, narrowed where not null. */
export interface StatisticScope {
  readonly bodies: ReadonlyMap<string, string>;
  /** UNIT, XA, HUYEN or TINH: that of the body that looks. */
  readonly level: string;
  /** 'none' stands for facts without a movement. */
  readonly movementIds: readonly string[] | null;
  readonly year: number | null;
  readonly occasion: string | null;
  readonly branchId: string | null;
  /** YYYY-MM-DD: what is overdue is so on this day. */
  readonly today: string;
}

const SOURCES: Readonly<Record<StatisticSource, FactSource>> = {
  nominations: NOMINATIONS,
  movements: MOVEMENT_FACTS,
  works: WORK_FACTS,
};
const SCOPE_VALUES = 9;

/** Counts, and the rows behind them: the same facts grouped, or listed one by one. */
export class StatisticStore {
  constructor(private readonly database: Database) {}

  /** How many facts there are of each kind, kinds being told apart by these dimensions. */
  async groups(
    provinceId: string,
    source: StatisticSource,
    scope: StatisticScope,
    dimensions: readonly string[],
  ): Promise<readonly FactGroup[]> {
    const { facts } = SOURCES[source];
    const names = dimensions.map((name) => columnOf(source, name));
    const at = `jsonb_build_object(${dimensions.map((name, index) => `'${name}', ${names[index] ?? ''}`).join(', ')})`;
    return rowsOf<FactGroup>(
      this.database.reader,
      `with ${SCOPE}, fact as (${facts}) select count(*)::int as n, ${at} as at from fact f ${names.length === 0 ? '' : `group by ${names.join(', ')}`}`,
      valuesOf(provinceId, scope),
    );
  }

  /** The facts that a condition fits, in a lasting order. */
  async rows(
    provinceId: string,
    source: StatisticSource,
    scope: StatisticScope,
    asked: { readonly where: Where; readonly limit: number; readonly offset: number },
  ): Promise<{ readonly rows: readonly StatisticRow[]; readonly total: number }> {
    const { facts, shown, joins, order } = SOURCES[source];
    const conditions = Object.entries(asked.where);
    const where = conditions.map(([name], index) => `${columnOf(source, name)} = any($${String(SCOPE_VALUES + 1 + index)}::text[])`);
    const [limit, offset] = [SCOPE_VALUES + conditions.length + 1, SCOPE_VALUES + conditions.length + 2].map((n) => `$${String(n)}`);
    const found = await rowsOf<StatisticRow & { readonly total: number }>(
      this.database.reader,
      `with ${SCOPE}, fact as (${facts}) select ${shown}, count(*) over ()::int as total from fact f ${joins}
       where ${['true', ...where].join(' and ')} order by ${order} limit ${limit ?? ''} offset ${offset ?? ''}`,
      [...valuesOf(provinceId, scope), ...conditions.map(([, values]) => values), asked.limit, asked.offset],
    );
    return { rows: found, total: found[0]?.total ?? 0 };
  }

  /** Of these dossiers the ones that organisations are party to. */
  async openable(provinceId: string, dossierIds: readonly string[], orgIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await rowsOf<{ id: string }>(
      this.database.reader,
      `select d.id from dossier d where d.province_id = $1 and d.id = any($2::uuid[]) and (d.org_id = any($3::uuid[]) or exists (
         select from dossier_party y where y.province_id = d.province_id and y.dossier_id = d.id and y.org_id = any($3::uuid[]) and y.valid_to is null))`,
      [provinceId, dossierIds, orgIds],
    );
    return new Set(rows.map((row) => row.id));
  }

  /** Bodies that went whole into another one: their past is its own. */
  async mergers(provinceId: string): Promise<readonly { readonly predecessorId: string; readonly successorId: string }[]> {
    return rowsOf(
      this.database.reader,
      `select predecessor_id as "predecessorId", successor_id as "successorId" from org_succession
       where province_id = $1 and takes_open_files and kind in ('merged', 'renamed') order by 1, 2`,
      [provinceId],
    );
  }

  /** Years in which there are dossiers of these bodies, the last first. */
  async years(provinceId: string, units: readonly string[]): Promise<readonly number[]> {
    const rows = await rowsOf<{ year: number }>(
      this.database.reader,
      `select distinct year from dossier where province_id = $1 and org_id = any($2::uuid[]) and status <> 'drafting' order by year desc`,
      [provinceId, units],
    );
    return rows.map((row) => row.year);
  }
}

/** Only names of our own list ever reach the text of a statement. */
function columnOf(source: StatisticSource, name: string): string {
  if (!SOURCES[source].dimensions.includes(name)) {
    throw new Error(`${source} have no dimension ${name}`);
  }
  return `f."${name}"`;
}

function valuesOf(provinceId: string, scope: StatisticScope): readonly unknown[] {
  const { bodies, level, movementIds, year, occasion, branchId, today } = scope;
  return [provinceId, [...bodies.keys()], [...bodies.values()], level, movementIds, year, occasion, branchId, today];
}
