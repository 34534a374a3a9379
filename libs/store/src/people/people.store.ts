import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

/** What kind of body it is, whatever its place in the ladder: the head's powers depend on it (AU-01 to AU-03). */
export type OrgKind = 'agency' | 'enterprise' | 'cooperative' | 'school' | 'village' | 'party' | 'front' | 'association';

export interface OrgRecord {
  readonly provinceId: string;
  readonly id: string;
  readonly parentId: string | null;
  readonly kind: 'unit' | 'commune' | 'district' | 'department' | 'province' | 'ministry' | 'party' | 'front' | 'enterprise';
  readonly level: 'UNIT' | 'XA' | 'HUYEN' | 'TINH' | 'TW';
  readonly name: string;
  /** Lines of the issuing body as printed, separated by a line break. */
  readonly headBody: string;
  readonly place: string;
  readonly symbol: string;
  readonly tier: 'don-vi' | 'thon' | 'xa' | 'phuong' | 'dac-khu' | 'huyen' | 'quan' | 'thi-xa' | 'tinh' | 'thanh-pho' | 'trung-uong';
  readonly legalPerson: boolean;
  readonly hasSeal: boolean;
  readonly orgKind: OrgKind;
  /** The body that manages people and payroll where it is not the parent. */
  readonly managingOrgId: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** A post with the person in it and the organisation it belongs to. */
export interface PositionRecord {
  readonly id: string;
  readonly orgId: string;
  readonly orgName: string;
  readonly level: OrgRecord['level'];
  readonly role: string;
  readonly title: string;
  readonly personId: string;
  readonly fullName: string;
  readonly version: number;
}

/** Bounds of a delegation: steps of diagrams, awards; a missing list is no bound. */
export interface DelegationScope {
  readonly steps?: readonly string[];
  readonly awards?: readonly string[];
}

/** A post lent to another: the lender's post, and the post it is lent to. */
export interface DelegationRecord {
  readonly capacity: 'KT' | 'TL' | 'TUQ' | 'Q';
  readonly toPosition: string;
  readonly paper: string;
  readonly scope: DelegationScope;
  readonly id: string;
  readonly from: PositionRecord;
}

export interface PersonRecord {
  readonly id: string;
  readonly fullName: string;
  readonly gender: 'nam' | 'nu' | null;
  readonly born: string | null;
  readonly homeTown: string | null;
  readonly education: string | null;
}

export interface SubjectRecord {
  readonly id: string;
  readonly kind: 'individual' | 'collective';
  readonly name: string;
  readonly title: string;
  readonly orgName: string;
}

const ORG = `o.province_id as "provinceId", o.id, o.parent_id as "parentId", o.kind, o.level, o.name, o.head_body as "headBody", o.place, o.symbol, o.tier,
  o.legal_person as "legalPerson", o.has_seal as "hasSeal", o.org_kind as "orgKind", o.managing_org_id as "managingOrgId", o.valid_from as "validFrom", o.valid_to as "validTo"`;
const ORG_ON = ORG.replace('o.name,', 'd.name,')
  .replace('o.head_body', 'd.head_body')
  .replace('o.symbol', 'd.symbol')
  .replace('o.legal_person', 'd.legal_person')
  .replace('o.has_seal', 'd.has_seal')
  .replace('o.parent_id', 'd.parent_id');
const POSITION = `p.id, p.org_id as "orgId", o.name as "orgName", o.level, p.role, p.title, p.person_id as "personId", n.full_name as "fullName", p.version`;
const POSITIONS = `position p join org o on o.province_id = p.province_id and o.id = p.org_id
  join person n on n.province_id = p.province_id and n.id = p.person_id`;
const inForce = (table: string, day: string): string =>
  `${table}.valid_from <= ${day}::date and (${table}.valid_to is null or ${table}.valid_to >= ${day}::date)`;

/** Organisations, persons and their posts; days are YYYY-MM-DD. */
export class PeopleStore {
  constructor(private readonly database: Database) {}

