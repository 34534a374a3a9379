import type { DocumentRef, Frame, PersonRef } from './common';

/** bien-ban-kiem-tra: what the team found on the spot. `frame.signature` is its head; the body signs on the left. */
export interface InspectionMinutes {
  readonly frame: Frame;
  readonly subject: string;
  /** The decision that set the team up. */
  readonly decision: DocumentRef;
  readonly team: string;
  /** The body looked into. */
  readonly body: string;
  readonly date: string;
  readonly startTime: string;
  readonly endTime: string;
  readonly place: string;
  readonly inspectors: readonly PersonRef[];
  readonly representatives: readonly PersonRef[];
  readonly findings: readonly { readonly index: number; readonly content: string; readonly finding: string; readonly evidence: string }[];
  /** What the body says to it; empty: it agrees. */
  readonly answer: readonly string[];
  readonly requests: readonly string[];
  readonly copies: number;
  readonly representative: PersonRef;
  /** In its place on the left: 'Đã ký trên hệ thống …'; null leaves it free for a pen. */
  readonly representativeNote: string | null;
}

/** ket-luan-kiem-tra: the conclusion, with what must be done by whom until when. */
export interface InspectionConclusion {
  readonly frame: Frame;
  readonly subject: string;
  readonly grounds: readonly string[];
  readonly body: string;
  readonly summary: readonly string[];
  readonly strengths: readonly string[];
  readonly shortcomings: readonly string[];
  /** Empty: none was found, and what was held goes on. */
  readonly violations: readonly {
    readonly index: number;
    readonly content: string;
    readonly basis: string;
    readonly responsible: string;
  }[];
  /** What it means for awards asked for or given, a sentence each. */
  readonly awards: readonly string[];
  readonly requests: readonly { readonly index: number; readonly request: string; readonly by: string; readonly dueOn: string | null }[];
}
