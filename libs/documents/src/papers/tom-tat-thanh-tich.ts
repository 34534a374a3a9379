import type { Frame, NomineeKind } from './common';

/** One page by the proposing body instead of a report, in the simplified procedure (R-14, L2022 85; law.md 12). */
export interface AchievementSummary {
  readonly frame: Frame;
  readonly award: string;
  /** Why the simplified procedure: 'Người do người đứng đầu cơ quan phát hiện (R-14)'. */
  readonly ground: string;
  readonly nominee: {
    readonly kind: NomineeKind;
    readonly name: string;
    readonly facts: readonly { readonly label: string; readonly value: string }[];
  };
  /** 'ngày 18/02/2026', 'từ năm 2024 đến năm 2026'. */
  readonly period: string;
  /** Criterion met, in the words of the law; '' prints nothing. */
  readonly criterion: string;
  /** Three to five sentences with their figures. */
  readonly achievements: readonly string[];
  readonly pastAwards: readonly string[];
}
