import type { Frame, Meeting, NomineeRow, Votes } from './common';

/** Minutes of the council; every share is of ALL members (ND152 33.5, V-11). `meeting.total` is the number of all members. */
export interface CouncilMinutes {
  readonly frame: Frame;
  /** 'Hội đồng Thi đua - Khen thưởng xã Gia Phúc'. */
  readonly council: string;
  /** 'Quyết định số 45/QĐ-UBND ngày 10/7/2025 của Chủ tịch Ủy ban nhân dân xã Gia Phúc'. */
  readonly legalBase: string;
  readonly subject: string;
  readonly meeting: Meeting;
  /** Absent members who answered in writing; they are in the count. */
  readonly writtenOpinions: number;
  /** Publication and its outcome (T-01), complaints; a paragraph each. */
  readonly publication: readonly string[];
  /** Quorum and those who were there, in a sentence; '' when the pack asks for none. */
  readonly quorum: string;
  /** How the vote was taken: 'bỏ phiếu kín', 'biểu quyết công khai'. */
  readonly votingMethod: string;
  /** Declared conflicts of interest, a sentence each; the total never changes for them (V-14). */
  readonly recusals: readonly string[];
  /** What share each award needs and by which row, a sentence each. */
  readonly thresholds: readonly string[];
  /** Choices among equally placed rows, a sentence each. */
  readonly ties: readonly string[];
  readonly discussion: readonly string[];
  readonly rows: readonly CouncilRow[];
  readonly conclusions: readonly string[];
}

export interface CouncilRow extends NomineeRow {
  readonly votes: Votes;
  /** 'ít nhất 80%' or 'trên 50%'. */
  readonly threshold: string;
  readonly recommended: boolean;
}
