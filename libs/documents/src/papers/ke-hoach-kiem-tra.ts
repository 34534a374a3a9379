import type { DocumentRef, Frame } from './common';

/** ke-hoach-kiem-tra: the year's plan of inspections of a movement: what is looked at, where and when. */
export interface InspectionPlan {
  readonly frame: Frame;
  readonly subject: string;
  readonly movement: string;
  /** Whole sentences without end mark. */
  readonly grounds: readonly string[];
  readonly publisher: string;
  readonly purposes: readonly string[];
  readonly requirements: readonly string[];
  readonly contents: readonly string[];
  /** The time looked at: 'từ ngày 01/01/2026 đến ngày 31/10/2026'. */
  readonly period: string;
  readonly schedule: readonly {
    readonly index: number;
    readonly body: string;
    readonly date: string;
    readonly place: string;
  }[];
  readonly team: string;
  readonly execution: readonly { readonly body: string; readonly tasks: string }[];
}

/** thong-bao-kiem-tra: tells a body when the team comes, what it looks at and what must lie ready. */
export interface InspectionNotice {
  readonly frame: Frame;
  readonly subject: string;
  readonly decision: DocumentRef;
  readonly publisher: string;
  readonly team: string;
  /** The body looked into. */
  readonly body: string;
  readonly date: string;
  readonly startTime: string;
  readonly place: string;
  readonly period: string;
  readonly contents: readonly string[];
  /** What the body makes ready. */
  readonly preparation: readonly string[];
  /** Who takes part for the body. */
  readonly participants: readonly string[];
  readonly contact: string;
}
