import type { JsonObject } from '@thidua/kernel';
import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

export interface NewMessage {
  readonly id: string;
  readonly name: string;
  readonly correlationKey: string;
  readonly variables: JsonObject;
  readonly publishedMs: number;
  readonly expiresMs: number;
}

/** A buffered message and the subscriptions it goes to: the oldest of each process key. */
export interface Match {
  readonly messageId: string;
  readonly variables: JsonObject;
  readonly subscriptions: readonly { readonly id: string; readonly instanceId: string }[];
}

/** (name, correlation key) within a tenant. */
export interface MessageAddress {
  readonly provinceId: string;
  readonly name: string;
  readonly correlationKey: string;
}

/** Buffered messages and those who wait for them. */
export class MessageStore {
  constructor(private readonly database: Database) {}

  /** Keeps the message and asks the relay, in the same transaction, to look for who waits. A second one of the same id is dropped. */
  async publish(tx: Tx, provinceId: string, message: NewMessage): Promise<void> {
    const { id, name, correlationKey, variables, publishedMs, expiresMs } = message;
    await tx.query(
      `with m as (insert into message (province_id, id, name, correlation_key, variables, published_at, expires_at)
           values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning province_id, id, published_at)
       insert into outbox (province_id, kind, ref, created_at) select province_id, 'message', id, published_at from m`,
      [provinceId, id, name, correlationKey, JSON.stringify(variables), new Date(publishedMs), new Date(expiresMs)],
    );
  }

  /** The address of a message or of a subscription; undefined when neither is there any more. */
  async addressOf(provinceId: string, ref: string): Promise<MessageAddress | undefined> {
    const rows = await rowsOf<MessageAddress>(
      this.database.reader,
      `select province_id as "provinceId", name, correlation_key as "correlationKey" from message where province_id = $1 and id = $2 and not delivered
       union all
       select province_id, message, correlation_key from subscription where province_id = $1 and id = $2`,
      [provinceId, ref],
    );
    return rows[0];
  }

  /** One at a time may match messages of an address; held until the transaction ends. */
  async lockAddress(tx: Tx, { provinceId, name, correlationKey }: MessageAddress): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 2))', [JSON.stringify([provinceId, name, correlationKey])]);
  }

  /** The oldest undelivered message of the address that somebody waits for; call under `lockAddress`. */
  async nextMatch(tx: Tx, { provinceId, name, correlationKey }: MessageAddress, nowMs: number): Promise<Match | undefined> {
    const [message] = await rowsOf<{ id: string; variables: JsonObject }>(
      tx,
      `select id, variables from message where province_id = $1 and name = $2 and correlation_key = $3 and not delivered and expires_at > $4
       order by seq limit 1`,
      [provinceId, name, correlationKey, new Date(nowMs)],
    );
    if (message === undefined) {
      return undefined;
    }
    const subscriptions = await rowsOf<{ id: string; instanceId: string }>(
      tx,
      `select distinct on (p.key) s.id, s.instance_id as "instanceId" from subscription s
         join process_instance p on p.province_id = s.province_id and p.id = s.instance_id
       where s.province_id = $1 and s.message = $2 and s.correlation_key = $3 order by p.key, s.seq`,
      [provinceId, name, correlationKey],
    );
    return subscriptions.length === 0 ? undefined : { messageId: message.id, variables: message.variables, subscriptions };
  }

  async markDelivered(tx: Tx, provinceId: string, messageId: string): Promise<void> {
    await tx.query('update message set delivered = true where province_id = $1 and id = $2', [provinceId, messageId]);
  }

  /** Removes a subscription whose instance does not know it any more. */
  async dropSubscription(tx: Tx, provinceId: string, id: string): Promise<void> {
    await tx.query('delete from subscription where province_id = $1 and id = $2', [provinceId, id]);
  }

  /** Drops messages whose time is over, delivered or not; answers how many. */
  async expire(nowMs: number): Promise<number> {
    const rows = await rowsOf(this.database.reader, 'delete from message where expires_at <= $1 returning id', [new Date(nowMs)]);
    return rows.length;
  }
}
