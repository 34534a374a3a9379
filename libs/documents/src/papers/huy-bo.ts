import type { DocumentRef, Frame, NomineeKind } from './common';

/** A nominee whose award is to be taken back. */
export interface RevokedRow {
  readonly index: number;
  readonly name: string;
  readonly kind: NomineeKind;
  readonly title: string;
  readonly award: string;
  /** Whole đồng that go back; absent when none were paid. */
  readonly amount?: number;
  /** Certificate, badge that goes back: 'Giấy khen'; '' for none. */
  readonly item: string;
}

/** Tờ trình that asks the decider to take an award back, one per award, with the summary of why (ND152 56.3). */
export interface RevocationSubmission {
  readonly frame: Frame;
  readonly subject: string;
  readonly submitter: string;
  readonly to: readonly string[];
  readonly grounds: readonly string[];
  /** The decision that is to be cancelled. */
  readonly decision: DocumentRef;
  readonly award: string;
  /** Ground of R-23 in a sentence: 'Kê khai không trung thực thành tích để được khen thưởng'. */
  readonly ground: string;
  /** The conclusion it rests on: 'Kết luận số … ngày … của …'. */
  readonly conclusion: DocumentRef;
  /** Summary of the case, a paragraph each. */
  readonly summary: readonly string[];
  readonly rows: readonly RevokedRow[];
  readonly attachments: readonly string[];
}

/** quyet-dinh-huy-bo, and with `recovery` quyet-dinh-thu-hoi: the decider takes an award back (R-23, T-24, M-09). */
export interface RevokingDecision {
  readonly frame: Frame;
  readonly subject: string;
  readonly decider: string;
  readonly grounds: readonly string[];
  /** 'Theo đề nghị của … tại Tờ trình số …', without end mark. */
  readonly proposal: string;
  readonly decision: DocumentRef;
  readonly award: string;
  readonly ground: string;
  readonly rows: readonly RevokedRow[];
  /** What is to be given back, to whom, in which time; null when nothing was handed out. */
  readonly recovery: {
    readonly to: string;
    /** '15 ngày làm việc'. */
    readonly within: string;
    /** Where the money goes: 'Quỹ thi đua, khen thưởng của xã' (M-09). */
    readonly fund: string;
  } | null;
  readonly executors: string;
}
