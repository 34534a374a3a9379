import { createHash } from 'node:crypto';
import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';
import { FileDamaged, FileInfected, FileInQuarantine } from './errors';
import { FileKeys } from './file-keys';
import type { FilePlaces } from './file-place';

export interface StoredFile {
  readonly sha256: string;
  readonly mime: string;
  readonly size: number;
  readonly pages: number | null;
  /** Made here, not sent by people. */
  readonly own: boolean;
  readonly bytes: Buffer;
}

/** What a file is, without its bytes. */
export type FileFacts = Omit<StoredFile, 'bytes'> & { readonly scan: FileScan };

/** `own`: made here. `unscanned`: came in while no scanner was configured. `waiting`: in quarantine. */
export type FileScan = 'own' | 'unscanned' | 'waiting' | 'clean' | 'infected';

export interface NewFile {
  readonly bytes: Uint8Array;
  readonly mime: string;
  readonly atMs: number;
  readonly scan?: Exclude<FileScan, 'infected'>;
  readonly pages?: number | null;
  /** Of the bytes as they were sent, where they were re-encoded or cleaned. */
  readonly originalSha256?: string | null;
}

export interface FileStoreOptions {
  readonly places?: FilePlaces;
  readonly keys?: FileKeys;
}

interface Row {
  readonly sha256: string;
  readonly mime: string;
  readonly size: number;
  readonly pages: number | null;
  readonly bytes: Buffer | null;
  readonly location: 'database' | 'disk' | 's3';
  readonly keyId: string | null;
  readonly scan: FileScan;
  readonly scanFound: string | null;
}

/**
 * Bytes by the SHA-256 of what they say, whatever they are sealed with and wherever they lie: the same file twice is one row, and a row cannot
 * be another file. A new file is a row of the transaction it belongs to; the worker moves its bytes to another place later (ADR 10).
 */
export class FileStore {
  private readonly places: FilePlaces;
  private readonly keys: FileKeys;

  constructor(
    private readonly database: Database,
    { places = {}, keys = new FileKeys([]) }: FileStoreOptions = {},
  ) {
    this.places = places;
    this.keys = keys;
  }

  /** Answers the SHA-256 the file is found by. A file that waited in quarantine and now comes in as clean leaves it. */
  async put(tx: Tx, provinceId: string, file: NewFile): Promise<string> {
    const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const sealed = this.keys.seal(`${provinceId}/${sha256}`, bytes);
    const at = new Date(file.atMs);
    const { scan = 'own', pages = null, originalSha256 = null } = file;
    await tx.query(
      `insert into file (province_id, sha256, mime, size, bytes, key_id, scan, scanned_at, pages, original_sha256, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, case when $7 = 'clean' then $10::timestamptz end, $8, $9, $10)
       on conflict (province_id, sha256) do update set scan = excluded.scan, scanned_at = excluded.scanned_at
         where file.scan = 'waiting' and excluded.scan = 'clean'`,
      [provinceId, sha256, file.mime, bytes.length, sealed.bytes, sealed.keyId, scan, pages, originalSha256, at],
    );
    return sha256;
  }

  /**
   * From wherever it lies: the row alone is read by `tx`, so never call this inside a transaction of writes when files lie elsewhere.
   * @throws FileInQuarantine, FileInfected, FileDamaged
   */
  async get(provinceId: string, sha256: string, tx: Tx = this.database.reader): Promise<StoredFile | undefined> {
    const row = await this.row(provinceId, sha256, tx);
    if (row === undefined) {
      return undefined;
    }
    if (row.scan === 'waiting') {
      throw new FileInQuarantine('the file waits for the scanner', { sha256 });
    }
    if (row.scan === 'infected') {
      throw new FileInfected('the scanner found something in the file', { sha256, found: row.scanFound ?? '' });
    }
    const { mime, size, pages } = row;
    return { sha256, mime, size, pages, own: row.scan === 'own', bytes: await this.opened(provinceId, row) };
  }

  /** What the file is, also while it may not be read. */
  async about(provinceId: string, sha256: string, tx: Tx = this.database.reader): Promise<FileFacts | undefined> {
    const rows = await rowsOf<FileFacts>(
      tx,
      `select sha256, mime, size, pages, scan, scan = 'own' as own from file where province_id = $1 and sha256 = $2`,
      [provinceId, sha256],
    );
    return rows[0];
  }

  /** For the scanner alone: what lies in quarantine. @throws FileDamaged */
  async getWaiting(provinceId: string, sha256: string): Promise<Buffer | undefined> {
    const row = await this.row(provinceId, sha256, this.database.reader);
    return row?.scan === 'waiting' ? this.opened(provinceId, row) : undefined;
  }

  private async row(provinceId: string, sha256: string, tx: Tx): Promise<Row | undefined> {
    const rows = await rowsOf<Row>(
      tx,
      `select sha256, mime, size, pages, bytes, location, key_id as "keyId", scan, scan_found as "scanFound"
       from file where province_id = $1 and sha256 = $2`,
      [provinceId, sha256],
    );
    return rows[0];
  }

  private async opened(provinceId: string, row: Row): Promise<Buffer> {
    const { sha256, location } = row;
    const lying = await this.lying(provinceId, row);
    const bytes = this.keys.open(`${provinceId}/${sha256}`, lying, row.keyId);
    if (bytes === undefined) {
      throw new FileDamaged('the file cannot be opened with its key', { sha256, location, reason: 'key' });
    }
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
      throw new FileDamaged('the file is not what its hash says', { sha256, location, reason: 'damaged' });
    }
    return bytes;
  }

  private async lying(provinceId: string, { sha256, location, bytes }: Row): Promise<Buffer> {
    if (location === 'database') {
      return bytes ?? Buffer.alloc(0);
    }
    const place = this.places[location];
    if (place === undefined) {
      throw new FileDamaged('nobody told where such files lie', { sha256, location, reason: 'place' });
    }
    // Gone from there between the two reads: the mover has taken it elsewhere, and its row says where.
    const found = (await place.get({ provinceId, sha256 })) ?? (await this.elsewhere(provinceId, sha256, location));
    if (found === undefined) {
      throw new FileDamaged('the file is not where its row says', { sha256, location, reason: 'missing' });
    }
    return found;
  }

  private async elsewhere(provinceId: string, sha256: string, left: Row['location']): Promise<Buffer | undefined> {
    const now = await this.row(provinceId, sha256, this.database.reader);
    if (now === undefined || now.location === left) {
      return undefined;
    }
    return now.location === 'database' ? (now.bytes ?? undefined) : this.places[now.location]?.get({ provinceId, sha256 });
  }
}
