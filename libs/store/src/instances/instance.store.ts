import type { EngineEvent } from '@thidua/engine';
import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

export interface InstanceRecord {
  readonly id: string;
  readonly definitionId: string;
  readonly key: string;
  readonly businessKey: string | null;
  readonly status: 'active' | 'completed' | 'canceled';
  readonly orgId: string;
  readonly dossierId: string | null;
  readonly roundId: string | null;
  readonly packHash: string | null;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
}

export interface EventRecord {
  readonly version: number;
  readonly at: Date;
  readonly body: EngineEvent;
}

const COLUMNS = `id, definition_id as "definitionId", key, business_key as "businessKey", status, org_id as "orgId", dossier_id as "dossierId",
  round_id as "roundId", pack_hash as "packHash", started_at as "startedAt", ended_at as "endedAt"`;

/** Process instances as lists and histories see them; running them is the steps' matter. */
export class InstanceStore {
  constructor(private readonly database: Database) {}

  async byId(provinceId: string, id: string, tx: Tx = this.database.reader): Promise<InstanceRecord | undefined> {
    const rows = await rowsOf<InstanceRecord>(tx, `select ${COLUMNS} from process_instance where province_id = $1 and id = $2`, [
      provinceId,
      id,
    ]);
    return rows[0];
  }

  /** Newest first; by definition, status or process key as given. */
  async list(
    provinceId: string,
    filter: { readonly definitionId?: string; readonly key?: string; readonly status?: InstanceRecord['status']; readonly limit: number },
  ): Promise<readonly InstanceRecord[]> {
    return rowsOf<InstanceRecord>(
      this.database.reader,
      `select ${COLUMNS} from process_instance where province_id = $1 and ($2::uuid is null or definition_id = $2)
         and ($3::text is null or status = $3) and ($4::text is null or key = $4) order by started_at desc, id desc limit $5`,
      [provinceId, filter.definitionId ?? null, filter.status ?? null, filter.key ?? null, filter.limit],
    );
  }

  /** Every process of a dossier or a round, the first one first. */
  async about(
    provinceId: string,
    { dossierId, roundId }: { readonly dossierId?: string; readonly roundId?: string },
  ): Promise<readonly InstanceRecord[]> {
    return rowsOf<InstanceRecord>(
      this.database.reader,
      `select ${COLUMNS} from process_instance where province_id = $1 and ($2::uuid is null or dossier_id = $2)
         and ($3::uuid is null or round_id = $3) order by started_at, id limit 50`,
      [provinceId, dossierId ?? null, roundId ?? null],
    );
  }

  /** The whole history of an instance, in order. */
  async events(provinceId: string, instanceId: string): Promise<readonly EventRecord[]> {
    return rowsOf<EventRecord>(
      this.database.reader,
      'select version, at, body from event where province_id = $1 and instance_id = $2 order by version, seq',
      [provinceId, instanceId],
    );
  }
}
