import type { InstanceState } from '@thidua/engine';
import type { Database, Tx } from '../database/database';
import { connectionOf, type PreparedQuery } from '../database/prepared';
import { arraysOf } from './step-arrays';
import { COLUMNS, type Part, type Value } from './step-columns';
import { stepStatement } from './step-statement';
import type { StepOutcome, StepWrite } from './step-rows';

export interface InstanceRef {
  readonly provinceId: string;
  readonly instanceId: string;
}

/** An instance as the next decision needs it. */
export interface LoadedInstance {
  readonly provinceId: string;
  readonly instanceId: string;
  readonly version: number;
  readonly state: InstanceState;
  readonly auditHead: string;
  readonly definitionId: string;
  readonly key: string;
  readonly orgId: string;
  readonly dossierId?: string;
  readonly roundId?: string;
  readonly packHash?: string;
  readonly startKey?: string;
}

interface LoadedRow {
  readonly province_id: string;
  readonly id: string;
  readonly version: number;
  readonly state: InstanceState;
  readonly audit_head: string;
  readonly definition_id: string;
  readonly key: string;
  readonly org_id: string;
  readonly dossier_id: string | null;
  readonly round_id: string | null;
  readonly pack_hash: string | null;
  readonly start_key: string | null;
}

interface OutcomeRow {
  readonly n: number;
  readonly moved: number | null;
  readonly task_ok: boolean;
  readonly lease_ok: boolean;
  readonly grant_ok: boolean;
  readonly delivery_ok: boolean;
  readonly key_free: boolean;
}

const LOAD = `select i.province_id, i.id, i.version, i.state, i.audit_head, p.definition_id, p.key, p.org_id, p.dossier_id, p.round_id, p.pack_hash, p.start_key
  from unnest($1::text[], $2::uuid[]) k(province_id, id)
  join instance_state i on i.province_id = k.province_id and i.id = k.id
  join process_instance p on p.province_id = i.province_id and p.id = i.id`;

/** Writes steps and reads the states they start from. */
export class StepStore {
  constructor(private readonly database: Database) {}

  /** One statement, one transaction, one round trip for the whole batch; instances must differ. Outcomes in the order given. */
  async write(batch: readonly StepWrite[]): Promise<readonly StepOutcome[]> {
    return send(this.database.stepPool, batch);
  }

  /** The same statement text inside a verb's transaction. */
  async writeIn(tx: Tx, batch: readonly StepWrite[]): Promise<readonly StepOutcome[]> {
    return send(await connectionOf(tx), batch);
  }

  /** Those of the instances that exist, in any order. */
  async load(instances: readonly InstanceRef[]): Promise<readonly LoadedInstance[]> {
    const { rows } = await this.database.stepPool.query({ name: 'step-load', text: LOAD, values: keysOf(instances) });
    return (rows as LoadedRow[]).map(loaded); // the columns of LOAD
  }

  /** Locks the instance until the transaction ends, so that its version holds. */
  async lock(tx: Tx, instance: InstanceRef): Promise<LoadedInstance | undefined> {
    const connection = await connectionOf(tx);
    const { rows } = await connection.query({ name: 'step-lock', text: `${LOAD} for update of i`, values: keysOf([instance]) });
    return (rows as LoadedRow[]).map(loaded)[0]; // the columns of LOAD
  }
}

async function send(connection: PreparedQuery, batch: readonly StepWrite[]): Promise<readonly StepOutcome[]> {
  const arrays = arraysOf(batch);
  const { name, text, parts } = stepStatement(new Set(arrays.keys()));
  const { rows } = await connection.query({ name, text, values: parts.flatMap((part) => arrays.get(part) ?? emptyArrays(part)) });
  const byPlace = new Map((rows as OutcomeRow[]).map((row) => [row.n, row])); // the columns the statement ends with
  return batch.map((_, n) => outcome(byPlace.get(n)));
}

function emptyArrays(part: Part): readonly Value[][] {
  return Object.keys(COLUMNS[part]).map(() => []);
}

function outcome(row: OutcomeRow | undefined): StepOutcome {
  if (row === undefined) {
    throw new Error('the step statement did not answer for a step');
  }
  return {
    moved: row.moved !== null,
    taskCurrent: row.task_ok,
    leaseHeld: row.lease_ok,
    grantCurrent: row.grant_ok,
    keyFree: row.key_free,
    undelivered: row.delivery_ok,
  };
}

function keysOf(instances: readonly InstanceRef[]): [string[], string[]] {
  return [instances.map((one) => one.provinceId), instances.map((one) => one.instanceId)];
}

function loaded(row: LoadedRow): LoadedInstance {
  return {
    provinceId: row.province_id,
    instanceId: row.id,
    version: row.version,
    state: row.state,
    auditHead: row.audit_head,
    definitionId: row.definition_id,
    key: row.key,
    orgId: row.org_id,
    ...(row.dossier_id === null ? {} : { dossierId: row.dossier_id }),
    ...(row.round_id === null ? {} : { roundId: row.round_id }),
    ...(row.pack_hash === null ? {} : { packHash: row.pack_hash }),
    ...(row.start_key === null ? {} : { startKey: row.start_key }),
  };
}
