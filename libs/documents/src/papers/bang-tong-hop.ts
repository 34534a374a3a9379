import type { Frame, NomineeRow } from './common';

/** Consolidation of all hồ sơ of one đợt xét, landscape. */
export interface Consolidation {
  readonly frame: Frame;
  /** 'Đề nghị tặng Bằng khen của Chủ tịch UBND thành phố, đợt tháng 3 năm 2026'. */
  readonly subject: string;
  readonly submissions: readonly {
    readonly submitter: string;
    readonly dossierCode: string;
    /** 'Tờ trình số 12/TTr-UBND ngày 02/3/2026'. */
    readonly reference: string;
    readonly rows: readonly (NomineeRow & {
      /** What the standing office found: 'Đủ điều kiện', 'Tạm dừng, chờ xác minh đơn'. */
      readonly appraisal: string;
    })[];
  }[];
}
