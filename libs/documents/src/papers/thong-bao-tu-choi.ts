import type { DocumentRef, Frame } from './common';

/** Notice that nominees are not awarded, a reason and a rule for each (law.md 13: W2 step 6, W4 step 11, W5 T-08). */
export interface RefusalNotice {
  readonly frame: Frame;
  readonly subject: string;
  readonly to: readonly string[];
  readonly dossierCode: string;
  /** The submission that is answered; null when there was none with a number. */
  readonly submission: DocumentRef | null;
  readonly rows: readonly RefusedRow[];
  /** What to do next, a paragraph each. */
  readonly notes: readonly string[];
}

export interface RefusedRow {
  readonly index: number;
  readonly name: string;
  readonly title: string;
  readonly award: string;
  readonly reason: string;
  /** Row of law and its citation: 'V-07: điểm c khoản 5 Điều 33 Nghị định số 152/2025/NĐ-CP'; '' when no rule is to be named. */
  readonly rule: string;
}
