import type { Frame, NomineeRow, PersonRef } from './common';

/** Whom a form asks about. */
export type AskedRow = Pick<NomineeRow, 'index' | 'name' | 'kind' | 'title' | 'award'>;

/** Ballot forms of a session, a sheet per member, printed before it opens (law.md 12). A secret ballot bears no name and is not signed. */
export interface BallotForms {
  readonly frame: Frame;
  /** 'Hội đồng Thi đua - Khen thưởng xã Gia Phúc'. */
  readonly council: string;
  /** 'Xét đề nghị tặng Giấy khen của Chủ tịch Ủy ban nhân dân xã'. */
  readonly subject: string;
  /** 'Phiên họp ngày 27 tháng 02 năm 2026'. */
  readonly session: string;
  readonly secret: boolean;
  readonly rows: readonly AskedRow[];
  /** How to mark, and what makes a ballot void; a sentence each. */
  readonly guidance: readonly string[];
  /** One per sheet: null on a secret ballot, where all sheets are alike. */
  readonly sheets: readonly { readonly member: PersonRef | null }[];
}
