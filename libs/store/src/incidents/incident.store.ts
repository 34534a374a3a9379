import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

export interface IncidentRecord {
  readonly id: string;
  readonly instanceId: string;
  readonly elementId: string;
  readonly cause: string;
  readonly detail: string;
  readonly raisedAt: Date;
  readonly resolvedAt: Date | null;
  readonly businessKey: string | null;
  readonly definitionId: string;
  readonly key: string;
}

const COLUMNS = `n.id, n.instance_id as "instanceId", n.element_id as "elementId", n.cause, n.detail, n.raised_at as "raisedAt", n.resolved_at as "resolvedAt",
  i.business_key as "businessKey", i.definition_id as "definitionId", i.key`;
const FROM = 'incident n join process_instance i on i.province_id = n.province_id and i.id = n.instance_id';

/** Where a process needs a person. */
export class IncidentStore {
  constructor(private readonly database: Database) {}

  /** Oldest first. */
  async open(provinceId: string, limit: number): Promise<readonly IncidentRecord[]> {
    return rowsOf<IncidentRecord>(
      this.database.reader,
      `select ${COLUMNS} from ${FROM} where n.province_id = $1 and n.resolved_at is null order by n.raised_at, n.id limit $2`,
      [provinceId, limit],
    );
  }

  async byId(provinceId: string, id: string): Promise<IncidentRecord | undefined> {
    const rows = await rowsOf<IncidentRecord>(
      this.database.reader,
      `select ${COLUMNS} from ${FROM} where n.province_id = $1 and n.id = $2`,
      [provinceId, id],
    );
    return rows[0];
  }

  async ofInstance(provinceId: string, instanceId: string): Promise<readonly IncidentRecord[]> {
    return rowsOf<IncidentRecord>(
      this.database.reader,
      `select ${COLUMNS} from ${FROM} where n.province_id = $1 and n.instance_id = $2 order by n.raised_at`,
      [provinceId, instanceId],
    );
  }

  /** Who resolved it; the step itself writes when. */
  async noteResolver(tx: Tx, provinceId: string, id: string, personId: string): Promise<void> {
    await tx.query('update incident set resolved_by = $3 where province_id = $1 and id = $2', [provinceId, id, personId]);
  }
}
