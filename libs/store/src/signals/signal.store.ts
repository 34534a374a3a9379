import type { JsonObject } from '@thidua/kernel';
import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

export interface NewBroadcast {
  readonly id: string;
  readonly signal: string;
  readonly variables: JsonObject;
  readonly thrownMs: number;
  /** Organisation of the sender; processes it starts belong to it. */
  readonly orgId?: string;
}

/** A broadcast as those who deliver it need it. */
export interface Broadcast {
  readonly provinceId: string;
  readonly id: string;
  readonly signal: string;
  readonly variables: JsonObject;
  readonly orgId: string | null;
  readonly thrownBy: string | null;
  /** A bigint as text. */
  readonly seq: string;
  readonly fannedOut: boolean;
}

/** An instance that has still to hear a broadcast, with its subscriptions that were open when it was thrown. */
export interface Delivery {
  readonly instanceId: string;
  readonly subscriptionIds: readonly string[];
  /** This one included. */
  readonly attempts: number;
}

/** Each of the two ways of waiting read in the order of its index, so that a batch costs the same however many wait. */
const nextOf = (waits: string): string => `(select n.instance_id from b cross join lateral (
    select distinct w.instance_id from signal_subscription w where w.province_id = b.province_id and ${waits} and w.seq < b.seq
      and w.instance_id > coalesce(b.fan_cursor, '00000000-0000-0000-0000-000000000000') order by 1 limit $3) n)`;

const waitingOf = (waits: string): string =>
  `select w.id from signal_subscription w where w.province_id = $1 and ${waits} and w.instance_id = m.target and w.seq < $6`;

/** Signals: who waits, what was thrown, and who has still to hear it. Nothing is kept for those who begin to wait later. */
export class SignalStore {
  constructor(private readonly database: Database) {}

  /** Throws a signal from outside; processes it starts are those subscribed in this very statement. */
  async broadcast(tx: Tx, provinceId: string, { id, signal, variables, thrownMs, orgId }: NewBroadcast): Promise<void> {
    await tx.query(
      `with b as (insert into signal_broadcast (province_id, id, signal, variables, org_id, thrown_at) values ($1, $2, $3, $4, $5, $6)
           returning province_id, id, signal, thrown_at),
         starts as (insert into signal_delivery (province_id, broadcast_id, target, definition_id)
           select b.province_id, b.id, s.id, s.definition_id from b join start_subscription s on s.province_id = b.province_id and s.kind = 'signal'
             and (s.name = b.signal or s.name is null))
       insert into outbox (province_id, kind, ref, created_at) select province_id, 'signal', id, thrown_at from b`,
      [provinceId, id, signal, JSON.stringify(variables), orgId ?? null, new Date(thrownMs)],
    );
  }

  async byId(provinceId: string, id: string): Promise<Broadcast | undefined> {
    const rows = await rowsOf<Broadcast>(
      this.database.reader,
      `select province_id as "provinceId", id, signal, variables, org_id as "orgId", thrown_by as "thrownBy", seq, fanned_out as "fannedOut"
       from signal_broadcast where province_id = $1 and id = $2`,
      [provinceId, id],
    );
    return rows[0];
  }

  /**
   * The next instances that waited when the signal was thrown, by instance id behind the last one looked at: each gets one delivery however
   * often it waits. Two at once work one after the other; answers how many were found, and marks the broadcast when it was the last batch.
   */
  async fanOut(provinceId: string, broadcastId: string, limit: number): Promise<number> {
    const rows = await rowsOf<{ found: number }>(
      this.database.reader,
      `with b as (select * from signal_broadcast where province_id = $1 and id = $2 and not fanned_out for update),
         next as (${nextOf('w.signal = b.signal')} union ${nextOf('w.signal is null')} order by 1 limit $3),
         told as (insert into signal_delivery (province_id, broadcast_id, target)
           select $1, $2, n.instance_id from next n, b where n.instance_id is distinct from b.thrown_by),
         moved as (update signal_broadcast u set fan_cursor = coalesce((select n.instance_id from next n order by 1 desc limit 1), u.fan_cursor),
             fanned_out = (select count(*) from next) < $3
           from b where u.province_id = b.province_id and u.id = b.id returning u.id)
       select (select count(*) from next)::int as found from moved`,
      [provinceId, broadcastId, limit],
    );
    return rows[0]?.found ?? 0;
  }

  /** Leases deliveries to instances, with those of their subscriptions that were open at the throw and still are: perhaps none. */
  async claim(
    { provinceId, id, seq, signal }: Broadcast,
    { limit, leaseMs }: { readonly limit: number; readonly leaseMs: number },
  ): Promise<readonly Delivery[]> {
    return rowsOf<Delivery>(
      this.database.reader,
      `with mine as (update signal_delivery set attempts = attempts + 1, lease_until = clock_timestamp() + $4 * interval '1 millisecond'
         where ctid = any(array(select ctid from signal_delivery where province_id = $1 and broadcast_id = $2 and definition_id is null
           and (lease_until is null or lease_until < clock_timestamp()) order by target limit $3 for update skip locked))
         returning target, attempts)
       select m.target as "instanceId", m.attempts,
         array(${waitingOf('w.signal = $5')} union all ${waitingOf('w.signal is null')}) as "subscriptionIds" from mine m order by m.target`,
      [provinceId, id, limit, leaseMs, signal, seq],
    );
  }

  /** These wait no more: they have nothing to hear. */
  async dropDeliveries({ provinceId, id }: Broadcast, instanceIds: readonly string[]): Promise<void> {
    await this.database.reader.query(
      'delete from signal_delivery where province_id = $1 and broadcast_id = $2 and target = any($3::uuid[])',
      [provinceId, id, instanceIds],
    );
  }

  /** Takes one process that the broadcast starts, for this transaction alone; answers its start subscription. */
  async takeStart(tx: Tx, { provinceId, id }: Broadcast): Promise<string | undefined> {
    const rows = await rowsOf<{ target: string }>(
      tx,
      `with one as (select target from signal_delivery where province_id = $1 and broadcast_id = $2 and definition_id is not null
           order by target limit 1 for update skip locked)
       delete from signal_delivery d using one where d.province_id = $1 and d.broadcast_id = $2 and d.target = one.target returning d.target`,
      [provinceId, id],
    );
    return rows[0]?.target;
  }

  /** How many have still to hear it. */
  async waiting({ provinceId, id }: Broadcast): Promise<number> {
    const rows = await rowsOf<{ n: number }>(
      this.database.reader,
      'select count(*)::int as n from signal_delivery where province_id = $1 and broadcast_id = $2',
      [provinceId, id],
    );
    return rows[0]?.n ?? 0;
  }

  /** Forgets a broadcast that everybody has heard. */
  async forget({ provinceId, id }: Broadcast): Promise<void> {
    await this.database.reader.query(
      `delete from signal_broadcast b where province_id = $1 and id = $2 and fanned_out
         and not exists (select from signal_delivery d where d.province_id = b.province_id and d.broadcast_id = b.id)`,
      [provinceId, id],
    );
  }

  /** The slice is over, the work is not: asks the relay to come back to it behind what waits already. */
  async askAgain({ provinceId, id }: Broadcast, nowMs: number): Promise<void> {
    await this.database.reader.query(`insert into outbox (province_id, kind, ref, created_at) values ($1, 'signal', $2, $3)`, [
      provinceId,
      id,
      new Date(nowMs),
    ]);
  }
}
