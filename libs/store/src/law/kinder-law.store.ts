import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

export interface KinderLaw {
  readonly id: string;
  readonly dossierId: string;
  readonly fromHash: string;
  readonly toHash: string;
  readonly reason: string;
  readonly citation: string;
  readonly byPerson: string;
  readonly atMs: number;
}

/** 'Quy định có lợi hơn': the dossier follows another pack from now on; its open rounds and its running processes with it. */
export class KinderLawStore {
  constructor(private readonly database: Database) {}

  /** False when the dossier is no longer pinned to `fromHash`; nothing is written then. */
  async move(tx: Tx, provinceId: string, one: KinderLaw): Promise<boolean> {
    const moved = await rowsOf(
      tx,
      'update dossier set pack_hash = $4, version = version + 1 where province_id = $1 and id = $2 and pack_hash = $3 returning id',
      [provinceId, one.dossierId, one.fromHash, one.toHash],
    );
    if (moved.length === 0) {
      return false;
    }
    await tx.query('update process_instance set pack_hash = $3 where province_id = $1 and dossier_id = $2', [
      provinceId,
      one.dossierId,
      one.toHash,
    ]);
    await tx.query(
      `insert into kinder_law (province_id, id, dossier_id, from_hash, to_hash, reason, citation, by_person, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [provinceId, one.id, one.dossierId, one.fromHash, one.toHash, one.reason, one.citation, one.byPerson, new Date(one.atMs)],
    );
    return true;
  }

  /** Of a dossier, oldest first. */
  async ofDossier(
    provinceId: string,
    dossierId: string,
    tx: Tx = this.database.reader,
  ): Promise<readonly (Omit<KinderLaw, 'atMs'> & { readonly at: Date })[]> {
    return rowsOf(
      tx,
      `select id, dossier_id as "dossierId", from_hash as "fromHash", to_hash as "toHash", reason, citation, by_person as "byPerson", at
         from kinder_law where province_id = $1 and dossier_id = $2 order by at, id`,
      [provinceId, dossierId],
    );
  }
}
