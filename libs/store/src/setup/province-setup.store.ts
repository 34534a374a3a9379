import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

export interface ProvinceSetup {
  readonly provinceId: string;
  /** Processes released so far. */
  readonly done: number;
  /** Null until the worker has begun. */
  readonly total: number | null;
  readonly finished: boolean;
  readonly failure: string | null;
}

export interface MissingPost {
  readonly kind: 'unit' | 'commune' | 'department' | 'province';
  readonly orgName: string;
  /** A role, or 'council' where there is no council in force. */
  readonly role: string;
}

export interface ProvinceCounts {
  readonly communes: number;
  readonly units: number;
  readonly people: number;
  readonly accounts: number;
  /** Accounts somebody has signed in with. */
  readonly entered: number;
  readonly councils: number;
  readonly administrators: number;
  readonly movements: number;
  readonly decided: number;
}

const SETUP = `province_id as "provinceId", done, total, finished_at is not null as finished, failure`;
const inForce = (table: string): string =>
  `${table}.valid_from <= $2::date and (${table}.valid_to is null or ${table}.valid_to >= $2::date)`;

/** Provinces made after the installation: what the worker still owes them, and what people do. Days are YYYY-MM-DD. */
export class ProvinceSetupStore {
  constructor(private readonly database: Database) {}

  async add(tx: Tx, provinceId: string, atMs: number): Promise<void> {
    await tx.query('insert into province_setup (province_id, made_at) values ($1, $2)', [provinceId, new Date(atMs)]);
  }

  async find(provinceId: string, tx: Tx = this.database.reader): Promise<ProvinceSetup | undefined> {
    const rows = await rowsOf<ProvinceSetup>(tx, `select ${SETUP} from province_setup where province_id = $1`, [provinceId]);
    return rows[0];
  }

  /** Provinces without all their processes, oldest first. */
  async due(): Promise<readonly string[]> {
    const rows = await rowsOf<{ id: string }>(
      this.database.reader,
      'select province_id as id from province_setup where finished_at is null order by made_at',
      [],
    );
    return rows.map((row) => row.id);
  }

  async progress(tx: Tx, provinceId: string, done: number, total: number): Promise<void> {
    await tx.query('update province_setup set done = $2, total = $3, failure = null where province_id = $1', [provinceId, done, total]);
  }

  async finish(tx: Tx, provinceId: string, atMs: number): Promise<void> {
    await tx.query('update province_setup set finished_at = $2, done = coalesce(total, done), failure = null where province_id = $1', [
      provinceId,
      new Date(atMs),
    ]);
  }

  async fail(tx: Tx, provinceId: string, why: string): Promise<void> {
    await tx.query('update province_setup set failure = $2 where province_id = $1', [provinceId, why]);
  }

  async counts(provinceId: string, day: string): Promise<ProvinceCounts> {
    const rows = await rowsOf<ProvinceCounts>(
      this.database.reader,
      `select (select count(*)::int from org o where o.province_id = $1 and o.kind = 'commune' and ${inForce('o')}) as communes,
         (select count(*)::int from org o where o.province_id = $1 and o.level = 'UNIT' and ${inForce('o')}) as units,
         (select count(*)::int from person n where n.province_id = $1) as people,
         (select count(*)::int from account a where a.province_id = $1 and a.disabled_at is null) as accounts,
         (select count(*)::int from account a where a.province_id = $1 and a.last_sign_in is not null) as entered,
         (select count(*)::int from council c where c.province_id = $1 and ${inForce('c')}) as councils,
         (select count(distinct p.person_id)::int from position p where p.province_id = $1 and p.role = 'admin' and ${inForce('p')}) as administrators,
         (select count(*)::int from movement m where m.province_id = $1) as movements,
         (select count(*)::int from decision d where d.province_id = $1) as decided`,
      [provinceId, day],
    );
    const [counts] = rows;
    if (counts === undefined) {
      throw new Error('counting answers one row');
    }
    return counts;
  }

  /** Posts without which a dossier would wait for nobody, and councils that are not there. */
  async missing(provinceId: string, day: string): Promise<readonly MissingPost[]> {
    return rowsOf<MissingPost>(
      this.database.reader,
      `with need (kind, role) as (values ('unit', 'clerk'), ('unit', 'head'), ('commune', 'chair'), ('commune', 'appraiser'),
           ('commune', 'council-secretary'), ('commune', 'records-clerk'), ('department', 'director'), ('department', 'appraiser'),
           ('department', 'council-secretary'), ('department', 'records-clerk'), ('province', 'chair'), ('province', 'records-clerk')),
         body as (select o.id, o.name, case when o.level = 'UNIT' then 'unit' else o.kind end as kind from org o
           where o.province_id = $1 and ${inForce('o')} and (o.level = 'UNIT' or o.kind in ('commune', 'province')
             or o.kind = 'department' and o.id = (select s.id from org s where s.province_id = $1 and s.kind = 'department' and s.level = 'TINH'
               order by s.valid_from, s.id limit 1)))
       select b.kind, b.name as "orgName", n.role from body b join need n on n.kind = b.kind
       where not exists (select from position p where p.province_id = $1 and p.org_id = b.id and p.role = n.role and ${inForce('p')})
       union all
       select b.kind, b.name, 'council' from body b where b.kind in ('commune', 'province') and not exists (
         select from council c join council_member m on m.province_id = c.province_id and m.council_id = c.id
         where c.province_id = $1 and c.org_id = b.id and m.role = 'chair' and ${inForce('c')})
       order by 1, 3, 2`,
      [provinceId, day],
    );
  }
}
