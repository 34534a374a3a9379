import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';
import type { OrgRecord } from './people.store';

/** A body as registers and trees need it: its own row, whatever day it is. */
export interface RegisterBody extends Omit<OrgRecord, 'provinceId'> {
  readonly code: string | null;
}

export interface RegisterPerson {
  readonly id: string;
  readonly fullName: string;
  readonly searchName: string;
  readonly gender: 'nam' | 'nu' | null;
  readonly born: string | null;
}

/** A post with its days; ended ones too. */
export interface RegisterPost {
  readonly id: string;
  readonly orgId: string;
  readonly personId: string;
  readonly fullName: string;
  readonly role: string;
  readonly title: string;
  readonly from: string;
  readonly to: string | null;
}

/** An inbox that has open tasks and nobody to open it. */
interface StrandedInbox {
  readonly orgId: string;
  readonly role: string;
  readonly tasks: number;
}

interface PeopleFilter {
  /** Part of a name without marks; '' = everybody. */
  readonly search: string;
  readonly orgId: string | null;
  readonly limit: number;
  readonly offset: number;
}

const POST = `p.id, p.org_id as "orgId", p.person_id as "personId", n.full_name as "fullName", p.role, p.title, p.valid_from as "from", p.valid_to as "to"`;
const POSTS = 'position p join person n on n.province_id = p.province_id and n.id = p.person_id';

/** The registers of a province as administrators read them. Days are YYYY-MM-DD. */
export class RegisterReadStore {
  constructor(private readonly database: Database) {}

