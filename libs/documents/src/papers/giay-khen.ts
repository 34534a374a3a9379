import type { Frame } from './common';

/** Certificate for one nominee, A4 landscape (law.md 12). Used for giay-khen and bang-khen. */
export interface Certificate {
  readonly frame: Frame;
  /** 'Chủ tịch Ủy ban nhân dân xã Gia Phúc'; printed in red capitals. */
  readonly decider: string;
  /** TRUY TẶNG for a nominee who has died: the family receives it. */
  readonly verb: 'TẶNG' | 'TẶNG DANH HIỆU' | 'TRUY TẶNG' | 'TRUY TẶNG DANH HIỆU';
  /** 'Giấy khen', 'Bằng khen', or the title; printed in red capitals. */
  readonly award: string;
  /** 'Ông Nguyễn Văn An', 'Tập thể Trường Tiểu học Gia Phúc'. */
  readonly recipient: string;
  readonly title: string;
  readonly achievement: string;
  /** Number and date of the decision; null in a draft. */
  readonly decisionNumber: string | null;
  readonly decisionSymbol: string;
  readonly decisionDate: string | null;
  /** Number in the golden book; null leaves it to be filled in. */
  readonly goldenBook: string | null;
  /** Emblem as a data: URI, from the agency; null leaves a plain star. */
  readonly emblem: string | null;
  /** The Quốc huy belongs to bodies of the State; a party body, mass organisation or enterprise shows its own emblem or none. 'state' when absent. */
  readonly emblemOf?: 'state' | 'own';
  /** First line of a party body: 'ĐẢNG CỘNG SẢN VIỆT NAM' in place of Quốc hiệu and Tiêu ngữ. */
  readonly heading?: string;
  /** On a certificate issued again (T-26): 'CẤP LẠI LẦN 1' and why, when. */
  readonly reissue?: { readonly mark: string; readonly note: string };
}
