import type { JsonObject } from '@thidua/kernel';
import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

export type LimitEventKind =
  'received' | 'complete' | 'supplement-asked' | 'supplement-received' | 'opinion-asked' | 'opinion-received' | 'held' | 'released';

export interface NewLimitEvent {
  readonly id: string;
  readonly dossierId: string | null;
  readonly roundId: string | null;
  readonly rowId: string | null;
  readonly kind: LimitEventKind;
  readonly atMs: number;
  readonly personId: string | null;
  readonly facts: JsonObject;
}

export interface LimitEventRecord {
  readonly id: string;
  readonly dossierId: string | null;
  readonly roundId: string | null;
  readonly rowId: string | null;
  readonly kind: LimitEventKind;
  readonly at: Date;
  readonly byPerson: string | null;
  readonly facts: JsonObject;
}

const COLUMNS = `id, dossier_id as "dossierId", round_id as "roundId", row_id as "rowId", kind, at, by_person as "byPerson", facts`;

/** What started, stopped and restarted legal clocks; written once. */
export class LimitEventStore {
  constructor(private readonly database: Database) {}

  async add(tx: Tx, provinceId: string, event: NewLimitEvent): Promise<void> {
    await tx.query(
      `insert into limit_event (province_id, id, dossier_id, round_id, row_id, kind, at, by_person, facts) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        provinceId,
        event.id,
        event.dossierId,
        event.roundId,
        event.rowId,
        event.kind,
        new Date(event.atMs),
        event.personId,
        JSON.stringify(event.facts),
      ],
    );
  }

  /** Of these dossiers, with what befell their rows and the rounds those rows are in; oldest first. */
  async ofDossiers(provinceId: string, dossierIds: readonly string[], tx: Tx = this.database.reader): Promise<readonly LimitEventRecord[]> {
    return dossierIds.length === 0
      ? []
      : rowsOf<LimitEventRecord>(
          tx,
          `with row as (select id, dossier_id from nominee_row where province_id = $1 and dossier_id = any($2::uuid[]))
           select ${COLUMNS} from (
             select e.id, e.dossier_id, e.round_id, e.row_id, e.kind, e.at, e.by_person, e.facts, e.seq
               from limit_event e where e.province_id = $1 and e.dossier_id = any($2::uuid[])
             union
             select e.id, row.dossier_id, e.round_id, e.row_id, e.kind, e.at, e.by_person, e.facts, e.seq
               from row join limit_event e on e.province_id = $1 and e.row_id = row.id and e.dossier_id is null) e
           order by at, seq`,
          [provinceId, dossierIds],
        );
  }

  /** Of these rounds as a whole; oldest first. */
  async ofRounds(provinceId: string, roundIds: readonly string[], tx: Tx = this.database.reader): Promise<readonly LimitEventRecord[]> {
    return roundIds.length === 0
      ? []
      : rowsOf<LimitEventRecord>(
          tx,
          `select ${COLUMNS} from limit_event where province_id = $1 and round_id = any($2::uuid[]) order by at, seq`,
          [provinceId, roundIds],
        );
  }
}
