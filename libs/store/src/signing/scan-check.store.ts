import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

export type ScanVerdict = 'alike' | 'unsure' | 'different';

/** What comparing a scan with the frozen print found; null where it could not be asked (a scan without text). */
export interface ScanFindings {
  readonly pages: number | null;
  readonly pagesEqual: boolean | null;
  /** 0 to 1: words of the print that the scan has too. */
  readonly textShare: number | null;
  /** 0 to 1: how alike the pages look. */
  readonly pictureShare: number | null;
  readonly numberSeen: boolean | null;
  readonly verdict: ScanVerdict;
}

export interface ScanCheck extends ScanFindings {
  readonly paperId: string;
  readonly scanSha256: string;
  readonly printSha256: string;
  readonly uploadedBy: string;
  readonly uploadedAt: Date;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Date | null;
  /** Why a scan that does not look like its print was confirmed all the same. */
  readonly reason: string | null;
}

export type NewScanCheck = Omit<ScanCheck, 'uploadedAt' | 'confirmedBy' | 'confirmedAt' | 'reason'> & { readonly atMs: number };

/** The scan of a paper signed by hand, held against the print until a records clerk confirms it. */
export class ScanCheckStore {
  constructor(private readonly database: Database) {}

  async of(provinceId: string, paperId: string, tx: Tx = this.database.reader): Promise<ScanCheck | undefined> {
    const rows = await rowsOf<ScanCheck>(
      tx,
      `select paper_id as "paperId", scan_sha256 as "scanSha256", print_sha256 as "printSha256", pages, pages_equal as "pagesEqual",
         text_share::float8 as "textShare", picture_share::float8 as "pictureShare", number_seen as "numberSeen", verdict,
         uploaded_by as "uploadedBy", uploaded_at as "uploadedAt", confirmed_by as "confirmedBy", confirmed_at as "confirmedAt", reason
       from scan_check where province_id = $1 and paper_id = $2`,
      [provinceId, paperId],
    );
    return rows[0];
  }

  /** A better scan takes the place of one that is not confirmed. False: one is confirmed already. */
  async put(tx: Tx, provinceId: string, one: NewScanCheck): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `insert into scan_check (province_id, paper_id, scan_sha256, print_sha256, pages, pages_equal, text_share, picture_share, number_seen, verdict, uploaded_by, uploaded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       on conflict (province_id, paper_id) do update set scan_sha256 = excluded.scan_sha256, print_sha256 = excluded.print_sha256, pages = excluded.pages,
         pages_equal = excluded.pages_equal, text_share = excluded.text_share, picture_share = excluded.picture_share,
         number_seen = excluded.number_seen, verdict = excluded.verdict, uploaded_by = excluded.uploaded_by, uploaded_at = excluded.uploaded_at
         where scan_check.confirmed_at is null
       returning paper_id`,
      [
        provinceId,
        one.paperId,
        one.scanSha256,
        one.printSha256,
        one.pages,
        one.pagesEqual,
        one.textShare,
        one.pictureShare,
        one.numberSeen,
        one.verdict,
        one.uploadedBy,
        new Date(one.atMs),
      ],
    );
    return rows.length === 1;
  }

  /** False: there is no such scan waiting. */
  async confirm(
    tx: Tx,
    provinceId: string,
    of: { readonly paperId: string; readonly scanSha256: string },
    by: { readonly personId: string; readonly atMs: number; readonly reason: string | null },
  ): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      `update scan_check set confirmed_by = $4, confirmed_at = $5, reason = $6
       where province_id = $1 and paper_id = $2 and scan_sha256 = $3 and confirmed_at is null returning paper_id`,
      [provinceId, of.paperId, of.scanSha256, by.personId, new Date(by.atMs), by.reason],
    );
    return rows.length === 1;
  }
}
