import type { JsonObject } from '@thidua/kernel';
import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

/** A job somebody works on until the lease ends. Results count only with the token. */
export interface ClaimedJob {
  readonly provinceId: string;
  readonly id: string;
  readonly instanceId: string;
  readonly elementId: string;
  readonly type: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly variables: JsonObject;
  /** This attempt included. */
  readonly attempts: number;
  readonly retries: number;
  readonly leaseToken: string;
  readonly definitionId: string;
  readonly businessKey: string | null;
  readonly orgId: string;
  readonly dossierId: string | null;
  readonly roundId: string | null;
  readonly packHash: string | null;
}

export interface JobRecord {
  readonly id: string;
  readonly instanceId: string;
  readonly elementId: string;
  readonly type: string;
  readonly status: 'open' | 'done' | 'failed' | 'canceled';
  readonly attempts: number;
  readonly retries: number;
  readonly lastError: string | null;
}

/** Service tasks waiting for a worker. Leases, attempts and back-off live here; the queue's own counters mean nothing. */
export class JobStore {
  constructor(private readonly database: Database) {}

  /** Leases an open job that is due and not leased; undefined when there is nothing to do. */
  async claim(
    provinceId: string,
    id: string,
    { leaseToken, leaseMs }: { readonly leaseToken: string; readonly leaseMs: number },
  ): Promise<ClaimedJob | undefined> {
    const rows = await rowsOf<ClaimedJob>(
      this.database.reader,
      `with free as (select province_id, id from job where province_id = $1 and id = $2 and status = 'open' and next_at <= clock_timestamp()
           and (lease_until is null or lease_until < clock_timestamp()) for update skip locked),
         claimed as (update job j set lease_token = $3, lease_until = clock_timestamp() + $4 * interval '1 millisecond', attempts = j.attempts + 1
           from free where j.province_id = free.province_id and j.id = free.id returning j.*)
       select j.province_id as "provinceId", j.id, j.instance_id as "instanceId", j.element_id as "elementId", j.type, j.headers, j.variables, j.attempts,
         j.retries, j.lease_token as "leaseToken", i.definition_id as "definitionId", i.business_key as "businessKey", i.org_id as "orgId",
         i.dossier_id as "dossierId", i.round_id as "roundId", i.pack_hash as "packHash"
       from claimed j join process_instance i on i.province_id = j.province_id and i.id = j.instance_id`,
      [provinceId, id, leaseToken, leaseMs],
    );
    return rows[0];
  }

  /** Longer time for whoever holds the lease; false: it went to someone else. */
  async extend(job: Pick<ClaimedJob, 'provinceId' | 'id' | 'leaseToken'>, leaseMs: number): Promise<boolean> {
    const rows = await rowsOf(
      this.database.reader,
      `update job set lease_until = clock_timestamp() + $4 * interval '1 millisecond'
       where province_id = $1 and id = $2 and lease_token = $3 and status = 'open' returning id`,
      [job.provinceId, job.id, job.leaseToken, leaseMs],
    );
    return rows.length === 1;
  }

  /** Sheets so far, told to those who wait; a worker whose lease went on tells nothing. */
  async progress(job: Pick<ClaimedJob, 'provinceId' | 'id' | 'leaseToken'>, done: number, total: number): Promise<void> {
    await this.database.reader.query(
      `update job set sheets_done = $4, sheets_total = $5 where province_id = $1 and id = $2 and lease_token = $3 and status = 'open'`,
      [job.provinceId, job.id, job.leaseToken, done, total],
    );
  }

  /** How far the paper jobs of a round are that somebody works on now. */
  async sheetsOf(provinceId: string, roundId: string): Promise<readonly { readonly done: number; readonly total: number }[]> {
    return rowsOf(
      this.database.reader,
      `select j.sheets_done as done, j.sheets_total as total from job j
         join process_instance i on i.province_id = j.province_id and i.id = j.instance_id
       where j.province_id = $1 and i.round_id = $2 and j.status = 'open' and j.sheets_total is not null and j.lease_until > clock_timestamp()`,
      [provinceId, roundId],
    );
  }

  /** Whether the lease still holds, kept until the transaction ends: the fence of a verb that records a job's result. */
  async holds(tx: Tx, job: Pick<ClaimedJob, 'provinceId' | 'id' | 'leaseToken'>): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `select id from job where province_id = $1 and id = $2 and lease_token = $3 and status = 'open' for update`,
      [job.provinceId, job.id, job.leaseToken],
    );
    return rows.length === 1;
  }

  /** Gives the lease back; the job is due again after the delay. False: fenced. */
  async retryLater(job: Pick<ClaimedJob, 'provinceId' | 'id' | 'leaseToken'>, why: string, delayMs: number): Promise<boolean> {
    const rows = await rowsOf(
      this.database.reader,
      `update job set lease_token = null, lease_until = null, last_error = $4, next_at = clock_timestamp() + $5 * interval '1 millisecond'
       where province_id = $1 and id = $2 and lease_token = $3 and status = 'open' returning id`,
      [job.provinceId, job.id, job.leaseToken, why, delayMs],
    );
    return rows.length === 1;
  }

  /** Takes expired leases away, so that the job can be claimed; answers how many. */
  async releaseExpired(limit: number): Promise<number> {
    const rows = await rowsOf(
      this.database.reader,
      `update job j set lease_token = null, lease_until = null
       from (select province_id, id from job where status = 'open' and lease_until < clock_timestamp() limit $1 for update skip locked) e
       where j.province_id = e.province_id and j.id = e.id returning j.id`,
      [limit],
    );
    return rows.length;
  }

  async byId(provinceId: string, id: string): Promise<JobRecord | undefined> {
    const rows = await rowsOf<JobRecord>(
      this.database.reader,
      `select id, instance_id as "instanceId", element_id as "elementId", type, status, attempts, retries, last_error as "lastError"
       from job where province_id = $1 and id = $2`,
      [provinceId, id],
    );
    return rows[0];
  }

  async openOf(provinceId: string, instanceId: string): Promise<readonly JobRecord[]> {
    return rowsOf<JobRecord>(
      this.database.reader,
      `select id, instance_id as "instanceId", element_id as "elementId", type, status, attempts, retries, last_error as "lastError"
       from job where province_id = $1 and instance_id = $2 and status = 'open' order by id`,
      [provinceId, instanceId],
    );
  }
}
