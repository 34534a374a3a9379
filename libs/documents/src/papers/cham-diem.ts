import type { Frame, Meeting } from './common';

/** A body in a ranking by points; points as printed ('92,5'). */
export interface ScoredRow {
  readonly index: number;
  readonly name: string;
  /** What the body gave itself; '' when it handed in no sheet. */
  readonly self: string;
  readonly given: string;
  readonly rank: number;
  /** Another body has the same total. */
  readonly tied: boolean;
}

/** bien-ban-cham-diem: the meeting that went through the sheets, with every change and its reason. */
export interface ScoringMinutes {
  readonly frame: Frame;
  readonly subject: string;
  /** Who meets: 'Tổ chấm điểm thi đua xã Gia Phúc'. */
  readonly lead: string;
  /** What sits there: 'thành viên', 'đơn vị thành viên'. */
  readonly memberNoun: string;
  readonly meeting: Meeting;
  /** The scale of the base criteria: '100'. */
  readonly scale: string;
  readonly rows: readonly ScoredRow[];
  readonly changes: readonly {
    readonly index: number;
    readonly name: string;
    readonly criterion: string;
    readonly self: string;
    readonly given: string;
    readonly reason: string;
  }[];
  /** Bodies that handed in no sheet of their own. */
  readonly missing: readonly string[];
  /** Equal totals, a sentence each. */
  readonly ties: readonly string[];
  readonly opinions: readonly string[];
  readonly conclusions: readonly string[];
}

/** bang-cham-diem: every body's points by criterion, landscape. */
export interface ScoreTable {
  readonly frame: Frame;
  readonly subject: string;
  /** 'năm 2026'. */
  readonly period: string;
  readonly criteria: readonly {
    /** Head of the column: 'TC1', 'Thưởng 1', 'Trừ 1'. */
    readonly label: string;
    readonly text: string;
    readonly most: string;
    /** It holds the movement's own result. */
    readonly movement: boolean;
  }[];
  readonly rows: readonly (ScoredRow & {
    /** Points by criterion, in the order of `criteria`. */
    readonly points: readonly string[];
    readonly note: string;
  })[];
  readonly notes: readonly string[];
}
