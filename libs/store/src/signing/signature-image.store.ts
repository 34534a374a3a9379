import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

export type ImageOwner = 'person' | 'org';

export interface SignatureImage {
  readonly ownerKind: ImageOwner;
  readonly ownerId: string;
  /** A PNG in the files. */
  readonly fileSha256: string;
  readonly keptAt: Date;
}

/** The picture a visible signature shows: a person's in blue, a body's seal in red (NĐ 30/2020). */
export class SignatureImageStore {
  constructor(private readonly database: Database) {}

  async of(provinceId: string, ownerIds: readonly string[]): Promise<readonly SignatureImage[]> {
    return rowsOf<SignatureImage>(
      this.database.reader,
      `select owner_kind as "ownerKind", owner_id as "ownerId", file_sha256 as "fileSha256", kept_at as "keptAt"
       from signature_image where province_id = $1 and owner_id = any($2)`,
      [provinceId, ownerIds],
    );
  }

  async put(
    tx: Tx,
    provinceId: string,
    one: Pick<SignatureImage, 'ownerKind' | 'ownerId' | 'fileSha256'> & { readonly keptBy: string | null; readonly atMs: number },
  ): Promise<void> {
    await tx.query(
      `insert into signature_image (province_id, owner_kind, owner_id, file_sha256, kept_by, kept_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (province_id, owner_kind, owner_id) do update set file_sha256 = excluded.file_sha256, kept_by = excluded.kept_by, kept_at = excluded.kept_at`,
      [provinceId, one.ownerKind, one.ownerId, one.fileSha256, one.keptBy, new Date(one.atMs)],
    );
  }
}
