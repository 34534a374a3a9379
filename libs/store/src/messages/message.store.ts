import type { JsonObject } from '@thidua/kernel';
import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

export interface NewMessage {
  readonly id: string;
  readonly name: string;
  /** Empty: it only starts processes. */
  readonly correlationKey: string;
  readonly variables: JsonObject;
  readonly publishedMs: number;
  /** Not after `publishedMs`: it reaches those who wait now, and is not kept. */
  readonly expiresMs: number;
  /** The sender's own id: a second message of the same name, key and id is dropped while the first is kept. */
  readonly messageId?: string;
  /** Organisation of the sender; processes it starts belong to it. */
  readonly orgId?: string;
}

/** A message and one who gets it: a subscription of an instance, or a start of a process. */
export interface Match {
  readonly messageId: string;
  readonly variables: JsonObject;
  readonly orgId: string | null;
  /** Key of the process that is served by this. */
  readonly process: string;
  readonly to:
    | { readonly kind: 'subscription'; readonly id: string; readonly instanceId: string }
    | { readonly kind: 'start'; readonly id: string; readonly singleton: boolean };
}

interface MatchRow {
  readonly messageId: string;
  readonly variables: JsonObject;
  readonly orgId: string | null;
  readonly process: string;
  readonly id: string;
  readonly instanceId: string | null;
  readonly singleton: boolean;
}

/** (name, correlation key) within a tenant. */
export interface MessageAddress {
  readonly provinceId: string;
  readonly name: string;
  readonly correlationKey: string;
}

/**
 * The best target of each process that message `m` has not reached: its oldest subscription, else its start. A start whose process may have
 * one instance per key waits until that has ended.
 */
const TARGETS = `select distinct on (t.process) t.* from (
    select p.key as process, s.id, s.instance_id, false as singleton, s.seq from subscription s
      join process_instance p on p.province_id = s.province_id and p.id = s.instance_id
    where s.province_id = m.province_id and s.message = m.name and s.correlation_key = m.correlation_key and (not m.unkept or s.seq < m.seq)
    union all
    select s.process, s.id, null, s.singleton, s.seq from start_subscription s
    where s.province_id = m.province_id and s.kind = 'message' and s.name = m.name and s.seq < m.seq
      and not (s.singleton and m.correlation_key <> '' and exists (select from process_instance p where p.province_id = s.province_id
        and p.key = s.process and p.start_key = m.correlation_key and p.status = 'active'))
  ) t where not exists (select from message_delivery d where d.province_id = m.province_id and d.message_id = m.id and d.process = t.process)
  order by t.process, t.instance_id is null, t.seq`;

/** Buffered messages and those who wait for them. A message reaches every process, by its key, at most once in its lifetime. */
export class MessageStore {
  constructor(private readonly database: Database) {}

  /** Keeps the message and asks the relay, in the same transaction, to look for who waits. False: one of the same id is kept already. */
  async publish(tx: Tx, provinceId: string, message: NewMessage): Promise<boolean> {
    const { id, name, correlationKey, variables, publishedMs, expiresMs, messageId, orgId } = message;
    if (messageId !== undefined) {
      await tx.query(
        'delete from message where province_id = $1 and name = $2 and correlation_key = $3 and message_id = $4 and expires_at <= $5 and not unkept',
        [provinceId, name, correlationKey, messageId, new Date(publishedMs)],
      );
    }
    const rows = await rowsOf<{ id: string }>(
      tx,
      `with m as (insert into message (province_id, id, name, correlation_key, variables, published_at, expires_at, message_id, org_id, unkept)
           values ($1, $2, $3, $4, $5, $6::timestamptz, $7::timestamptz, $8, $9, $7::timestamptz <= $6::timestamptz) on conflict do nothing returning province_id, id, published_at)
       insert into outbox (province_id, kind, ref, created_at) select province_id, 'message', id, published_at from m returning id`,
      [
        provinceId,
        id,
        name,
        correlationKey,
        JSON.stringify(variables),
        new Date(publishedMs),
        new Date(expiresMs),
        messageId ?? null,
        orgId ?? null,
      ],
    );
    return rows.length === 1;
  }

