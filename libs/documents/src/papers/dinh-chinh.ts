import type { DocumentRef, Frame } from './common';

/** One place of a paper that was wrong, and how it must read. */
export interface Correction {
  readonly index: number;
  /** 'Dòng thứ 3 của Danh sách kèm theo'. */
  readonly place: string;
  readonly printed: string;
  readonly right: string;
}

/** quyet-dinh-dinh-chinh: wrong content is corrected by a paper of the same kind (NĐ 30/2020, law.md 11). */
export interface CorrectingDecision {
  readonly frame: Frame;
  readonly subject: string;
  readonly decider: string;
  readonly grounds: readonly string[];
  readonly proposal: string;
  readonly target: DocumentRef;
  readonly corrections: readonly Correction[];
  readonly executors: string;
}

/** cong-van-dinh-chinh: wrong form (layout, technique, spelling) is corrected by an official letter. */
export interface CorrectionLetter {
  readonly frame: Frame;
  /** After 'V/v': 'đính chính Quyết định số 57/QĐ-UBND'. */
  readonly subject: string;
  readonly to: readonly string[];
  readonly target: DocumentRef;
  readonly reason: string;
  readonly corrections: readonly Correction[];
}

/** quyet-dinh-huy-van-ban: an issued paper is cancelled by its own body; its number is never given again. */
export interface CancelingDecision {
  readonly frame: Frame;
  readonly subject: string;
  readonly decider: string;
  readonly grounds: readonly string[];
  readonly target: DocumentRef;
  readonly reason: string;
  readonly executors: string;
}
