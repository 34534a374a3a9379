import type { Tx } from '../database/database';
import type { DelegationScope } from './people.store';

/** Days are YYYY-MM-DD; `to` null = to this day. */
export interface SeedSpan {
  readonly from: string;
  readonly to: string | null;
}

export interface SeedOrg {
  readonly id: string;
  readonly parentId: string | null;
  readonly managingOrgId: string | null;
  readonly kind: string;
  readonly orgKind: string;
  readonly level: string;
  readonly name: string;
  readonly headBody: string;
  readonly place: string;
  readonly symbol: string;
  readonly tier: string;
  readonly legalPerson: boolean;
  readonly hasSeal: boolean;
}

export interface SeedPerson {
  readonly id: string;
  readonly fullName: string;
  readonly searchName: string;
  readonly gender: string | null;
  readonly born: string | null;
  readonly account: { readonly id: string; readonly username: string; readonly passwordHash: string };
  readonly positions: readonly { readonly id: string; readonly orgId: string; readonly role: string; readonly title: string }[];
}

export interface SeedCouncil {
  readonly id: string;
  readonly orgId: string;
  readonly name: string;
  readonly establishedBy: string;
  readonly members: readonly {
    readonly personId: string;
    readonly positionId: string;
    readonly role: string;
    readonly standing: boolean;
  }[];
}

export interface SeedDelegation {
  readonly id: string;
  readonly fromPosition: string;
  readonly toPosition: string;
  readonly capacity: string;
  readonly paper: string;
  readonly scope: DelegationScope;
}

/** Writes people and bodies from files; whatever is there already stays as it is. */
export class PeopleSeedStore {
  async addOrg(tx: Tx, provinceId: string, org: SeedOrg, { from, to }: SeedSpan): Promise<void> {
    await tx.query(
      `insert into org (province_id, id, parent_id, managing_org_id, kind, org_kind, level, name, head_body, place, symbol, tier, legal_person, has_seal,
         valid_from, valid_to)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) on conflict do nothing`,
      [
        provinceId,
        org.id,
        org.parentId,
        org.managingOrgId,
        org.kind,
        org.orgKind,
        org.level,
        org.name,
        org.headBody,
        org.place,
        org.symbol,
        org.tier,
        org.legalPerson,
        org.hasSeal,
        from,
        to,
      ],
    );
  }

  async addPerson(tx: Tx, provinceId: string, person: SeedPerson, { from, to }: SeedSpan): Promise<void> {
    await tx.query(
      `insert into person (province_id, id, full_name, search_name, gender, born) values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
      [provinceId, person.id, person.fullName, person.searchName, person.gender, person.born],
    );
    await tx.query(
      `insert into account (province_id, id, person_id, username, password_hash) values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [provinceId, person.account.id, person.id, person.account.username, person.account.passwordHash],
    );
    for (const position of person.positions) {
      await tx.query(
        `insert into position (province_id, id, org_id, person_id, role, title, valid_from, valid_to) values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict do nothing`,
        [provinceId, position.id, position.orgId, person.id, position.role, position.title, from, to],
      );
    }
  }

  async addCouncil(tx: Tx, provinceId: string, council: SeedCouncil, { from, to }: SeedSpan): Promise<void> {
    await tx.query(
      `insert into council (province_id, id, org_id, name, established_by, valid_from, valid_to) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict do nothing`,
      [provinceId, council.id, council.orgId, council.name, council.establishedBy, from, to],
    );
    for (const member of council.members) {
      await tx.query(
        `insert into council_member (province_id, council_id, person_id, position_id, role, standing) values ($1, $2, $3, $4, $5, $6)
         on conflict do nothing`,
        [provinceId, council.id, member.personId, member.positionId, member.role, member.standing],
      );
    }
  }

  async addDelegation(tx: Tx, provinceId: string, delegation: SeedDelegation, { from, to }: SeedSpan): Promise<void> {
    const { id, fromPosition, toPosition, capacity, paper, scope } = delegation;
    await tx.query(
      `insert into delegation (province_id, id, from_position, to_position, capacity, paper, scope, valid_from, valid_to, accepted_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8::date, $9, $8::date) on conflict do nothing`,
      [provinceId, id, fromPosition, toPosition, capacity, paper, JSON.stringify(scope), from, to],
    );
  }

  /** One installer at a time; held until the transaction ends. */
  async lockInstall(tx: Tx): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 3))', ['install']);
  }
}
