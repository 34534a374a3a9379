import type { TimerCycle } from '@thidua/engine';
import type { JsonObject } from '@thidua/kernel';
import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

export type StartKind = 'message' | 'signal' | 'timer' | 'condition';

/** One thing that starts a process by itself. */
export interface NewStart {
  readonly id: string;
  /** Process id; `owner` is the key of the definition that holds it. */
  readonly process: string;
  readonly elementId: string;
  /** Place of the definition in its event. */
  readonly part: number;
  readonly kind: StartKind;
  /** Message or signal; null on a signal start that hears every signal. */
  readonly name: string | null;
  /** At most one live instance per key of the message. */
  readonly singleton: boolean;
  /** The event starts the process when all its parts have come. */
  readonly together: boolean;
  /** Timers: kind and text, by which a later version is known to go on with the same timer. */
  readonly timer: string | null;
  readonly dueMs: number | null;
  readonly cycle: TimerCycle | null;
}

export interface StartRecord {
  readonly provinceId: string;
  readonly id: string;
  readonly process: string;
  readonly elementId: string;
  readonly part: number;
  readonly owner: string;
  readonly definitionId: string;
  readonly kind: StartKind;
  readonly name: string | null;
  readonly singleton: boolean;
  readonly together: boolean;
  readonly dueAt: Date | null;
  readonly cycle: TimerCycle | null;
  /** Slots of its cycle that passed without a firing, all in all. */
  readonly skipped: number;
}

const COLUMNS = `s.province_id as "provinceId", s.id, s.process, s.element_id as "elementId", s.part, s.owner, s.definition_id as "definitionId", s.kind,
  s.name, s.singleton, s.together, s.due_at as "dueAt", s.cycle, s.skipped`;

/** What starts processes by itself, of the latest version of each. */
export class StartStore {
  constructor(private readonly database: Database) {}

  /**
   * The starts of a newly published version take the place of the last one's. What is the same in both goes on: its place in the order of
   * those who wait, the next due time of its timer, and that a date has fired already. Call under the lock of the definition's key.
   */
  async replace(
    tx: Tx,
    provinceId: string,
    version: { readonly owner: string; readonly definitionId: string; readonly processes: readonly string[]; readonly openedMs: number },
    starts: readonly NewStart[],
  ): Promise<void> {
    const { owner, definitionId, processes, openedMs } = version;
    await tx.query(
      `delete from start_subscription s where province_id = $1 and (owner = $2 or process = any($3)) and not exists (
         select from unnest($4::text[], $5::text[], $6::smallint[], $7::text[]) n(process, element_id, part, kind)
         where n.process = s.process and n.element_id = s.element_id and n.part = s.part and n.kind = s.kind)`,
      [
        provinceId,
        owner,
        processes,
        starts.map((one) => one.process),
        starts.map((one) => one.elementId),
        starts.map((one) => one.part),
        starts.map((one) => one.kind),
      ],
    );
    for (const start of starts) {
      await tx.query(
        `insert into start_subscription as s (province_id, id, process, element_id, part, owner, definition_id, kind, name, singleton, together, timer,
           due_at, cycle, opened_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
         on conflict (province_id, process, element_id, part) do update set owner = excluded.owner, definition_id = excluded.definition_id,
           singleton = excluded.singleton, together = excluded.together, name = excluded.name, timer = excluded.timer,
           seq = case when s.name is not distinct from excluded.name then s.seq else excluded.seq end,
           arrived = case when s.name is not distinct from excluded.name and s.timer is not distinct from excluded.timer and excluded.together
             then s.arrived end,
           due_at = case when s.timer is not distinct from excluded.timer then s.due_at else excluded.due_at end,
           cycle = case when s.timer is not distinct from excluded.timer then s.cycle else excluded.cycle end`,
        [
          provinceId,
          start.id,
          start.process,
          start.elementId,
          start.part,
          owner,
          definitionId,
          start.kind,
          start.name,
          start.singleton,
          start.together,
          start.timer,
          start.dueMs === null ? null : new Date(start.dueMs),
          start.cycle === null ? null : JSON.stringify(start.cycle),
          new Date(openedMs),
        ],
      );
    }
  }

  /** All of a tenant, in the order in which they were opened. */
  async list(provinceId: string, filter: { readonly kind?: StartKind; readonly process?: string } = {}): Promise<readonly StartRecord[]> {
    return rowsOf<StartRecord>(
      this.database.reader,
      `select ${COLUMNS} from start_subscription s where province_id = $1 and ($2::text is null or kind = $2) and ($3::text is null or process = $3)
       order by seq`,
      [provinceId, filter.kind ?? null, filter.process ?? null],
    );
  }

