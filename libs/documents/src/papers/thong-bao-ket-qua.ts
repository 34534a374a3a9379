import type { DocumentRef, Frame } from './common';

/** Result notice to one submitter, a line per nominee row. */
export interface ResultNotice {
  readonly frame: Frame;
  readonly subject: string;
  readonly to: readonly string[];
  readonly dossierCode: string;
  /** 'Tờ trình số … ngày … của …' that is answered. */
  readonly submission: DocumentRef;
  /** Null when nothing was decided. */
  readonly decision: DocumentRef | null;
  readonly rows: readonly ResultRow[];
  /** What to do next, a paragraph each. */
  readonly notes: readonly string[];
}

export interface ResultRow {
  readonly index: number;
  readonly name: string;
  readonly title: string;
  readonly award: string;
  readonly outcome: 'awarded' | 'not-awarded' | 'held' | 'returned' | 'withdrawn' | 'forwarded';
  /** '' when awarded. */
  readonly reason: string;
}
