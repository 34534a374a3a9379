import type { Frame, NomineeRow } from './common';

/** Public notice of the nominees before the provincial council meets, or of a village's title (T-01, T-18): where, until when, how to comment. */
export interface PublicNotice {
  readonly frame: Frame;
  /** 'Về việc công khai danh sách đề nghị tặng Huân chương Lao động …'. */
  readonly subject: string;
  /** 'Ủy ban nhân dân thành phố Hải Phòng'. */
  readonly publisher: string;
  /** Whole sentences without end mark. */
  readonly grounds: readonly string[];
  readonly rows: readonly NomineeRow[];
  readonly publishedOn: string;
  /** Last day on which it stands. */
  readonly untilOn: string;
  /** '10 ngày làm việc' or '10 ngày': the two are never converted. */
  readonly lasts: string;
  /** 'Cổng thông tin điện tử thành phố', one each. */
  readonly channels: readonly string[];
  /** How comments reach the office, one way each: address on the web, postal address, telephone. */
  readonly comments: readonly string[];
}