  async org(provinceId: string, id: string, tx: Tx = this.database.reader): Promise<OrgRecord | undefined> {
    const rows = await rowsOf<OrgRecord>(tx, `select ${ORG} from org o where o.province_id = $1 and o.id = $2`, [provinceId, id]);
    return rows[0];
  }

  /** The body with the names, symbol, seal and legal personality it had on a day, whether or not it still exists. */
  async orgAsOf(provinceId: string, id: string, day: string, tx: Tx = this.database.reader): Promise<OrgRecord | undefined> {
    const rows = await rowsOf<OrgRecord>(
      tx,
      `select ${ORG_ON} from org o cross join lateral org_on(o.province_id, o.id, $3::date) d where o.province_id = $1 and o.id = $2`,
      [provinceId, id, day],
    );
    return rows[0];
  }

  /** The bodies that existed on a day, with what they were then. */
  async orgsAsOf(provinceId: string, day: string, tx: Tx = this.database.reader): Promise<readonly OrgRecord[]> {
    return rowsOf<OrgRecord>(
      tx,
      `select ${ORG_ON} from org o cross join lateral org_on(o.province_id, o.id, $2::date) d
       where o.province_id = $1 and ${inForce('o', '$2')} order by o.level, d.name`,
      [provinceId, day],
    );
  }

  async orgs(provinceId: string, tx: Tx = this.database.reader): Promise<readonly OrgRecord[]> {
    return rowsOf<OrgRecord>(tx, `select ${ORG} from org o where o.province_id = $1 order by o.level, o.name`, [provinceId]);
  }

  /** Tenants that have an organisation. */
  async provinces(tx: Tx = this.database.reader): Promise<readonly string[]> {
    const rows = await rowsOf<{ id: string }>(tx, 'select distinct province_id as id from org order by 1', []);
    return rows.map((row) => row.id);
  }

  /** Province and standing department above an organisation's tenant; undefined where there is none. */
  async seats(
    provinceId: string,
    tx: Tx = this.database.reader,
  ): Promise<{ readonly province?: OrgRecord; readonly department?: OrgRecord }> {
    const rows = await rowsOf<OrgRecord>(
      tx,
      `select ${ORG} from org o where o.province_id = $1 and o.level = 'TINH' and o.kind in ('province', 'department') order by o.valid_from, o.id`,
      [provinceId],
    );
    const province = rows.find((row) => row.kind === 'province');
    const department = rows.find((row) => row.kind === 'department');
    return { ...(province === undefined ? {} : { province }), ...(department === undefined ? {} : { department }) };
  }

  /** Posts a person holds on a day. */
  async positionsOf(provinceId: string, personId: string, day: string, tx: Tx = this.database.reader): Promise<readonly PositionRecord[]> {
    return rowsOf<PositionRecord>(
      tx,
      `select ${POSITION} from ${POSITIONS} where p.province_id = $1 and p.person_id = $2 and ${inForce('p', '$3')} order by p.role = 'council-member', p.valid_from, p.id`,
      [provinceId, personId, day],
    );
  }

  /** Accepted delegations in force on a day that reach a person's posts. */
  async delegationsTo(
    provinceId: string,
    personId: string,
    day: string,
    tx: Tx = this.database.reader,
  ): Promise<readonly DelegationRecord[]> {
    const rows = await rowsOf<PositionRecord & Omit<DelegationRecord, 'from' | 'id'> & { delegationId: string }>(
      tx,
      `select ${POSITION}, d.id as "delegationId", d.capacity, d.to_position as "toPosition", d.paper, d.scope from ${POSITIONS}
         join delegation d on d.province_id = p.province_id and d.from_position = p.id
         join position t on t.province_id = d.province_id and t.id = d.to_position
       where d.province_id = $1 and t.person_id = $2 and d.accepted_at is not null and d.ended_at is null and ${inForce('d', '$3')} and ${inForce('p', '$3')} and ${inForce('t', '$3')}
       order by d.valid_from, d.id`,
      [provinceId, personId, day],
    );
    return rows.map(({ capacity, toPosition, paper, scope, delegationId: id, ...from }) => ({
      id,
      capacity,
      toPosition,
      paper,
      scope,
      from,
    }));
  }