  /** One writing act at a time on the registers of a province, until the transaction ends. */
  async lock(tx: Tx, provinceId: string): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 7))', [provinceId]);
  }

  async bodies(provinceId: string, tx: Tx = this.database.reader): Promise<readonly RegisterBody[]> {
    return rowsOf<RegisterBody>(
      tx,
      `select id, parent_id as "parentId", managing_org_id as "managingOrgId", kind, org_kind as "orgKind", level, name, head_body as "headBody", place,
         symbol, tier, legal_person as "legalPerson", has_seal as "hasSeal", valid_from as "validFrom", valid_to as "validTo", code
       from org where province_id = $1 order by name, id`,
      [provinceId],
    );
  }

  async people(provinceId: string, tx: Tx = this.database.reader): Promise<readonly RegisterPerson[]> {
    return rowsOf<RegisterPerson>(
      tx,
      'select id, full_name as "fullName", search_name as "searchName", gender, born from person where province_id = $1 order by search_name, id',
      [provinceId],
    );
  }

  /** One page of people by name, with how many there are. */
  async peoplePage(
    provinceId: string,
    { search, orgId, limit, offset }: PeopleFilter,
    day: string,
  ): Promise<{ readonly people: readonly RegisterPerson[]; readonly total: number }> {
    const rows = await rowsOf<RegisterPerson & { total: number }>(
      this.database.reader,
      `select n.id, n.full_name as "fullName", n.search_name as "searchName", n.gender, n.born, count(*) over ()::int as total from person n
       where n.province_id = $1 and ($2 = '' or n.search_name like '%' || $2 || '%'
           or exists (select 1 from account a where a.province_id = n.province_id and a.person_id = n.id and a.username = $2))
         and ($3::uuid is null or exists (select 1 from position p where p.province_id = n.province_id and p.person_id = n.id and p.org_id = $3
           and (p.valid_to is null or p.valid_to >= $6::date)))
       order by n.search_name, n.id limit $4 offset $5`,
      [provinceId, search.replace(/[\\%_]/g, (sign) => `\\${sign}`), orgId, limit, offset, day],
    );
    return { people: rows, total: rows[0]?.total ?? 0 };
  }

  async posts(provinceId: string, tx: Tx = this.database.reader): Promise<readonly RegisterPost[]> {
    return rowsOf<RegisterPost>(tx, `select ${POST} from ${POSTS} where p.province_id = $1 order by p.valid_from, p.id`, [provinceId]);
  }

  async postsOf(provinceId: string, personIds: readonly string[], tx: Tx = this.database.reader): Promise<readonly RegisterPost[]> {
    return rowsOf<RegisterPost>(
      tx,
      `select ${POST} from ${POSTS} where p.province_id = $1 and p.person_id = any($2::uuid[]) order by p.valid_from desc, p.id`,
      [provinceId, personIds],
    );
  }

  /** Posts of a body from a day on, with the open tasks that wait at each. */
  async postsIn(
    provinceId: string,
    orgId: string,
    day: string,
  ): Promise<readonly (Omit<RegisterPost, 'orgId'> & { readonly tasks: number })[]> {
    return rowsOf(
      this.database.reader,
      `select p.id, p.person_id as "personId", n.full_name as "fullName", p.role, p.title, p.valid_from as "from", p.valid_to as "to",
         (select count(distinct i.task_id)::int from inbox i where i.province_id = p.province_id and i.principal = 'pos:' || p.org_id || '/' || p.role) as tasks
       from ${POSTS} where p.province_id = $1 and p.org_id = $2 and (p.valid_to is null or p.valid_to >= $3::date)
       order by p.role = 'council-member', p.valid_from, n.search_name, p.id`,
      [provinceId, orgId, day],
    );
  }

  /** Locked until the transaction ends. */
  async lockPost(tx: Tx, provinceId: string, id: string): Promise<RegisterPost | undefined> {
    const rows = await rowsOf<RegisterPost>(tx, `select ${POST} from ${POSTS} where p.province_id = $1 and p.id = $2 for update of p`, [
      provinceId,
      id,
    ]);
    return rows[0];
  }

  /** Its last day; whoever holds a look at it from before is out of date. */
  async endPost(tx: Tx, provinceId: string, id: string, lastDay: string): Promise<void> {
    await tx.query('update position set valid_to = $3, version = version + 1 where province_id = $1 and id = $2', [
      provinceId,
      id,
      lastDay,
    ]);
  }

  /** Open tasks that wait at a post, whoever holds it; never those of a person, which are ballots. */
  async tasksAt(
    provinceId: string,
    { orgId, role }: { readonly orgId: string; readonly role: string },
    tx: Tx = this.database.reader,
  ): Promise<number> {
    const rows = await rowsOf<{ n: number }>(
      tx,
      'select count(distinct task_id)::int as n from inbox where province_id = $1 and principal = $2',
      [provinceId, `pos:${orgId}/${role}`],
    );
    return rows[0]?.n ?? 0;
  }

  /** Open tasks of the person alone: ballots, which nobody takes over. */
  async ballotsOf(provinceId: string, personId: string, tx: Tx = this.database.reader): Promise<number> {
    const rows = await rowsOf<{ n: number }>(
      tx,
      'select count(distinct task_id)::int as n from inbox where province_id = $1 and principal = $2',
      [provinceId, `person:${personId}`],
    );
    return rows[0]?.n ?? 0;
  }

  /** Posts with tasks that nobody can take: neither a holder of the post today nor anybody else who has the task too. */
  async stranded(provinceId: string, day: string): Promise<readonly StrandedInbox[]> {
    return rowsOf<StrandedInbox>(
      this.database.reader,
      `select substr(i.principal, 5, 36)::uuid as "orgId", substr(i.principal, 42) as role, count(distinct i.task_id)::int as tasks
       from inbox i where i.province_id = $1 and starts_with(i.principal, 'pos:')
         and not exists (select 1 from inbox o where o.province_id = i.province_id and o.task_id = i.task_id
           and (not starts_with(o.principal, 'pos:') or exists (select 1 from position p where p.province_id = o.province_id
             and 'pos:' || p.org_id || '/' || p.role = o.principal
             and p.valid_from <= $2::date and (p.valid_to is null or p.valid_to >= $2::date))))
       group by i.principal order by 3 desc, 1 limit 100`,
      [provinceId, day],
    );
  }

  async changePerson(tx: Tx, provinceId: string, { id, fullName, searchName, gender, born }: RegisterPerson): Promise<void> {
    await tx.query('update person set full_name = $3, search_name = $4, gender = $5, born = $6 where province_id = $1 and id = $2', [
      provinceId,
      id,
      fullName,
      searchName,
      gender,
      born,
    ]);
  }
}
