import { createHash } from 'node:crypto';
import type { JsonObject } from '@thidua/kernel';
import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';
import { FileKeys } from '../files/file-keys';

export type PrintState = 'queued' | 'running' | 'done' | 'failed';

/** Why a print came to nothing: a stable code, and what is known besides. */
export interface PrintFailure {
  readonly code: string;
  readonly detail: string;
}

export interface PrintOrderRecord {
  readonly id: string;
  readonly kind: string;
  /** As its gate let them through. */
  readonly params: JsonObject;
  readonly askedBy: string;
  readonly positionId: string | null;
  readonly createdAt: Date;
  /** Sheets, or 0 while nobody knows. */
  readonly total: number;
  readonly done: number;
  readonly state: PrintState;
  readonly sha256: string | null;
  readonly mime: string | null;
  readonly fileName: string | null;
  readonly failure: PrintFailure | null;
}

export type NewPrintOrder = Pick<PrintOrderRecord, 'id' | 'kind' | 'params' | 'askedBy' | 'positionId' | 'total'>;

/** An order somebody works on until the lease ends. What comes of it counts only with the token. */
export interface ClaimedPrint {
  readonly provinceId: string;
  readonly id: string;
  readonly kind: string;
  readonly params: JsonObject;
  readonly askedBy: string;
  readonly positionId: string | null;
  readonly total: number;
  /** This attempt included. */
  readonly attempts: number;
  readonly leaseToken: string;
}

export type PrintLease = Pick<ClaimedPrint, 'provinceId' | 'id' | 'leaseToken'>;

export interface PrintedFile {
  readonly bytes: Uint8Array;
  readonly mime: string;
  readonly fileName: string;
}

const COLUMNS = `id, kind, params, asked_by as "askedBy", position_id as "positionId", created_at as "createdAt", total, done, state,
  file_sha256 as sha256, mime, file_name as "fileName", failure`;
const HELD = `province_id = $1 and id = $2 and lease_token = $3 and state = 'running'`;

/** Prints on request, from asking to forgetting. Leases, attempts and how long a file is kept go by the machine's clock, not the business one. */
export class PrintOrderStore {
  /** @param keys files are sealed with; without any they lie in the clear */
  constructor(
    private readonly database: Database,
    private readonly keys: FileKeys = new FileKeys([]),
  ) {}

