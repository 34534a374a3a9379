import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';
import type { NumberSource } from './number.store';
import type { PaperState } from './paper.store';

export interface RegisterRecord {
  readonly orgId: string;
  readonly orgName: string;
  readonly documentType: string;
  readonly year: number;
  readonly mode: NumberSource;
  readonly lines: number;
  readonly canceled: number;
  /** The last number taken; null on an empty series. */
  readonly last: string | null;
}

export interface RegisterLine {
  readonly documentType: string;
  readonly numberText: string;
  readonly date: string;
  readonly kind: string;
  readonly title: string;
  readonly signer: string;
  readonly recipients: readonly string[];
  readonly paperId: string | null;
  readonly takenAt: Date;
  /** The records clerk, by name. */
  readonly takenBy: string | null;
  readonly canceledAt: Date | null;
  readonly cancelReason: string | null;
  readonly state: PaperState | null;
  readonly issuedAt: Date | null;
  readonly pages: number | null;
}

/** A signed paper that has not left the house. */
export interface WaitingPaper {
  readonly id: string;
  readonly orgId: string;
  readonly orgName: string;
  readonly kind: string;
  readonly title: string;
  /** Of its dossier or round. */
  readonly code: string;
  readonly state: 'signed' | 'numbered';
  readonly signedAt: Date;
  readonly numberText: string | null;
  readonly dossierId: string | null;
  readonly roundId: string | null;
}

export interface RegisterWanted {
  readonly orgId: string;
  readonly year: number;
  /** Null: every type of the body. */
  readonly documentType: string | null;
  /** Part of a number, a title or a name, without marks of case. */
  readonly search: string | null;
}

/** Reads of the registers: what stands in them, and what waits to get in or out of the house. */
export class RegisterStore {
  constructor(private readonly database: Database) {}

  async registers(provinceId: string, orgIds: readonly string[], year: number): Promise<readonly RegisterRecord[]> {
    return rowsOf<RegisterRecord>(
      this.database.reader,
      `select s.org_id as "orgId", o.name as "orgName", s.document_type as "documentType", s.year, s.mode, count(r.number_text)::int as lines,
         count(r.canceled_at)::int as canceled, (array_agg(r.number_text order by r.taken_at desc, r.n desc) filter (where r.number_text is not null))[1] as last
       from series s join org o on o.province_id = s.province_id and o.id = s.org_id
         left join number_register r on r.province_id = s.province_id and r.series_id = s.id
       where s.province_id = $1 and s.org_id = any($2::uuid[]) and s.year = $3
       group by s.province_id, s.id, s.org_id, o.name, s.document_type, s.year, s.mode order by o.name, s.document_type`,
      [provinceId, orgIds, year],
    );
  }

  /** In order of numbers: ours as they were counted, those of elsewhere by day and number. */
  async lines(provinceId: string, wanted: RegisterWanted): Promise<readonly RegisterLine[]> {
    return rowsOf<RegisterLine>(
      this.database.reader,
      `select s.document_type as "documentType", r.number_text as "numberText", r.date, r.kind, r.title, r.signer, r.recipients,
         r.paper_id as "paperId", r.taken_at as "takenAt", h.full_name as "takenBy", r.canceled_at as "canceledAt", r.cancel_reason as "cancelReason",
         p.state, p.issued_at as "issuedAt", p.pages
       from series s join number_register r on r.province_id = s.province_id and r.series_id = s.id
         left join paper p on p.province_id = r.province_id and p.id = r.paper_id
         left join position t on t.province_id = r.province_id and t.id = r.taken_by
         left join person h on h.province_id = t.province_id and h.id = t.person_id
       where s.province_id = $1 and s.org_id = $2 and s.year = $3 and ($4::text is null or s.document_type = $4)
         and ($5::text is null or position(lower($5) in lower(r.number_text || ' ' || r.title || ' ' || r.signer || ' ' || array_to_string(r.recipients, ' '))) > 0)
       order by s.document_type, r.n nulls last, r.date, substring(r.number from '^\\d+')::int, r.number`,
      [provinceId, wanted.orgId, wanted.year, wanted.documentType, wanted.search],
    );
  }

  /** Signed papers of these kinds that are not issued, in the order they were signed. */
  async waiting(provinceId: string, orgIds: readonly string[], kinds: readonly string[]): Promise<readonly WaitingPaper[]> {
    return rowsOf<WaitingPaper>(
      this.database.reader,
      `select p.id, p.org_id as "orgId", o.name as "orgName", p.kind, p.title, coalesce(d.code, v.code, '') as code, p.state, p.signed_at as "signedAt",
         p.number_text as "numberText", p.dossier_id as "dossierId", p.round_id as "roundId"
       from paper p join org o on o.province_id = p.province_id and o.id = p.org_id
         left join dossier d on d.province_id = p.province_id and d.id = p.dossier_id
         left join review_round v on v.province_id = p.province_id and v.id = p.round_id
       where p.province_id = $1 and p.org_id = any($2::uuid[]) and p.kind = any($3) and p.state in ('signed', 'numbered') and p.signed_at is not null
       order by p.signed_at, p.id limit 500`,
      [provinceId, orgIds, kinds],
    );
  }

  /** Open tasks that end with a number, of the records clerks of these bodies. */
  async numberingTasks(tx: Tx, provinceId: string, orgIds: readonly string[]): Promise<readonly string[]> {
    const rows = await rowsOf<{ id: string }>(
      tx,
      `select t.id from task t where t.province_id = $1 and t.status = 'open' and t.form_id = 'cap-so'
         and t.id in (select i.task_id from inbox i where i.province_id = $1 and i.principal = any($2)) order by t.created_at, t.id`,
      [provinceId, orgIds.map((id) => `pos:${id}/records-clerk`)],
    );
    return rows.map((row) => row.id);
  }
}
