import type { Frame } from './common';

/** Letter that reminds bodies of what they have not sent or done in time. */
export interface ReminderLetter {
  readonly frame: Frame;
  /** After 'V/v': 'đôn đốc gửi hồ sơ đề nghị khen thưởng năm 2025'. */
  readonly subject: string;
  readonly to: readonly string[];
  readonly opening: string;
  /** What is outstanding, one row each; empty prints no table. */
  readonly items: readonly {
    readonly index: number;
    readonly body: string;
    readonly content: string;
    /** Day it was due; null when none was set. */
    readonly dueOn: string | null;
    /** 'quá hạn 05 ngày làm việc'; '' prints nothing. */
    readonly late: string;
  }[];
  /** New last day; null when at once. */
  readonly deadline: string | null;
  /** What follows otherwise, in a sentence; '' prints nothing. */
  readonly consequence: string;
  readonly contact: string;
}
