import type { Frame, NomineeKind } from './common';

/** Achievement report of a person, household or collective (law.md 12). `frame.signature` is its author; no number as a rule. */
export interface AchievementReport {
  readonly frame: Frame;
  /** Full official name of the award asked for. */
  readonly award: string;
  /** 'Phong trào thi đua “…” năm 2026', or 'Thành tích công tác năm 2025'. */
  readonly occasion: string;
  readonly nominee: {
    readonly kind: NomineeKind;
    readonly name: string;
    /** Section I, one line each: { label: 'Ngày, tháng, năm sinh', value: '12/5/1984' }. */
    readonly facts: readonly { readonly label: string; readonly value: string }[];
  };
  /** 'từ năm 2025 đến năm 2026'. */
  readonly period: string;
  /** 1. Duties or functions, a paragraph each. */
  readonly duties: readonly string[];
  /** 2. Achievements, a paragraph each. */
  readonly achievements: readonly string[];
  /** Figures by year; empty prints no table. */
  readonly results: readonly { readonly year: number; readonly content: string; readonly result: string; readonly rating: string }[];
  /** Recognised initiatives and solutions. */
  readonly initiatives: readonly { readonly name: string; readonly recognition: string; readonly effect: string }[];
  /** Compliance with the Party's line, the State's law, and role in movements. */
  readonly compliance: readonly string[];
  readonly pastTitles: readonly PastAward[];
  readonly pastForms: readonly PastAward[];
  /** XÁC NHẬN of the submitting level, on the left; null while not given. */
  readonly confirmation: { readonly lines: readonly string[]; readonly name: string } | null;
}

export interface PastAward {
  readonly year: number;
  readonly award: string;
  /** 'Quyết định số 15/QĐ-UBND ngày 12/01/2025 của Chủ tịch UBND xã Gia Phúc'. */
  readonly decision: string;
}
