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

/** An incident with what it stands in the way of. */
export interface IncidentAbout extends IncidentRecord {
  readonly processName: string;
  /** Who had it tried again; null while open, or when its step went away by itself. */
  readonly resolvedBy: string | null;
  readonly kind: 'dossier' | 'round' | 'work' | null;
  readonly aboutId: string | null;
  readonly code: string | null;
  readonly title: string | null;
}

export interface IncidentFilter {
  readonly open: boolean;
  readonly cause: string | null;
  readonly process: string | null;
  /** Part of a code, a title or a business key; LIKE signs are escaped. */
  readonly text: string | null;
  /** Oldest open ones first, newest resolved ones first. */
  readonly limit: number;
}

/** A job that a retry has put into the queue. */
export interface QueuedJob {
  readonly attempts: number;
  readonly retries: number;
  readonly nextAt: Date;
  readonly lastError: string | null;
}

const COLUMNS = `n.id, n.instance_id as "instanceId", n.element_id as "elementId", n.cause, n.detail, n.raised_at as "raisedAt", n.resolved_at as "resolvedAt",
  i.business_key as "businessKey", i.definition_id as "definitionId", i.key`;
const FROM = 'incident n join process_instance i on i.province_id = n.province_id and i.id = n.instance_id';
const ABOUT = `${COLUMNS}, f.name as "processName", p.full_name as "resolvedBy",
  case when d.id is not null then 'dossier' when v.id is not null then 'round' when k.id is not null then 'work' end as kind,
  coalesce(d.id, v.id, k.id) as "aboutId", coalesce(d.code, v.code, k.code) as code, coalesce(d.title, v.title, k.title) as title`;
const WITH_ABOUT = `${FROM} join process_definition f on f.province_id = i.province_id and f.id = i.definition_id
  left join person p on p.province_id = n.province_id and p.id = n.resolved_by
  left join dossier d on d.province_id = i.province_id and d.id = i.dossier_id
  left join review_round v on v.province_id = i.province_id and v.id = i.round_id and i.dossier_id is null
  left join movement_work k on k.province_id = i.province_id and k.instance_id = i.id and i.dossier_id is null and i.round_id is null`;
/** $3 cause, $4 process, $5 text. */
const ASKED = `n.province_id = $1 and (n.resolved_at is null) = $2 and ($3::text is null or n.cause = $3) and ($4::text is null or i.key = $4)
  and ($5::text is null or i.business_key ilike '%' || $5 || '%' or coalesce(d.code, v.code, k.code) ilike '%' || $5 || '%'
    or coalesce(d.title, v.title, k.title) ilike '%' || $5 || '%' or f.name ilike '%' || $5 || '%')`;

/** Where a process needs a person. */
export class IncidentStore {
  constructor(private readonly database: Database) {}

  async list(provinceId: string, { open, cause, process, text, limit }: IncidentFilter): Promise<readonly IncidentAbout[]> {
    return rowsOf<IncidentAbout>(
      this.database.reader,
      `select ${ABOUT} from ${WITH_ABOUT} where ${ASKED}
       order by case when $2 then n.raised_at end, n.resolved_at desc, n.id limit $6`,
      [provinceId, open, cause, process, text, limit],
    );
  }

  /** How many there are in all by cause and process, whatever is asked for. */
  async counts(
    provinceId: string,
    open: boolean,
  ): Promise<readonly { readonly cause: string; readonly key: string; readonly name: string; readonly count: number }[]> {
    return rowsOf(
      this.database.reader,
      `select n.cause, i.key, max(f.name) as name, count(*)::int as count from ${FROM}
         join process_definition f on f.province_id = i.province_id and f.id = i.definition_id
       where n.province_id = $1 and (n.resolved_at is null) = $2 group by n.cause, i.key order by count(*) desc, n.cause, i.key`,
      [provinceId, open],
    );
  }

  async byId(provinceId: string, id: string, tx: Tx = this.database.reader): Promise<IncidentAbout | undefined> {
    const rows = await rowsOf<IncidentAbout>(tx, `select ${ABOUT} from ${WITH_ABOUT} where n.province_id = $1 and n.id = $2`, [
      provinceId,
      id,
    ]);
    return rows[0];
  }

  async ofInstance(provinceId: string, instanceId: string): Promise<readonly IncidentRecord[]> {
    return rowsOf<IncidentRecord>(
      this.database.reader,
      `select ${COLUMNS} from ${FROM} where n.province_id = $1 and n.instance_id = $2 order by n.raised_at`,
      [provinceId, instanceId],
    );
  }

  /** The incidents of one place of one token, oldest first: a retry that fails raises the next. */
  async ofPlace(provinceId: string, { id, instanceId }: Pick<IncidentRecord, 'id' | 'instanceId'>): Promise<readonly IncidentAbout[]> {
    return rowsOf<IncidentAbout>(
      this.database.reader,
      `with raised as (select (e.body ->> 'incidentId')::uuid as incident, e.body ->> 'key' as place, e.body ->> 'element' as element, e.version, e.seq
         from event e where e.province_id = $1 and e.instance_id = $2 and e.type = 'incident-raised')
       select ${ABOUT} from raised r join raised mine on mine.incident = $3 and mine.place = r.place and mine.element = r.element
         join incident x on x.province_id = $1 and x.id = r.incident
         join (${WITH_ABOUT}) on n.province_id = x.province_id and n.id = x.id order by r.version, r.seq`,
      [provinceId, instanceId, id],
    );
  }

  /** The job that is open at a step, if there is one. */
  async jobAt(provinceId: string, instanceId: string, elementId: string): Promise<QueuedJob | undefined> {
    const rows = await rowsOf<QueuedJob>(
      this.database.reader,
      `select attempts::int, retries::int, next_at as "nextAt", last_error as "lastError" from job
       where province_id = $1 and instance_id = $2 and element_id = $3 and status = 'open' order by id desc limit 1`,
      [provinceId, instanceId, elementId],
    );
    return rows[0];
  }

  /** Who resolved it; the step itself writes when. */
  async noteResolver(tx: Tx, provinceId: string, id: string, personId: string): Promise<void> {
    await tx.query('update incident set resolved_by = $3 where province_id = $1 and id = $2', [provinceId, id, personId]);
  }
}