  async add(tx: Tx, provinceId: string, order: NewPrintOrder, atMs: number): Promise<void> {
    await tx.query(
      `insert into print_order (province_id, id, kind, params, asked_by, position_id, total, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [provinceId, order.id, order.kind, order.params, order.askedBy, order.positionId, order.total, new Date(atMs)],
    );
  }

  async byId(provinceId: string, id: string): Promise<PrintOrderRecord | undefined> {
    const rows = await rowsOf<PrintOrderRecord>(
      this.database.reader,
      `select ${COLUMNS} from print_order where province_id = $1 and id = $2`,
      [provinceId, id],
    );
    return rows[0];
  }

  /** Of one person, latest first. */
  async askedBy(provinceId: string, personId: string, limit: number): Promise<readonly PrintOrderRecord[]> {
    return rowsOf<PrintOrderRecord>(
      this.database.reader,
      `select ${COLUMNS} from print_order where province_id = $1 and asked_by = $2 order by created_at desc, id desc limit $3`,
      [provinceId, personId, limit],
    );
  }

  /** Orders of a person that are not finished. */
  async waiting(tx: Tx, provinceId: string, personId: string): Promise<number> {
    const rows = await rowsOf<{ n: number }>(
      tx,
      `select count(*)::int as n from print_order where province_id = $1 and asked_by = $2 and state in ('queued', 'running')`,
      [provinceId, personId],
    );
    return rows[0]?.n ?? 0;
  }

  /** Undefined also where the key it was sealed with is gone: a print can be asked for again. */
  async bytes(provinceId: string, id: string): Promise<Buffer | undefined> {
    const [file] = await rowsOf<{ bytes: Buffer; keyId: string | null }>(
      this.database.reader,
      'select bytes, key_id as "keyId" from print_file where province_id = $1 and order_id = $2',
      [provinceId, id],
    );
    return file === undefined ? undefined : this.keys.open(sealName(provinceId, id), file.bytes, file.keyId);
  }

  /** Leases the oldest order that is due, or whose worker fell silent; undefined when there is nothing to do. */
  async claim({ leaseToken, leaseMs }: { readonly leaseToken: string; readonly leaseMs: number }): Promise<ClaimedPrint | undefined> {
    const rows = await rowsOf<ClaimedPrint>(
      this.database.reader,
      `with free as (select province_id, id from print_order
           where state in ('queued', 'running') and next_at <= clock_timestamp() and (lease_until is null or lease_until < clock_timestamp())
           order by created_at, id limit 1 for update skip locked)
       update print_order o set state = 'running', lease_token = $1, lease_until = clock_timestamp() + $2 * interval '1 millisecond',
         attempts = o.attempts + 1, done = 0
       from free where o.province_id = free.province_id and o.id = free.id
       returning o.province_id as "provinceId", o.id, o.kind, o.params, o.asked_by as "askedBy", o.position_id as "positionId", o.total, o.attempts,
         o.lease_token as "leaseToken"`,
      [leaseToken, leaseMs],
    );
    return rows[0];
  }

  /** Longer time for whoever holds the lease; false: it went to someone else. */
  async extend(order: PrintLease, leaseMs: number): Promise<boolean> {
    const rows = await rowsOf(
      this.database.reader,
      `update print_order set lease_until = clock_timestamp() + $4 * interval '1 millisecond' where ${HELD} returning id`,
      [order.provinceId, order.id, order.leaseToken, leaseMs],
    );
    return rows.length === 1;
  }

  /** Sheets so far; false: fenced. */
  async progress(order: PrintLease, done: number, total: number): Promise<boolean> {
    const rows = await rowsOf(this.database.reader, `update print_order set done = $4, total = $5 where ${HELD} returning id`, [
      order.provinceId,
      order.id,
      order.leaseToken,
      done,
      total,
    ]);
    return rows.length === 1;
  }

  /** The file and the end of the order, kept so long. False: fenced, and nothing is kept. */
  async finish(tx: Tx, order: PrintLease, file: PrintedFile, keptForMs: number): Promise<boolean> {
    const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength);
    const rows = await rowsOf(
      tx,
      `update print_order set state = 'done', done = total, file_sha256 = $4, mime = $5, file_name = $6, lease_token = null, lease_until = null,
         finished_at = clock_timestamp(), kept_until = clock_timestamp() + $7 * interval '1 millisecond'
       where ${HELD} returning id`,
      [order.provinceId, order.id, order.leaseToken, createHash('sha256').update(bytes).digest('hex'), file.mime, file.fileName, keptForMs],
    );
    if (rows.length === 0) {
      return false;
    }
    const sealed = this.keys.seal(sealName(order.provinceId, order.id), bytes);
    await tx.query('insert into print_file (province_id, order_id, bytes, key_id) values ($1, $2, $3, $4)', [
      order.provinceId,
      order.id,
      sealed.bytes,
      sealed.keyId,
    ]);
    return true;
  }

  /** Gives the lease back; the order is due again after the delay. False: fenced. */
  async retryLater(order: PrintLease, delayMs: number): Promise<boolean> {
    const rows = await rowsOf(
      this.database.reader,
      `update print_order set state = 'queued', lease_token = null, lease_until = null, next_at = clock_timestamp() + $4 * interval '1 millisecond'
       where ${HELD} returning id`,
      [order.provinceId, order.id, order.leaseToken, delayMs],
    );
    return rows.length === 1;
  }

  /** No further attempt. False: fenced. */
  async fail(order: PrintLease, failure: PrintFailure, keptForMs: number): Promise<boolean> {
    const rows = await rowsOf(
      this.database.reader,
      `update print_order set state = 'failed', failure = $4, lease_token = null, lease_until = null, finished_at = clock_timestamp(),
         kept_until = clock_timestamp() + $5 * interval '1 millisecond'
       where ${HELD} returning id`,
      [order.provinceId, order.id, order.leaseToken, failure, keptForMs],
    );
    return rows.length === 1;
  }

  /** Forgets finished orders whose time is over, with their files; answers how many. */
  async forget(limit: number): Promise<number> {
    const rows = await rowsOf(
      this.database.reader,
      `delete from print_order o using (select province_id, id from print_order where kept_until < clock_timestamp() limit $1 for update skip locked) e
       where o.province_id = e.province_id and o.id = e.id returning o.id`,
      [limit],
    );
    return rows.length;
  }
}

function sealName(provinceId: string, orderId: string): string {
  return `${provinceId}/print/${orderId}`;
}
