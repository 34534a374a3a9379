import { createHash } from 'node:crypto';
import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

export interface StoredFile {
  readonly sha256: string;
  readonly mime: string;
  readonly size: number;
  readonly bytes: Buffer;
}

/** Bytes by their SHA-256: the same file twice is one row, and a row cannot be another file. */
export class FileStore {
  constructor(private readonly database: Database) {}

  /** Answers the SHA-256 the file is found by. */
  async put(
    tx: Tx,
    provinceId: string,
    file: { readonly bytes: Uint8Array; readonly mime: string; readonly atMs: number },
  ): Promise<string> {
    const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await tx.query(
      'insert into file (province_id, sha256, mime, size, bytes, created_at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing',
      [provinceId, sha256, file.mime, bytes.length, bytes, new Date(file.atMs)],
    );
    return sha256;
  }

  async get(provinceId: string, sha256: string, tx: Tx = this.database.reader): Promise<StoredFile | undefined> {
    const rows = await rowsOf<StoredFile>(tx, 'select sha256, mime, size, bytes from file where province_id = $1 and sha256 = $2', [
      provinceId,
      sha256,
    ]);
    return rows[0];
  }
}
