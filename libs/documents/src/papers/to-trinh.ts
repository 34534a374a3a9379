import type { Frame, NomineeRow } from './common';
import type { MandatoryContent } from './contents-lint';

/** Submission with its list of nominees (Mẫu 01; law.md 12, mandatory contents of 7.4). */
export interface Submission {
  readonly frame: Frame;
  /** Trích yếu: 'Về việc đề nghị tặng Giấy khen của Chủ tịch Ủy ban nhân dân xã'. */
  readonly subject: string;
  /** Who submits, as the annex names it: 'Ủy ban nhân dân xã Gia Phúc'. */
  readonly submitter: string;
  /** Kính gửi; one addressee stands on the same line. */
  readonly to: readonly string[];
  /** Whole sentences without end mark: 'Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022'. */
  readonly grounds: readonly string[];
  /** Opening paragraph before the totals: '… kính trình … xem xét, quyết định tặng:'. */
  readonly opening: string;
  /** Who is proposed; totals per award are counted from it and it is printed as the annex. */
  readonly rows: readonly NomineeRow[];
  /** Compliance: no discipline or complaint, taxes paid, publication and its outcome. */
  readonly statements: readonly string[];
  /** Opinions of the bodies asked (ND152 33.11.c); empty prints nothing. */
  readonly opinions: readonly string[];
  /** Opinion of the appraisal (ND152 33.11.d); null below the provincial level. */
  readonly appraisal: string | null;
  /** 'Hồ sơ gửi kèm', one paper each. */
  readonly attachments: readonly string[];
  /** Last sentence without end mark: '… kính trình … xem xét, quyết định'; made of submitter and first addressee when absent. */
  readonly closing?: string;
  /** What law has it hold (law.md 7.4): never printed, looked for when the paper is made. */
  readonly mandatory?: readonly MandatoryContent[];
}
