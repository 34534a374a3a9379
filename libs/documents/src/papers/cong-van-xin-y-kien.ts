import type { Frame, NomineeRow } from './common';

/** Letter that asks a body for its opinion, or a managing body for a confirmation (cong-van-xin-y-kien, cong-van-xac-nhan; T-03, law.md 7.6). */
export interface OpinionLetter {
  readonly frame: Frame;
  /** After 'V/v': 'xin ý kiến về việc đề nghị tặng Bằng khen của Thủ tướng Chính phủ'. */
  readonly subject: string;
  readonly to: readonly string[];
  /** Opening paragraph: who has proposed whom for what. */
  readonly opening: string;
  /** Who is asked about; empty prints no list. */
  readonly rows: readonly NomineeRow[];
  /** What is to be answered, one each. */
  readonly questions: readonly string[];
  /** Last day for the answer; null when the law sets none. */
  readonly dueOn: string | null;
  /** What follows when nobody answers, in a sentence; '' prints nothing. */
  readonly silence: string;
  readonly contact: string;
}
