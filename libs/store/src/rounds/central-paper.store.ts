import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

/** differs: the centre proposes another form; answered, agreed: what the province said; handed-over: copies and certificates given out. */
export type CentralPaperKind =
  'sent' | 'received' | 'returned' | 'opinion-asked' | 'answered' | 'differs' | 'agreed' | 'decision' | 'handed-over';

export interface CentralPaper {
  readonly id: string;
  readonly kind: CentralPaperKind;
  readonly numberText: string | null;
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly ground: string | null;
  readonly results: Readonly<Record<string, boolean>> | null;
  /** Of a paper that differs: the award it proposes, by row. */
  readonly awards: Readonly<Record<string, string>> | null;
  /** The post that recorded it. */
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

/** What went to the central level and what came back (decision 29). */
export class CentralPaperStore {
  constructor(private readonly database: Database) {}

  async ofRound(provinceId: string, roundId: string, tx: Tx = this.database.reader): Promise<readonly CentralPaper[]> {
    return rowsOf<CentralPaper>(
      tx,
      `select id, kind, number_text as "numberText", date, ground, results, awards, recorded_by as "recordedBy", recorded_at as "recordedAt"
       from central_paper where province_id = $1 and round_id = $2 order by recorded_at, id`,
      [provinceId, roundId],
    );
  }

  async record(
    tx: Tx,
    provinceId: string,
    roundId: string,
    paper: Omit<CentralPaper, 'recordedAt'> & { readonly atMs: number },
  ): Promise<void> {
    await tx.query(
      `insert into central_paper (province_id, id, round_id, kind, number_text, date, ground, results, recorded_by, recorded_at, awards)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        provinceId,
        paper.id,
        roundId,
        paper.kind,
        paper.numberText,
        paper.date,
        paper.ground,
        paper.results === null ? null : JSON.stringify(paper.results),
        paper.recordedBy,
        new Date(paper.atMs),
        paper.awards === null ? null : JSON.stringify(paper.awards),
      ],
    );
  }
}
