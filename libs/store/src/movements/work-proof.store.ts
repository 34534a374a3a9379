import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

/** A file that proves something in a work of a movement; `place` is the item or criterion it stands at. */
export interface WorkProof {
  readonly workId: string;
  readonly place: string;
  readonly sha256: string;
  readonly name: string;
}

export class WorkProofStore {
  constructor(private readonly database: Database) {}

  /** The same file at the same place stands once. */
  async add(tx: Tx, provinceId: string, proof: WorkProof & { readonly personId: string; readonly atMs: number }): Promise<void> {
    await tx.query(
      `insert into work_proof (province_id, work_id, place, sha256, name, person_id, at) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
      [provinceId, proof.workId, proof.place, proof.sha256, proof.name, proof.personId, new Date(proof.atMs)],
    );
  }

  async remove(tx: Tx, provinceId: string, { workId, place, sha256 }: Omit<WorkProof, 'name'>): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      'delete from work_proof where province_id = $1 and work_id = $2 and place = $3 and sha256 = $4 returning sha256',
      [provinceId, workId, place, sha256],
    );
    return rows.length === 1;
  }

  async ofWorks(provinceId: string, workIds: readonly string[], tx: Tx = this.database.reader): Promise<readonly WorkProof[]> {
    return rowsOf(
      tx,
      'select p.work_id as "workId", p.place, p.sha256, p.name from work_proof p where p.province_id = $1 and p.work_id = any($2::uuid[]) order by p.at, p.sha256',
      [provinceId, workIds],
    );
  }
}
