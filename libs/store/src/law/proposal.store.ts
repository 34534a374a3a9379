import type { Pack } from '@thidua/awards';
import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';
import type { LawPaper, Settling } from './confirmation.store';

export type ProposalStatus = 'proposed' | 'in-force' | 'declined' | 'withdrawn';

export interface NewProposal extends LawPaper {
  readonly id: string;
  /** The pack as it was when the proposal was made. */
  readonly baseHash: string;
  /** A local pack, complete and read without a problem. */
  readonly content: Pack;
  readonly summary: string;
  readonly note: string | null;
  readonly proposedBy: string;
  readonly atMs: number;
}

export interface ProposalRecord extends Omit<NewProposal, 'atMs'> {
  readonly provinceId: string;
  readonly status: ProposalStatus;
  readonly proposedAt: Date;
  readonly settledBy: string | null;
  readonly settledAt: Date | null;
  readonly reason: string | null;
  readonly localHash: string | null;
  readonly effectiveHash: string | null;
}

export interface Enforced {
  readonly personId: string;
  readonly atMs: number;
  readonly localHash: string;
  readonly effectiveHash: string;
}

const COLUMNS = `province_id as "provinceId", id, base_hash as "baseHash", content, summary, body, number_text as "numberText", dated::text as dated,
  file_sha256 as "fileSha256", note, status, proposed_by as "proposedBy", proposed_at as "proposedAt", settled_by as "settledBy",
  settled_at as "settledAt", reason, local_hash as "localHash", effective_hash as "effectiveHash"`;

/** A province's own rows over a pack: one proposes, another puts them in force. */
export class LawProposalStore {
  constructor(private readonly database: Database) {}

  async propose(tx: Tx, provinceId: string, one: NewProposal): Promise<void> {
    await tx.query(
      `insert into law_proposal (province_id, id, base_hash, content, summary, body, number_text, dated, file_sha256, note, status, proposed_by, proposed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8::date, $9, $10, 'proposed', $11, $12)`,
      [
        provinceId,
        one.id,
        one.baseHash,
        JSON.stringify(one.content),
        one.summary,
        one.body,
        one.numberText,
        one.dated,
        one.fileSha256,
        one.note,
        one.proposedBy,
        new Date(one.atMs),
      ],
    );
  }

  /** False when it was settled already. The database refuses a proposer who puts his own rows in force. */
  async enforce(tx: Tx, provinceId: string, id: string, by: Enforced): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `update law_proposal set status = 'in-force', settled_by = $3, settled_at = $4, local_hash = $5, effective_hash = $6
        where province_id = $1 and id = $2 and status = 'proposed' returning id`,
      [provinceId, id, by.personId, new Date(by.atMs), by.localHash, by.effectiveHash],
    );
    return rows.length > 0;
  }

  async close(tx: Tx, provinceId: string, id: string, status: 'declined' | 'withdrawn', by: Settling): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `update law_proposal set status = $3, settled_by = $4, settled_at = $5, reason = $6
        where province_id = $1 and id = $2 and status = 'proposed' returning id`,
      [provinceId, id, status, by.personId, new Date(by.atMs), by.reason],
    );
    return rows.length > 0;
  }

  async byId(provinceId: string, id: string, tx: Tx = this.database.reader): Promise<ProposalRecord | undefined> {
    const rows = await rowsOf<ProposalRecord>(tx, `select ${COLUMNS} from law_proposal where province_id = $1 and id = $2`, [
      provinceId,
      id,
    ]);
    return rows[0];
  }

  /** Local packs that provinces have put in force, in order. */
  async inForce(tx: Tx = this.database.reader): Promise<readonly Pack[]> {
    const rows = await rowsOf<{ content: Pack }>(
      tx,
      `select content from law_proposal where status = 'in-force' order by settled_at, id`,
      [],
    );
    return rows.map((row) => row.content);
  }

  /** All of a province, newest first. */
  async ofProvince(provinceId: string, tx: Tx = this.database.reader): Promise<readonly ProposalRecord[]> {
    return rowsOf<ProposalRecord>(
      tx,
      `select ${COLUMNS} from law_proposal where province_id = $1 order by coalesce(settled_at, proposed_at) desc, id`,
      [provinceId],
    );
  }
}