  async byId(tx: Tx, provinceId: string, id: string): Promise<StartRecord | undefined> {
    const rows = await rowsOf<StartRecord>(tx, `select ${COLUMNS} from start_subscription s where province_id = $1 and id = $2`, [
      provinceId,
      id,
    ]);
    return rows[0];
  }

  /** Leases start timers that are due by the business clock, oldest first. */
  async claimDue(
    nowMs: number,
    { limit, leaseMs, leaseToken }: { readonly limit: number; readonly leaseMs: number; readonly leaseToken: string },
  ): Promise<readonly { readonly provinceId: string; readonly id: string }[]> {
    return rowsOf(
      this.database.reader,
      `update start_subscription s set lease_token = $3, lease_until = clock_timestamp() + $4 * interval '1 millisecond'
       from (select province_id, id from start_subscription where due_at <= $1 and (lease_until is null or lease_until < clock_timestamp())
             order by due_at, seq limit $2 for update skip locked) d
       where s.province_id = d.province_id and s.id = d.id returning s.province_id as "provinceId", s.id`,
      [new Date(nowMs), limit, leaseToken, leaseMs],
    );
  }

  /** The start timer, locked for its firing; undefined when the lease went elsewhere or the timer was moved meanwhile. */
  async lockDue(
    tx: Tx,
    {
      provinceId,
      id,
      leaseToken,
      nowMs,
    }: { readonly provinceId: string; readonly id: string; readonly leaseToken: string; readonly nowMs: number },
  ): Promise<StartRecord | undefined> {
    const rows = await rowsOf<StartRecord>(
      tx,
      `select ${COLUMNS} from start_subscription s where province_id = $1 and id = $2 and lease_token = $3 and due_at <= $4 for update`,
      [provinceId, id, leaseToken, new Date(nowMs)],
    );
    return rows[0];
  }

  /** After a firing: when it is due next, if ever again. */
  async goOn(
    tx: Tx,
    { provinceId, id }: StartRecord,
    next: { readonly dueMs: number | null; readonly cycle: TimerCycle | null; readonly skipped: number },
  ): Promise<void> {
    await tx.query(
      `update start_subscription set due_at = $3, cycle = $4, skipped = skipped + $5, lease_token = null, lease_until = null
       where province_id = $1 and id = $2`,
      [
        provinceId,
        id,
        next.dueMs === null ? null : new Date(next.dueMs),
        next.cycle === null ? null : JSON.stringify(next.cycle),
        next.skipped,
      ],
    );
  }

  /** When the next start timer is due. */
  async nextDueMs(): Promise<number | undefined> {
    const rows = await rowsOf<{ due: Date | null }>(this.database.reader, 'select min(due_at) as due from start_subscription', []);
    return rows[0]?.due?.getTime();
  }

  /**
   * Notes that a part of an event has come, which needs all of its parts; when it was the last, answers what they brought and begins anew.
   * The parts are locked, so that two of them cannot both be the last.
   */
  async arrive(tx: Tx, { provinceId, id, process, elementId }: StartRecord, brought: JsonObject): Promise<JsonObject | undefined> {
    const parts = await rowsOf<{ id: string; arrived: JsonObject | null }>(
      tx,
      `select id, arrived from start_subscription where province_id = $1 and process = $2 and element_id = $3 order by part for update`,
      [provinceId, process, elementId],
    );
    if (parts.some((part) => part.id !== id && part.arrived === null)) {
      await tx.query('update start_subscription set arrived = $3 where province_id = $1 and id = $2', [
        provinceId,
        id,
        JSON.stringify(brought),
      ]);
      return undefined;
    }
    await tx.query('update start_subscription set arrived = null where province_id = $1 and process = $2 and element_id = $3', [
      provinceId,
      process,
      elementId,
    ]);
    const all: JsonObject = {};
    return Object.assign(all, ...parts.map((part) => (part.id === id ? brought : part.arrived))) as JsonObject;
  }

  /** Whose a process is that nobody in particular starts: the tenant's highest organisation; undefined when it has none. */
  async ownerOf(tx: Tx, provinceId: string): Promise<string | undefined> {
    const rows = await rowsOf<{ id: string }>(
      tx,
      'select id from org where province_id = $1 order by parent_id is not null, valid_from, id limit 1',
      [provinceId],
    );
    return rows[0]?.id;
  }
}
