import type { DocumentRef, Frame, NomineeRow } from './common';

/** A list that goes with another paper. */
export interface NomineeList {
  readonly frame: Frame;
  /** 'Đề nghị tặng Giấy khen của Chủ tịch Ủy ban nhân dân xã Gia Phúc'. */
  readonly subject: string;
  /** '(Kèm theo Tờ trình số …)'; null for a list of its own. */
  readonly attachedTo: DocumentRef | null;
  readonly rows: readonly NomineeRow[];
}
