import type { JsonObject } from '@thidua/kernel';
import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';
import { auditHash, type AuditFacts } from './audit-hash';

export interface TrailLine {
  readonly at: Date;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly action: string;
  readonly personId: string | null;
  readonly positionId: string | null;
  readonly onBehalfOf: string | null;
  readonly facts: JsonObject;
}

/** What a verb without a step says of its act; steps write the lines of instances themselves. */
export interface TrailEntry extends AuditFacts {
  readonly subjectType:
    | 'dossier'
    | 'round'
    | 'definition'
    | 'clock'
    | 'paper'
    | 'calendar'
    | 'fund'
    | 'evidence'
    | 'law'
    | 'number-source'
    | 'paper-template'
    | 'blank'
    | 'credential'
    | 'movement'
    | 'movement-work'
    | 'plan-draft'
    | 'organisation'
    | 'person'
    | 'account'
    | 'position'
    | 'council'
    | 'delegation'
    | 'register-import'
    | 'audit'
    | 'task';
}

/** The trail of acts: one chain of hashes per subject. */
export class TrailStore {
  constructor(private readonly database: Database) {}

  /** Adds a line to the subject's chain, in the transaction of the act. */
  async append(tx: Tx, provinceId: string, entry: TrailEntry): Promise<void> {
    const { subjectType, ...facts } = entry;
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 4))', [`${provinceId}/${subjectType}/${entry.subjectId}`]);
    // The head and not the last line: what is written after a line that somebody removed does not follow from the one before it.
    const [head] = await rowsOf<{ hash: string }>(
      tx,
      'select last_hash as hash from audit_head where province_id = $1 and subject_type = $2 and subject_id = $3',
      [provinceId, subjectType, entry.subjectId],
    );
    const prevHash = head?.hash ?? '';
    await tx.query(
      `with line as (
         insert into audit (province_id, at, subject_type, subject_id, action, person_id, position_id, on_behalf_of, grant_version, facts, prev_hash, hash)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning province_id, subject_type, subject_id, id, hash)
       insert into audit_head as h (province_id, subject_type, subject_id, lines, last_id, last_hash)
       select province_id, subject_type, subject_id, 1, id, hash from line
       on conflict (province_id, subject_type, subject_id)
         do update set lines = h.lines + 1, last_id = excluded.last_id, last_hash = excluded.last_hash`,
      [
        provinceId,
        new Date(entry.atMs),
        subjectType,
        entry.subjectId,
        entry.action,
        entry.personId ?? null,
        entry.positionId ?? null,
        entry.onBehalfOf ?? null,
        entry.grantVersion ?? null,
        JSON.stringify(entry.facts),
        prevHash,
        auditHash(prevHash, facts),
      ],
    );
  }

  /** Whether a file came in as a paper of the law: a hash that somebody merely knows opens nothing. */
  async isLawFile(provinceId: string, sha256: string): Promise<boolean> {
    const rows = await rowsOf(
      this.database.reader,
      `select 1 from audit where province_id = $1 and subject_type = 'law' and action = 'law-file-uploaded' and facts ->> 'sha256' = $2 limit 1`,
      [provinceId, sha256],
    );
    return rows.length > 0;
  }

  /** Lines of these subjects together (a dossier and its processes), oldest first. */
  async timeline(provinceId: string, subjectIds: readonly string[]): Promise<readonly TrailLine[]> {
    return rowsOf<TrailLine>(
      this.database.reader,
      `select at, subject_type as "subjectType", subject_id as "subjectId", action, person_id as "personId", position_id as "positionId",
         on_behalf_of as "onBehalfOf", facts
       from audit where province_id = $1 and subject_id = any($2::uuid[]) order by at, id`,
      [provinceId, subjectIds],
    );
  }
}
