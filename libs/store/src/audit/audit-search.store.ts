import type { Database } from '../database/database';
import { rowsOf } from '../database/prepared';
import type { TrailLine } from './trail.store';

export interface FoundLine extends TrailLine {
  readonly id: string;
}

/** What is asked of the trail; absent parts ask nothing. `to` is the first instant after. */
export interface TrailSearch {
  readonly personIds?: readonly string[];
  readonly positionIds?: readonly string[];
  readonly subjectIds?: readonly string[];
  readonly type?: string;
  readonly action?: string;
  readonly from?: Date;
  readonly to?: Date;
  readonly after?: { readonly at: Date; readonly id: string };
}

/** A subject by name: `about` is the thing whose page tells of it. */
export interface SubjectName {
  readonly type: string;
  readonly id: string;
  readonly name: string;
  readonly page: string | null;
  readonly pageId: string | null;
}

const COLUMNS = `id, at, subject_type as "subjectType", subject_id as "subjectId", action, person_id as "personId", position_id as "positionId",
  on_behalf_of as "onBehalfOf", facts`;
/** A name that fits more things than this is no name to search by. */
const MOST_NAMED = 500;

/** Searching the trail of one province; newest first. */
export class AuditSearchStore {
  constructor(private readonly database: Database) {}

  async lines(provinceId: string, search: TrailSearch, limit: number): Promise<readonly FoundLine[]> {
    const values: unknown[] = [provinceId];
    const given = (value: unknown): string => `$${values.push(value)}`;
    const wheres = ['province_id = $1'];
    const { personIds, positionIds, subjectIds, type, action, from, to, after } = search;
    if (personIds !== undefined) {
      wheres.push(`person_id = any(${given(personIds)}::uuid[])`);
    }
    if (positionIds !== undefined) {
      // Posts are held by few people: by them, given as ids, the indexes answer.
      const [posts, holders] = [given(positionIds), given(await this.holders(provinceId, positionIds))];
      wheres.push(`(person_id = any(${holders}::uuid[]) and position_id = any(${posts}::uuid[]) or on_behalf_of = any(${posts}::uuid[]))`);
    }
    if (subjectIds !== undefined) {
      wheres.push(`subject_id = any(${given(subjectIds)}::uuid[])`);
    }
    if (type !== undefined) {
      const process = PROCESSES_OF[type];
      const own = `subject_type = ${given(type)}`;
      wheres.push(process === undefined ? own : `(${own} or subject_type = 'instance' and exists (${process}))`);
    } else if (subjectIds !== undefined) {
      // The index begins with the type: naming all there are lets it find a subject at once.
      wheres.push(`subject_type = any(${given(await this.types(provinceId))}::text[])`);
    }
    if (action !== undefined) {
      wheres.push(`action = ${given(action)}`);
    }
    if (from !== undefined) {
      wheres.push(`at >= ${given(from)}`);
    }
    if (to !== undefined) {
      wheres.push(`at < ${given(to)}`);
    }
    if (after !== undefined) {
      wheres.push(`(at, id) < (${given(after.at)}::timestamptz, ${given(after.id)}::bigint)`);
    }
    return rowsOf<FoundLine>(
      this.database.reader,
      `select ${COLUMNS} from audit where ${wheres.join(' and ')} order by at desc, id desc limit ${given(limit)}`,
      values,
    );
  }

  /** A line with those before and after it in its chain; of a line that is gone its neighbours. */
  async around(
    provinceId: string,
    chain: { readonly subjectType: string; readonly subjectId: string },
    id: string,
  ): Promise<readonly FoundLine[]> {
    const side = (compare: string, order: string, limit: number): string =>
      `(select ${COLUMNS} from audit where province_id = $1 and subject_type = $2 and subject_id = $3 and id ${compare} $4 order by id ${order} limit ${limit})`;
    return rowsOf<FoundLine>(
      this.database.reader,
      `select * from (${side('<', 'desc', 1)} union all ${side('>=', 'asc', 2)}) l order by id`,
      [provinceId, chain.subjectType, chain.subjectId, id],
    );
  }

  async count(provinceId: string, subjectIds?: readonly string[]): Promise<number> {
    const [row] = await rowsOf<{ n: number }>(
      this.database.reader,
      'select count(*)::int as n from audit where province_id = $1 and ($2::uuid[] is null or subject_id = any($2))',
      [provinceId, subjectIds ?? null],
    );
    return row?.n ?? 0;
  }

