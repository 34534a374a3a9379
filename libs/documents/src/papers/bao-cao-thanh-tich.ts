import type { Frame, NomineeKind } from './common';

/**
 * Which of the forms of the decree's annex a report follows (law.md 7.5): merit (Mẫu 02–05), sudden (06), service (07),
 * movement (08), external (11, 12). Its number comes from the pack's row of the dossier part.
 */
export type ReportForm = 'merit' | 'sudden' | 'service' | 'movement' | 'external';

/** Achievement report of a person, household or collective (law.md 12). `frame.signature` is its author; no number as a rule. */
export interface AchievementReport {
  readonly frame: Frame;
  /** 'Mẫu 05', at the top right; '' prints none. */
  readonly formNumber: string;
  readonly form: ReportForm;
  /** Full official name of the award asked for. */
  readonly award: string;
  /** 'Phong trào thi đua “…” năm 2026', or 'Thành tích công tác năm 2025'. */
  readonly occasion: string;
  readonly nominee: {
    readonly kind: NomineeKind;
    /** An enterprise or cooperative reports its figures. */
    readonly enterprise: boolean;
    readonly name: string;
    /** Section I, one line each: { label: 'Ngày, tháng, năm sinh', value: '12/5/1984' }. */
    readonly facts: readonly { readonly label: string; readonly value: string }[];
  };
  /** 'từ năm 2025 đến năm 2026'. */
  readonly period: string;
  /** Duties or functions, a paragraph each. */
  readonly duties: readonly string[];
  /** Posts held, for the report on long service; empty prints no table. */
  readonly career: readonly {
    readonly from: string;
    readonly to: string;
    readonly post: string;
    readonly body: string;
    readonly time: string;
  }[];
  /** Achievements, a paragraph each. */
  readonly achievements: readonly string[];
  /** What was aimed at and reached by year; the years cover the window of the award's criterion. Empty prints no table. */
  readonly results: readonly ReportYear[];
  /** Figures over the years, an enterprise's first of all (revenue, profit, tax, wages, insurance); null prints none. */
  readonly figures: { readonly years: readonly string[]; readonly rows: readonly FigureRow[] } | null;
  /** Measures taken and what the achievement is owed to. */
  readonly measures: readonly string[];
  /** Recognised initiatives and solutions. */
  readonly initiatives: readonly { readonly name: string; readonly recognition: string; readonly effect: string }[];
  /** Compliance with the Party's line, the State's law, and role in movements. */
  readonly compliance: readonly string[];
  /** Care for members, charity. */
  readonly welfare: readonly string[];
  /** The body's Party and mass organisations; of a person '' or what he does there. */
  readonly organisations: readonly string[];
  readonly pastTitles: readonly PastAward[];
  readonly pastForms: readonly PastAward[];
  /** XÁC NHẬN of the submitting level, on the left; null while not given. */
  readonly confirmation: { readonly lines: readonly string[]; readonly name: string } | null;
}

export interface ReportYear {
  readonly year: number;
  readonly content: string;
  /** What was to be reached; a column when any row has one. */
  readonly target?: string;
  readonly result: string;
  readonly rating: string;
}

export interface FigureRow {
  readonly index: number;
  readonly name: string;
  readonly unit: string;
  /** As printed, one per year. */
  readonly values: readonly string[];
}

export interface PastAward {
  readonly year: number;
  readonly award: string;
  /** 'Quyết định số 15/QĐ-UBND ngày 12/01/2025 của Chủ tịch UBND xã Gia Phúc'. */
  readonly decision: string;
}
