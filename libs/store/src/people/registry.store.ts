import type { Tx } from '../database/database';
import type { OrgRecord } from './people.store';

/** Days are YYYY-MM-DD. */
export interface NewOrg extends Omit<OrgRecord, 'provinceId'> {
  /** Its identification code; unique in the province. */
  readonly code: string | null;
}

export interface NewPerson {
  readonly id: string;
  readonly fullName: string;
  /** Lower case without marks. */
  readonly searchName: string;
  readonly gender: 'nam' | 'nu' | null;
  readonly born: string | null;
}

export interface NewPosition {
  readonly id: string;
  readonly orgId: string;
  readonly personId: string;
  readonly role: string;
  readonly title: string;
  readonly from: string;
  readonly to: string | null;
}

export interface NewAccount {
  readonly id: string;
  readonly personId: string;
  /** Lower case; unique over all provinces. */
  readonly username: string;
  /** Null until its holder sets it with a code. */
  readonly passwordHash: string | null;
}

/** Writes bodies, people, posts and accounts, any number in one statement; nothing is passed over: what is there already fails. */
export class RegistryStore {
  async addOrgs(tx: Tx, provinceId: string, orgs: readonly NewOrg[]): Promise<void> {
    await tx.query(
      `insert into org (province_id, id, parent_id, managing_org_id, kind, org_kind, level, name, head_body, place, symbol, tier, legal_person, has_seal,
         valid_from, valid_to, code)
       select $1, o.id, o."parentId", o."managingOrgId", o.kind, o."orgKind", o.level, o.name, o."headBody", o.place, o.symbol, o.tier, o."legalPerson",
         o."hasSeal", o."validFrom", o."validTo", o.code
       from jsonb_to_recordset($2::jsonb) o (id uuid, "parentId" uuid, "managingOrgId" uuid, kind text, "orgKind" text, level text, name text,
         "headBody" text, place text, symbol text, tier text, "legalPerson" boolean, "hasSeal" boolean, "validFrom" date, "validTo" date, code text)`,
      [provinceId, JSON.stringify(orgs)],
    );
  }

  async addPeople(tx: Tx, provinceId: string, people: readonly NewPerson[]): Promise<void> {
    await tx.query(
      `insert into person (province_id, id, full_name, search_name, gender, born)
       select $1, p.id, p."fullName", p."searchName", p.gender, p.born
       from jsonb_to_recordset($2::jsonb) p (id uuid, "fullName" text, "searchName" text, gender text, born date)`,
      [provinceId, JSON.stringify(people)],
    );
  }

  async addPositions(tx: Tx, provinceId: string, positions: readonly NewPosition[]): Promise<void> {
    await tx.query(
      `insert into position (province_id, id, org_id, person_id, role, title, valid_from, valid_to)
       select $1, p.id, p."orgId", p."personId", p.role, p.title, p."from", p."to"
       from jsonb_to_recordset($2::jsonb) p (id uuid, "orgId" uuid, "personId" uuid, role text, title text, "from" date, "to" date)`,
      [provinceId, JSON.stringify(positions)],
    );
  }

  async addAccounts(tx: Tx, provinceId: string, accounts: readonly NewAccount[]): Promise<void> {
    await tx.query(
      `insert into account (province_id, id, person_id, username, password_hash)
       select $1, a.id, a."personId", a.username, a."passwordHash"
       from jsonb_to_recordset($2::jsonb) a (id uuid, "personId" uuid, username text, "passwordHash" text)`,
      [provinceId, JSON.stringify(accounts)],
    );
  }
}