  async lastSeal(provinceId: string): Promise<{ readonly n: number; readonly hash: string; readonly at: Date } | undefined> {
    const rows = await rowsOf<{ n: number; hash: string; at: Date }>(
      this.database.reader,
      'select n, hash, at from audit_seal where province_id = $1 order by n desc limit 1',
      [provinceId],
    );
    return rows[0];
  }

  /** A dossier or round with the processes it runs in, from any of their ids; anything else stands alone. */
  async related(provinceId: string, id: string): Promise<readonly string[]> {
    const rows = await rowsOf<{ id: string }>(
      this.database.reader,
      `with s as (select $2::uuid as id union select coalesce(dossier_id, round_id) from process_instance
         where province_id = $1 and id = $2 and coalesce(dossier_id, round_id) is not null)
       select id from s union select p.id from process_instance p join s on s.id in (p.dossier_id, p.round_id) where p.province_id = $1
       union select r.instance_id from review_round r join s on s.id = r.id where r.province_id = $1 and r.instance_id is not null`,
      [provinceId, id],
    );
    return rows.map((row) => row.id);
  }

  /** Persons by a part of their name, without marks. */
  async personsNamed(provinceId: string, search: string): Promise<readonly string[]> {
    const rows = await rowsOf<{ id: string }>(
      this.database.reader,
      `select id from person where province_id = $1 and search_name like '%' || $2 || '%' limit ${MOST_NAMED}`,
      [provinceId, search],
    );
    return rows.map((row) => row.id);
  }

  /** Every post there ever was, for whoever searches without marks. */
  async posts(provinceId: string): Promise<readonly { readonly id: string; readonly title: string; readonly orgName: string }[]> {
    return rowsOf(
      this.database.reader,
      `select p.id, p.title, o.name as "orgName" from position p join org o on o.province_id = p.province_id and o.id = p.org_id
       where p.province_id = $1`,
      [provinceId],
    );
  }

  /** Subjects by a part of a code or name; persons also by their name without marks. */
  async subjectsNamed(provinceId: string, text: string, search: string): Promise<readonly string[]> {
    const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
    const rows = await rowsOf<{ id: string }>(
      this.database.reader,
      `with found as (${NAMED_LIKE}) select distinct id from (${WITH_PROCESSES}) a limit ${MOST_NAMED}`,
      [provinceId, pattern, search],
    );
    return rows.map((row) => row.id);
  }

  /** Names of subjects, where they still have one. */
  async names(provinceId: string, ids: readonly string[]): Promise<readonly SubjectName[]> {
    return rowsOf<SubjectName>(this.database.reader, NAMES, [provinceId, ids]);
  }

  private async holders(provinceId: string, positionIds: readonly string[]): Promise<readonly string[]> {
    const rows = await rowsOf<{ id: string }>(
      this.database.reader,
      'select distinct person_id as id from position where province_id = $1 and id = any($2::uuid[])',
      [provinceId, positionIds],
    );
    return rows.map((row) => row.id);
  }

  private async types(provinceId: string): Promise<readonly string[]> {
    const rows = await rowsOf<{ type: string }>(this.database.reader, TYPES, [provinceId]);
    return rows.map((row) => row.type);
  }
}

/** What happens to these is told by the processes they run in. */
const PROCESSES_OF: Readonly<Record<string, string>> = {
  dossier:
    'select from process_instance i where i.province_id = audit.province_id and i.id = audit.subject_id and i.dossier_id is not null',
  round:
    'select from process_instance i where i.province_id = audit.province_id and i.id = audit.subject_id and i.round_id is not null and i.dossier_id is null',
  'movement-work': 'select from movement_work w where w.province_id = audit.province_id and w.instance_id = audit.subject_id',
};

/** Each kind once, by jumping through the index. */
const TYPES = `
with recursive t as (
  (select subject_type as type from audit where province_id = $1 order by subject_type limit 1)
  union all
  select (select a.subject_type from audit a where a.province_id = $1 and a.subject_type > t.type order by a.subject_type limit 1) from t where t.type is not null
) select type from t where type is not null`;