  /** Every post of these bodies that somebody holds on a day. */
  async postsIn(provinceId: string, orgIds: readonly string[], day: string): Promise<readonly PositionRecord[]> {
    return rowsOf<PositionRecord>(
      this.database.reader,
      `select ${POSITION} from ${POSITIONS} where p.province_id = $1 and p.org_id = any($2::uuid[]) and p.role <> 'council-member' and ${inForce('p', '$3')}
       order by o.name, p.title, p.id`,
      [provinceId, orgIds, day],
    );
  }

  /** Who holds a role in an organisation on a day. */
  async holders(
    provinceId: string,
    post: { readonly orgId: string; readonly role: string },
    day: string,
    tx: Tx = this.database.reader,
  ): Promise<readonly PositionRecord[]> {
    return rowsOf<PositionRecord>(
      tx,
      `select ${POSITION} from ${POSITIONS} where p.province_id = $1 and p.org_id = $2 and p.role = $3 and ${inForce('p', '$4')}
       order by p.valid_from, p.id`,
      [provinceId, post.orgId, post.role, day],
    );
  }

  async positionsById(provinceId: string, ids: readonly string[], tx: Tx = this.database.reader): Promise<readonly PositionRecord[]> {
    return rowsOf<PositionRecord>(tx, `select ${POSITION} from ${POSITIONS} where p.province_id = $1 and p.id = any($2::uuid[])`, [
      provinceId,
      ids,
    ]);
  }

  async persons(provinceId: string, ids: readonly string[], tx: Tx = this.database.reader): Promise<readonly PersonRecord[]> {
    return rowsOf<PersonRecord>(
      tx,
      `select id, full_name as "fullName", gender, born, home_town as "homeTown", education from person
       where province_id = $1 and id = any($2::uuid[])`,
      [provinceId, ids],
    );
  }

  /** Who stands behind principals `pos:<org>/<role>` and `person:<id>` on a day. */
  async behind(
    provinceId: string,
    principals: readonly string[],
    day: string,
    tx: Tx = this.database.reader,
  ): Promise<readonly PositionRecord[]> {
    return rowsOf<PositionRecord>(
      tx,
      `select ${POSITION} from ${POSITIONS} where p.province_id = $1 and ${inForce('p', '$3')}
         and ('pos:' || p.org_id || '/' || p.role = any($2::text[]) or ('person:' || p.person_id = any($2::text[]) and p.role = 'council-member'))
       order by p.valid_from, p.id`,
      [provinceId, principals, day],
    );
  }

  /** People and bodies by a part of their name: `search` without marks for people, `text` as typed for bodies; at most 20. */
  async subjects(
    provinceId: string,
    { text, search, kind }: { readonly text: string; readonly search: string; readonly kind: 'individual' | 'collective' | null },
    day: string,
  ): Promise<readonly SubjectRecord[]> {
    return rowsOf<SubjectRecord>(
      this.database.reader,
      `select id, kind, name, title, "orgName" from (
         (select distinct on (n.id) n.id, 'individual' as kind, n.full_name as name, p.title, o.name as "orgName", n.search_name like $2 || '%' as first
          from person n join position p on p.province_id = n.province_id and p.person_id = n.id and ${inForce('p', '$4')}
            join org o on o.province_id = p.province_id and o.id = p.org_id
          where n.province_id = $1 and n.search_name like '%' || $2 || '%' and coalesce($3::text, 'individual') = 'individual'
          order by n.id, p.role = 'council-member')
         union all
         select o.id, 'collective', o.name, 'Tập thể', coalesce(u.name, ''), false
         from org o left join org u on u.province_id = o.province_id and u.id = o.parent_id
         where o.province_id = $1 and o.level = 'UNIT' and o.name ilike '%' || $5 || '%' and coalesce($3::text, 'collective') = 'collective'
       ) s order by first desc, name limit 20`,
      [provinceId, likeText(search), kind, day, likeText(text)],
    );
  }
}

function likeText(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}
