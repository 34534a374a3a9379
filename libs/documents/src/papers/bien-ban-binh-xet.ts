import type { Frame, Meeting, NomineeRow } from './common';

/** Minutes of the review meeting at the unit (law.md 12). `frame.signature` is the chair; the secretary signs on the left. */
export interface ReviewMinutes {
  readonly frame: Frame;
  /** Who met, as a sentence begins: 'Trường Tiểu học Gia Phúc'. */
  readonly unit: string;
  /** Trích yếu: 'Họp bình xét đề nghị khen thưởng phong trào thi đua “…” năm 2026'. */
  readonly subject: string;
  readonly meeting: Meeting;
  /** Sentences of the agenda. */
  readonly agenda: readonly string[];
  /** 'bỏ phiếu kín' or 'biểu quyết giơ tay'. */
  readonly votingMethod: string;
  /** Each with `votes`. */
  readonly rows: readonly NomineeRow[];
  /** What was said about the nominees; names of speakers only if the meeting wants them. */
  readonly opinions: readonly string[];
  readonly conclusions: readonly string[];
}
