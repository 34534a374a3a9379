import { createHash } from 'node:crypto';
import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

/** An absent member's paper, without what it says. */
export interface WrittenOpinionRecord {
  readonly personId: string;
  readonly fullName: string;
  readonly kind: 'typed' | 'scan';
  readonly mime: string | null;
  readonly sealedSha256: string;
  readonly sentAt: Date;
  readonly sentBy: string;
  readonly openedAt: Date | null;
  readonly valid: boolean | null;
}

export interface NewWrittenOpinion {
  readonly sessionId: string;
  readonly personId: string;
  readonly kind: 'typed' | 'scan';
  readonly mime: string | null;
  readonly sealed: Uint8Array;
  readonly atMs: number;
  readonly sentBy: string;
}

/** Written opinions of absent members, sealed until they are counted (decision 25). */
export class WrittenOpinionStore {
  constructor(private readonly database: Database) {}

  async ofSession(provinceId: string, sessionId: string, tx: Tx = this.database.reader): Promise<readonly WrittenOpinionRecord[]> {
    return rowsOf<WrittenOpinionRecord>(
      tx,
      `select w.person_id as "personId", p.full_name as "fullName", w.kind, w.mime, w.sealed_sha256 as "sealedSha256", w.sent_at as "sentAt",
         w.sent_by as "sentBy", w.opened_at as "openedAt", w.valid
       from written_opinion w join person p on p.province_id = w.province_id and p.id = w.person_id
       where w.province_id = $1 and w.session_id = $2 order by p.search_name, w.person_id`,
      [provinceId, sessionId],
    );
  }

  async add(tx: Tx, provinceId: string, opinion: NewWrittenOpinion): Promise<void> {
    const { sessionId, personId, kind, mime, atMs, sentBy } = opinion;
    const sealed = Buffer.from(opinion.sealed);
    const sha256 = createHash('sha256').update(sealed).digest('hex');
    await tx.query(
      `insert into written_opinion (province_id, session_id, person_id, kind, mime, sealed, sealed_sha256, sent_at, sent_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [provinceId, sessionId, personId, kind, mime, sealed, sha256, new Date(atMs), sentBy],
    );
  }

  async sealed(provinceId: string, sessionId: string, personId: string, tx: Tx = this.database.reader): Promise<Buffer | undefined> {
    const rows = await rowsOf<{ sealed: Buffer }>(
      tx,
      'select sealed from written_opinion where province_id = $1 and session_id = $2 and person_id = $3',
      [provinceId, sessionId, personId],
    );
    return rows[0]?.sealed;
  }

  /** The counting team has the envelopes in hand. */
  async open(tx: Tx, provinceId: string, sessionId: string, atMs: number): Promise<void> {
    await tx.query('update written_opinion set opened_at = coalesce(opened_at, $3) where province_id = $1 and session_id = $2', [
      provinceId,
      sessionId,
      new Date(atMs),
    ]);
    await tx.query('update council_session set opinions_opened_at = coalesce(opinions_opened_at, $3) where province_id = $1 and id = $2', [
      provinceId,
      sessionId,
      new Date(atMs),
    ]);
  }

  async setValid(tx: Tx, provinceId: string, sessionId: string, invalid: readonly string[]): Promise<void> {
    await tx.query('update written_opinion set valid = not (person_id = any($3)) where province_id = $1 and session_id = $2', [
      provinceId,
      sessionId,
      invalid,
    ]);
  }
}