  /** The addresses to look at for a message, a subscription, or an instance whose end may let the next one of its key begin. */
  async addressesOf(provinceId: string, ref: string): Promise<readonly MessageAddress[]> {
    return rowsOf<MessageAddress>(
      this.database.reader,
      `select province_id as "provinceId", name, correlation_key as "correlationKey" from message where province_id = $1 and id = $2
       union
       select province_id, message, correlation_key from subscription where province_id = $1 and id = $2
       union
       select p.province_id, s.name, p.start_key from process_instance p
         join start_subscription s on s.province_id = p.province_id and s.process = p.key and s.kind = 'message' and s.singleton
       where p.province_id = $1 and p.id = $2 and p.start_key is not null`,
      [provinceId, ref],
    );
  }

  /** One at a time may match messages of an address; held until the transaction ends. */
  async lockAddress(tx: Tx, { provinceId, name, correlationKey }: MessageAddress): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 2))', [JSON.stringify([provinceId, name, correlationKey])]);
  }

  /** One at a time may start an instance of a process for a key, whatever the message. False: one lives. Call under `lockAddress`. */
  async lockStartKey(tx: Tx, provinceId: string, process: string, startKey: string): Promise<boolean> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 6))', [JSON.stringify([provinceId, process, startKey])]);
    const rows = await rowsOf(
      tx,
      `select id from process_instance where province_id = $1 and key = $2 and start_key = $3 and status = 'active'`,
      [provinceId, process, startKey],
    );
    return rows.length === 0;
  }

  /** The oldest message of the address that somebody waits for, with the first process it goes to; call under `lockAddress`. */
  async nextMatch(tx: Tx, { provinceId, name, correlationKey }: MessageAddress, nowMs: number): Promise<Match | undefined> {
    const [row] = await rowsOf<MatchRow>(
      tx,
      `select m.id as "messageId", m.variables, m.org_id as "orgId", t.process, t.id, t.instance_id as "instanceId", t.singleton
       from message m cross join lateral (${TARGETS}) t
       where m.province_id = $1 and m.name = $2 and m.correlation_key = $3 and (m.expires_at > $4 or m.unkept) order by m.seq, t.process limit 1`,
      [provinceId, name, correlationKey, new Date(nowMs)],
    );
    if (row === undefined) {
      return undefined;
    }
    const { messageId, variables, orgId, process, id, instanceId, singleton } = row;
    const to = instanceId === null ? ({ kind: 'start', id, singleton } as const) : ({ kind: 'subscription', id, instanceId } as const);
    return { messageId, variables, orgId, process, to };
  }

  /** The message has reached the process. */
  async markDelivered(tx: Tx, provinceId: string, messageId: string, process: string): Promise<void> {
    await tx.query('insert into message_delivery (province_id, message_id, process) values ($1, $2, $3)', [provinceId, messageId, process]);
  }

  /** Removes a subscription whose instance does not know it any more. */
  async dropSubscription(tx: Tx, provinceId: string, id: string): Promise<void> {
    await tx.query('delete from subscription where province_id = $1 and id = $2', [provinceId, id]);
  }

  /** Drops a message that was sent to those alone who waited, after they have had it. */
  async dropUnkept(provinceId: string, id: string): Promise<void> {
    await this.database.reader.query('delete from message where province_id = $1 and id = $2 and unkept', [provinceId, id]);
  }

  /** Drops messages whose time is over, delivered or not; answers how many. */
  async expire(nowMs: number, limit: number): Promise<number> {
    const rows = await rowsOf(
      this.database.reader,
      `delete from message m using (select province_id, id from message where expires_at <= $1 and not unkept order by expires_at limit $2
         for update skip locked) e where m.province_id = e.province_id and m.id = e.id returning m.id`,
      [new Date(nowMs), limit],
    );
    return rows.length;
  }
}
