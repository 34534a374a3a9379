import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

export type FundEntryKind = 'allot' | 'hold' | 'release' | 'commit' | 'pay' | 'return';

/** A body's award fund of a budget year. */
export interface FundOf {
  readonly orgId: string;
  readonly year: number;
}

export interface NewFundEntry {
  readonly id: string;
  readonly kind: FundEntryKind;
  /** đồng; negative only for an 'allot' that cuts. */
  readonly amount: number;
  readonly rowId: string | null;
  readonly decisionId?: string | null;
  readonly paperId?: string | null;
  /** Slot of the decision's draft, while there is no decision yet. */
  readonly slot?: string | null;
  readonly award?: string | null;
  readonly formula?: string | null;
  readonly citation?: string | null;
  readonly confirmed?: boolean;
  readonly atMs: number;
  readonly personId: string | null;
}

export interface FundEntry {
  readonly id: string;
  readonly orgId: string;
  readonly year: number;
  readonly kind: FundEntryKind;
  readonly amount: number;
  readonly rowId: string | null;
  readonly decisionId: string | null;
  readonly paperId: string | null;
  readonly slot: string | null;
  readonly award: string | null;
  readonly formula: string | null;
  readonly citation: string | null;
  readonly confirmed: boolean;
  readonly at: Date;
  readonly byPerson: string | null;
}

export interface FundRecord extends FundOf {
  readonly orgName: string;
  readonly allotted: number;
  readonly citation: string;
  readonly version: number;
}

/** đồng. */
export interface FundTotals {
  readonly hold: number;
  readonly release: number;
  readonly commit: number;
  readonly pay: number;
  readonly return: number;
}

const ENTRY = `id, org_id as "orgId", year, kind, amount::float8 as amount, row_id as "rowId", decision_id as "decisionId", paper_id as "paperId", slot,
  award, formula, citation, confirmed, at, by_person as "byPerson"`;
const FUND = `select f.org_id as "orgId", o.name as "orgName", f.year, f.allotted::float8 as allotted, f.citation, f.version
  from award_fund f join org o on o.province_id = f.province_id and o.id = f.org_id`;

/** Award funds and their ledgers: entries are written once, sums are made of them. */
export class FundStore {
  constructor(private readonly database: Database) {}

  /** The fund, opened with nothing in it when it is the first of the year, held until the transaction ends: entries queue behind it. */
  async lock(tx: Tx, provinceId: string, { orgId, year }: FundOf): Promise<FundRecord> {
    await tx.query('insert into award_fund (province_id, org_id, year) values ($1, $2, $3) on conflict do nothing', [
      provinceId,
      orgId,
      year,
    ]);
    const rows = await rowsOf<FundRecord>(tx, `${FUND} where f.province_id = $1 and f.org_id = $2 and f.year = $3 for update of f`, [
      provinceId,
      orgId,
      year,
    ]);
    const [fund] = rows;
    if (fund === undefined) {
      throw new Error(`no organisation ${orgId} for an award fund`);
    }
    return fund;
  }

  async setAllotted(
    tx: Tx,
    provinceId: string,
    fund: FundRecord,
    to: { readonly allotted: number; readonly citation: string },
  ): Promise<void> {
    await tx.query(
      'update award_fund set allotted = $4, citation = $5, version = version + 1 where province_id = $1 and org_id = $2 and year = $3',
      [provinceId, fund.orgId, fund.year, to.allotted, to.citation],
    );
  }

  /** Adds a line; the caller holds the fund. */
  async add(tx: Tx, provinceId: string, { orgId, year }: FundOf, entry: NewFundEntry): Promise<void> {
    await tx.query(
      `insert into fund_entry (province_id, id, org_id, year, kind, amount, row_id, decision_id, paper_id, slot, award, formula, citation, confirmed, at, by_person)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
      [
        provinceId,
        entry.id,
        orgId,
        year,
        entry.kind,
        entry.amount,
        entry.rowId,
        entry.decisionId ?? null,
        entry.paperId ?? null,
        entry.slot ?? null,
        entry.award ?? null,
        entry.formula ?? null,
        entry.citation ?? null,
        entry.confirmed ?? true,
        new Date(entry.atMs),
        entry.personId,
      ],
    );
  }

  async totals(provinceId: string, { orgId, year }: FundOf, tx: Tx = this.database.reader): Promise<FundTotals> {
    const rows = await rowsOf<FundTotals>(
      tx,
      `select ${['hold', 'release', 'commit', 'pay', 'return'].map((kind) => `coalesce(sum(amount) filter (where kind = '${kind}'), 0)::float8 as "${kind}"`).join(', ')}
       from fund_entry where province_id = $1 and org_id = $2 and year = $3`,
      [provinceId, orgId, year],
    );
    return rows[0] ?? { hold: 0, release: 0, commit: 0, pay: 0, return: 0 };
  }

  async byId(provinceId: string, { orgId, year }: FundOf, tx: Tx = this.database.reader): Promise<FundRecord | undefined> {
    return (
      await rowsOf<FundRecord>(tx, `${FUND} where f.province_id = $1 and f.org_id = $2 and f.year = $3`, [provinceId, orgId, year])
    )[0];
  }

  async ofOrgs(provinceId: string, orgIds: readonly string[]): Promise<readonly FundRecord[]> {
    return rowsOf<FundRecord>(
      this.database.reader,
      `${FUND} where f.province_id = $1 and f.org_id = any($2::uuid[]) order by f.year desc, o.name`,
      [provinceId, orgIds],
    );
  }

  /** Newest first. */
  async entries(provinceId: string, { orgId, year }: FundOf, tx: Tx = this.database.reader): Promise<readonly FundEntry[]> {
    return rowsOf<FundEntry>(tx, `select ${ENTRY} from fund_entry where province_id = $1 and org_id = $2 and year = $3 order by seq desc`, [
      provinceId,
      orgId,
      year,
    ]);
  }

  /** Rows for which a draft's slot still holds money. */
  async heldUnder(tx: Tx, provinceId: string, slot: string): Promise<readonly string[]> {
    const rows = await rowsOf<{ id: string }>(
      tx,
      `select row_id as id from fund_entry where province_id = $1 and slot = $2 group by row_id
       having coalesce(sum(amount) filter (where kind = 'hold'), 0) > coalesce(sum(amount) filter (where kind = 'release'), 0)`,
      [provinceId, slot],
    );
    return rows.map((row) => row.id);
  }

  /** Every line about these rows, in whatever fund; oldest first. */
  async ofRows(provinceId: string, rowIds: readonly string[], tx: Tx = this.database.reader): Promise<readonly FundEntry[]> {
    return rowIds.length === 0
      ? []
      : rowsOf<FundEntry>(tx, `select ${ENTRY} from fund_entry where province_id = $1 and row_id = any($2::uuid[]) order by seq`, [
          provinceId,
          rowIds,
        ]);
  }
}