const NAMED_LIKE = `
select id from dossier where province_id = $1 and (code ilike $2 or title ilike $2)
union select id from review_round where province_id = $1 and (code ilike $2 or title ilike $2)
union select id from movement_work where province_id = $1 and (code ilike $2 or title ilike $2)
union select org_id from movement where province_id = $1 and org_id is not null and (id ilike $2 or content ->> 'name' ilike $2)
union select id from person where province_id = $1 and search_name like '%' || $3 || '%'
union select id from org where province_id = $1 and name ilike $2
union select id from process_definition where province_id = $1 and (name ilike $2 or key ilike $2)
union select id from paper where province_id = $1 and (title ilike $2 or number_text ilike $2)
union select id from paper_template where province_id = $1 and title ilike $2
union select id from council where province_id = $1 and name ilike $2
union select id from delegation where province_id = $1 and paper ilike $2`;

/** With what belongs to them: processes of dossiers and rounds, posts and accounts of persons. */
const WITH_PROCESSES = `
select id from found
union all select p.id from process_instance p join found on found.id in (p.dossier_id, p.round_id) where p.province_id = $1
union all select r.instance_id from review_round r join found using (id) where r.province_id = $1 and r.instance_id is not null
union all select w.instance_id from movement_work w join found using (id) where w.province_id = $1 and w.instance_id is not null
union all select o.id from position o join found on found.id = o.person_id where o.province_id = $1
union all select a.id from account a join found on found.id = a.person_id where a.province_id = $1`;

const NAMES = `
select 'dossier' as type, id, code as name, 'dossier' as page, id as "pageId" from dossier where province_id = $1 and id = any($2::uuid[])
union all select 'round', id, code, 'round', id from review_round where province_id = $1 and id = any($2::uuid[])
union all select 'instance', i.id, coalesce(d.code, r.code, w.title, i.business_key, '') || ' · ' || p.name,
  case when d.id is not null then 'dossier' when r.id is not null then 'round' when w.id is not null then 'work' end, coalesce(d.id, r.id, w.id)
  from process_instance i join process_definition p on p.province_id = i.province_id and p.id = i.definition_id
  left join dossier d on d.province_id = i.province_id and d.id = i.dossier_id
  left join review_round r on r.province_id = i.province_id and r.id = i.round_id
  left join movement_work w on w.province_id = i.province_id and w.instance_id = i.id
  where i.province_id = $1 and i.id = any($2::uuid[])
union all select 'definition', id, name || case when version > 0 then ' · ' || version else '' end, 'definition', id
  from process_definition where province_id = $1 and id = any($2::uuid[])
union all select 'paper', id, title || coalesce(' ' || number_text, ''), case when dossier_id is not null then 'dossier' when round_id is not null then 'round' end,
  coalesce(dossier_id, round_id) from paper where province_id = $1 and id = any($2::uuid[])
union all select 'person', id, full_name, 'people', null from person where province_id = $1 and id = any($2::uuid[])
union all select 'account', a.id, p.full_name || ' (' || a.username || ')', 'people', null from account a
  join person p on p.province_id = a.province_id and p.id = a.person_id where a.province_id = $1 and a.id = any($2::uuid[])
union all select 'position', o.id, o.title || ', ' || p.full_name, 'people', null from position o
  join person p on p.province_id = o.province_id and p.id = o.person_id where o.province_id = $1 and o.id = any($2::uuid[])
union all select t.type, o.id, o.name, t.page, case when t.page = 'organisation' then o.id end from org o
  cross join (values ('organisation', 'organisation'), ('movement', 'movements'), ('fund', 'funds'), ('number-source', 'registers'), ('calendar', 'calendar'),
    ('law', 'law')) t(type, page) where o.province_id = $1 and o.id = any($2::uuid[])
union all select 'council', id, name, 'councils', null from council where province_id = $1 and id = any($2::uuid[])
union all select 'delegation', d.id, f.title || ' → ' || t.title || ' (' || d.paper || ')', 'delegations', null from delegation d
  join position f on f.province_id = d.province_id and f.id = d.from_position join position t on t.province_id = d.province_id and t.id = d.to_position
  where d.province_id = $1 and d.id = any($2::uuid[])
union all select 'movement-work', id, code || ' · ' || title, 'work', id from movement_work where province_id = $1 and id = any($2::uuid[])
union all select 'plan-draft', id, coalesce(file_name, ''), 'draft', id from plan_draft where province_id = $1 and id = any($2::uuid[])
union all select 'paper-template', id, title, 'templates', null from paper_template where province_id = $1 and id = any($2::uuid[])`;
