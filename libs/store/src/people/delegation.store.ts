import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';
import type { DelegationScope } from './people.store';

export type DelegationCapacity = 'KT' | 'TL' | 'TUQ' | 'Q';

/** A post lent by a paper; days are YYYY-MM-DD. */
export interface DelegationLine {
  readonly id: string;
  readonly capacity: DelegationCapacity;
  readonly fromPosition: string;
  readonly fromName: string;
  readonly fromTitle: string;
  readonly toPosition: string;
  readonly toName: string;
  readonly toTitle: string;
  readonly toPerson: string;
  readonly orgId: string;
  readonly orgName: string;
  readonly paper: string;
  readonly scope: DelegationScope;
  readonly from: string;
  readonly to: string | null;
  readonly grantedBy: string | null;
  /** The scan of the paper. */
  readonly fileSha256: string | null;
  readonly restsOn: string | null;
  readonly acceptedAt: Date | null;
  readonly endedAt: Date | null;
}

export interface NewDelegation {
  readonly id: string;
  readonly capacity: DelegationCapacity;
  readonly fromPosition: string;
  readonly toPosition: string;
  readonly paper: string;
  readonly scope: DelegationScope;
  readonly from: string;
  readonly to: string | null;
  /** The post that lends: the one lent, or the holder of what is passed on. */
  readonly grantedBy: string;
  readonly restsOn: string | null;
  /** The administrator's post that wrote down a paper of others; null: the lender lends it here. */
  readonly recordedBy?: string | null;
}

export interface LentEdge {
  readonly capacity: DelegationCapacity;
  readonly fromPosition: string;
  readonly grantedBy: string | null;
  readonly toPosition: string;
  readonly from: string;
  readonly to: string | null;
}

const LINE = `d.id, d.capacity, d.from_position as "fromPosition", fn.full_name as "fromName", f.title as "fromTitle",
  d.to_position as "toPosition", tn.full_name as "toName", t.title as "toTitle", t.person_id as "toPerson", f.org_id as "orgId", d.paper, d.scope,
  d.valid_from as "from", d.valid_to as "to", d.granted_by as "grantedBy", d.file_sha256 as "fileSha256",
  d.rests_on as "restsOn", d.accepted_at as "acceptedAt", d.ended_at as "endedAt",
  fo.name as "orgName"`;
const LINES = `delegation d join position f on f.province_id = d.province_id and f.id = d.from_position
  join org fo on fo.province_id = f.province_id and fo.id = f.org_id
  join person fn on fn.province_id = f.province_id and fn.id = f.person_id
  join position t on t.province_id = d.province_id and t.id = d.to_position
  join person tn on tn.province_id = t.province_id and tn.id = t.person_id`;

/** KT., TL., TUQ. and Q.: who may act for whom, by which paper, in what, until when. The database refuses what may not be lent. */
export class DelegationStore {
  constructor(private readonly database: Database) {}

