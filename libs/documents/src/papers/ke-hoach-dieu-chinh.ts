import type { DocumentRef, Frame } from './common';

/** ke-hoach-dieu-chinh: what of a movement's plan changes, place by place; all else stays. */
export interface PlanAmendment {
  readonly frame: Frame;
  /** 'Điều chỉnh, bổ sung Kế hoạch số 41/KH-UBND ngày 25/8/2025 …'. */
  readonly subject: string;
  /** 'Thực hiện …' or 'Căn cứ …', whole sentences without end mark. */
  readonly grounds: readonly string[];
  readonly publisher: string;
  readonly movement: string;
  /** The plan that is amended. */
  readonly plan: DocumentRef;
  /** Why, a sentence without end mark; '' prints nothing. */
  readonly reason: string;
  readonly changes: readonly {
    readonly index: number;
    /** 'Thời gian thực hiện', 'Hình thức khen thưởng, dịp tổng kết'. */
    readonly content: string;
    /** As the plan reads so far; '' where nothing stood. */
    readonly before: string;
    /** As it reads from now on; '' where nothing stands any more. */
    readonly after: string;
  }[];
  /** Who sees to it, sentences without end mark. */
  readonly execution: readonly string[];
}
