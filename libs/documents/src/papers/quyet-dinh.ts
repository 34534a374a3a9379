import type { Frame, NomineeRow } from './common';

/** Award decision with its list as annex (law.md 12). */
export interface AwardDecision {
  readonly frame: Frame;
  /** 'Về việc tặng Giấy khen của Chủ tịch Ủy ban nhân dân xã'. */
  readonly subject: string;
  /** Who decides: 'Chủ tịch Ủy ban nhân dân xã Gia Phúc'; printed in capitals above the grounds. */
  readonly decider: string;
  /** Whole sentences without end mark. */
  readonly grounds: readonly string[];
  /** 'Theo đề nghị của … tại Tờ trình số …', without end mark. */
  readonly proposal: string;
  readonly award: string;
  /** 'đã có thành tích xuất sắc trong phong trào thi đua “…”'. */
  readonly achievement: string;
  /** Period of the achievement: 'từ ngày 01/01/2025 đến ngày 31/12/2025' (R-09 starts at its end). */
  readonly period: string;
  /** Fund that pays; null when no money goes with the award. Sums are in the rows. */
  readonly fund: string | null;
  /** 'Truy tặng' when all have died, 'Tặng, truy tặng' when some have; 'Tặng' when absent. */
  readonly verb?: string;
  /** More sentences of Article 1: who receives what was given posthumously. */
  readonly more?: readonly string[];
  /** Article 3, who carries it out. */
  readonly executors: string;
  /** The annex; sums and counts are taken from it. */
  readonly rows: readonly NomineeRow[];
}