  async insert(tx: Tx, provinceId: string, one: NewDelegation): Promise<void> {
    await tx.query(
      `insert into delegation (province_id, id, from_position, to_position, capacity, paper, scope, valid_from, valid_to, granted_by, rests_on, recorded_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        provinceId,
        one.id,
        one.fromPosition,
        one.toPosition,
        one.capacity,
        one.paper,
        JSON.stringify(one.scope),
        one.from,
        one.to,
        one.grantedBy,
        one.restsOn,
        one.recordedBy ?? null,
      ],
    );
  }

  async byId(provinceId: string, id: string, tx: Tx = this.database.reader): Promise<DelegationLine | undefined> {
    const rows = await rowsOf<DelegationLine>(tx, `select ${LINE} from ${LINES} where d.province_id = $1 and d.id = $2`, [provinceId, id]);
    return rows[0];
  }

  /** Delegations of posts of these bodies, or to a person; newest first. */
  async seenBy(
    provinceId: string,
    who: { readonly orgIds: readonly string[]; readonly personId: string },
  ): Promise<readonly DelegationLine[]> {
    return rowsOf<DelegationLine>(
      this.database.reader,
      `select ${LINE} from ${LINES} where d.province_id = $1 and (f.org_id = any($2::uuid[]) or t.person_id = $3)
       order by d.valid_from desc, d.id desc limit 200`,
      [provinceId, who.orgIds, who.personId],
    );
  }

  /** Every delegation of the province, newest first. */
  async all(provinceId: string, tx: Tx = this.database.reader): Promise<readonly DelegationLine[]> {
    return rowsOf<DelegationLine>(
      tx,
      `select ${LINE} from ${LINES} where d.province_id = $1 order by d.valid_from desc, d.id desc limit 2000`,
      [provinceId],
    );
  }

  /** Who has lent what to whom and has not ended it: the edges no new one may close to a ring. */
  async living(provinceId: string, tx: Tx = this.database.reader): Promise<readonly LentEdge[]> {
    return rowsOf<LentEdge>(
      tx,
      `select capacity, from_position as "fromPosition", granted_by as "grantedBy", to_position as "toPosition", valid_from as "from", valid_to as "to"
       from delegation where province_id = $1 and ended_at is null`,
      [provinceId],
    );
  }

  /** Delegations from and to posts reach no further than their last day, nor does what rests on them. @returns how many were cut */
  async endWithPosts(
    tx: Tx,
    provinceId: string,
    positionIds: readonly string[],
    { lastDay, ...by }: { readonly positionId: string; readonly reason: string; readonly atMs: number; readonly lastDay: string },
  ): Promise<number> {
    const chain = `with recursive chain as (
        select id from delegation where province_id = $1 and (from_position = any($2::uuid[]) or to_position = any($2::uuid[])) and ended_at is null
        union select d.id from delegation d join chain c on d.rests_on = c.id where d.province_id = $1)`;
    const cut = await rowsOf(
      tx,
      `${chain} update delegation set valid_to = $3 where province_id = $1 and ended_at is null and id in (select id from chain)
         and valid_from <= $3::date and (valid_to is null or valid_to > $3::date) returning 1`,
      [provinceId, positionIds, lastDay],
    );
    const ended = await rowsOf(
      tx,
      `${chain} update delegation set ended_at = $3, ended_by = $4, end_reason = $5 where province_id = $1 and ended_at is null
         and id in (select id from chain) and valid_from > $6::date returning 1`,
      [provinceId, positionIds, new Date(by.atMs), by.positionId, by.reason, lastDay],
    );
    return cut.length + ended.length;
  }

  /** Delegations from and to a post that reach past a day. */
  async reachingPast(provinceId: string, positionId: string, day: string, tx: Tx): Promise<number> {
    const rows = await rowsOf<{ n: number }>(
      tx,
      `select count(*)::int as n from delegation where province_id = $1 and $2::uuid in (from_position, to_position) and ended_at is null
         and (valid_to is null or valid_to > $3::date)`,
      [provinceId, positionId, day],
    );
    return rows[0]?.n ?? 0;
  }

  async accept(tx: Tx, provinceId: string, id: string, atMs: number): Promise<void> {
    await tx.query('update delegation set accepted_at = $3 where province_id = $1 and id = $2 and accepted_at is null', [
      provinceId,
      id,
      new Date(atMs),
    ]);
  }

  /** Ends it and everything that rests on it. */
  async end(
    tx: Tx,
    provinceId: string,
    id: string,
    by: { readonly positionId: string; readonly reason: string; readonly atMs: number },
  ): Promise<void> {
    await tx.query(
      `with recursive chain as (
         select id from delegation where province_id = $1 and id = $2
         union select d.id from delegation d join chain c on d.rests_on = c.id where d.province_id = $1)
       update delegation set ended_at = $3, ended_by = $4, end_reason = $5 where province_id = $1 and ended_at is null and id in (select id from chain)`,
      [provinceId, id, new Date(by.atMs), by.positionId, by.reason],
    );
  }
}
