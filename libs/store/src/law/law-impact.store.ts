import type { Database } from '../database/database';
import { rowsOf } from '../database/prepared';

export interface RunningDossier {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly awards: readonly string[];
}

export interface RunningRound {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly awards: readonly string[];
}

export interface RunningTask {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly definitionId: string;
  readonly elementId: string;
  readonly dossierId: string | null;
  readonly roundId: string | null;
}

/** What runs under a pack: for the question whom a change of law touches. */
export class LawImpactStore {
  constructor(private readonly database: Database) {}

  /** Dossiers that have not ended, with the awards of their open and held rows. */
  async dossiers(provinceId: string, packHashes: readonly string[]): Promise<readonly RunningDossier[]> {
    return rowsOf<RunningDossier>(
      this.database.reader,
      `select d.id, d.code, d.title, coalesce(array_agg(distinct r.award) filter (where r.award is not null), '{}') as awards
         from dossier d left join nominee_row r on r.province_id = d.province_id and r.dossier_id = d.id and r.state in ('open', 'held')
        where d.province_id = $1 and d.pack_hash = any($2) and d.closed_at is null and d.status not in ('closed', 'rejected', 'withdrawn')
        group by d.province_id, d.id, d.code, d.title, d.created_at order by d.created_at, d.id`,
      [provinceId, packHashes],
    );
  }

  async rounds(provinceId: string, packHashes: readonly string[]): Promise<readonly RunningRound[]> {
    return rowsOf<RunningRound>(
      this.database.reader,
      `select o.id, o.code, o.title, coalesce(array_agg(distinct r.award) filter (where r.award is not null), '{}') as awards
         from review_round o left join round_row p on p.province_id = o.province_id and p.round_id = o.id
         left join nominee_row r on r.province_id = p.province_id and r.id = p.row_id and r.state in ('open', 'held')
        where o.province_id = $1 and o.pack_hash = any($2) and o.status <> 'closed'
        group by o.province_id, o.id, o.code, o.title, o.created_at order by o.created_at, o.id`,
      [provinceId, packHashes],
    );
  }

  /** Open tasks of these dossiers and rounds. */
  async tasks(
    provinceId: string,
    subjects: { readonly dossierIds: readonly string[]; readonly roundIds: readonly string[] },
  ): Promise<readonly RunningTask[]> {
    return rowsOf<RunningTask>(
      this.database.reader,
      `select t.id, t.name, coalesce(d.code, o.code, '') as code, t.definition_id as "definitionId", t.element_id as "elementId",
              t.dossier_id as "dossierId", t.round_id as "roundId"
         from task t left join dossier d on d.province_id = t.province_id and d.id = t.dossier_id
         left join review_round o on o.province_id = t.province_id and o.id = t.round_id
        where t.province_id = $1 and t.status = 'open' and (t.dossier_id = any($2::uuid[]) or t.round_id = any($3::uuid[]))
        order by t.created_at, t.id`,
      [provinceId, subjects.dossierIds, subjects.roundIds],
    );
  }

  /** Takes a dossier's open rows out of rounds that have not voted yet; answers the rows, or undefined when one of them is past that. */
  async leaveRounds(tx: Parameters<typeof rowsOf>[0], provinceId: string, dossierId: string): Promise<readonly string[] | undefined> {
    const places = await rowsOf<{ rowId: string; roundId: string; status: string }>(
      tx,
      `select p.row_id as "rowId", p.round_id as "roundId", o.status from round_row p
         join review_round o on o.province_id = p.province_id and o.id = p.round_id
         join nominee_row r on r.province_id = p.province_id and r.id = p.row_id
        where p.province_id = $1 and r.dossier_id = $2 and r.state in ('open', 'held') order by p.row_id for update of o`,
      [provinceId, dossierId],
    );
    if (places.some(({ status }) => status !== 'collecting' && status !== 'appraising')) {
      return undefined;
    }
    await tx.query(
      `delete from round_row p using unnest($2::uuid[], $3::uuid[]) as gone(row_id, round_id)
        where p.province_id = $1 and p.row_id = gone.row_id and p.round_id = gone.round_id`,
      [provinceId, places.map((place) => place.rowId), places.map((place) => place.roundId)],
    );
    return [...new Set(places.map((place) => place.rowId))];
  }
}
