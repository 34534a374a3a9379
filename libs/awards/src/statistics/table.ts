import type { LocalDate } from '@thidua/kernel';
import { LEVELS } from '../pack/pack';

/** What a table counts: rows of dossiers · movements · pieces of work inside movements (plans, reports, inspections, models …). */
export const STATISTIC_SOURCES = ['nominations', 'movements', 'works'] as const;
export type StatisticSource = (typeof STATISTIC_SOURCES)[number];

/** Who may look at a table: a unit, a commune, a district of before, the province. */
export const STATISTIC_LEVELS = ['UNIT', 'XA', 'HUYEN', 'TINH'] as const;

/** Values of closed dimensions; `null` = any text (ids, codes, years). */
export const DIMENSIONS = {
  nominations: {
    movement: null,
    occasion: ['annual', 'interim', 'final', 'ad-hoc', 'unspecified'],
    year: null,
    /** 'YYYY-Qn' of the decision, 'none' before it. */
    quarter: null,
    award: null,
    awardKind: ['title', 'form'],
    awardType: ['merit', 'sudden', 'movement', 'service', 'tenure', 'external'],
    nominee: ['individual', 'collective', 'household'],
    scope: ['inside', 'outside', 'independent'],
    gender: ['nu', 'nam', 'unknown', 'none'],
    labour: ['leader', 'official', 'worker', 'farmer', 'unknown', 'none'],
    bodyKind: ['agency', 'enterprise', 'cooperative', 'school', 'village', 'party', 'front', 'association'],
    unit: null,
    branch: null,
    /** đang xét · đạt · không đạt · rút · đã hủy bỏ. */
    outcome: ['open', 'awarded', 'failed', 'withdrawn', 'revoked'],
    /** The body that looks has done with it: there is a result, or it went to the level above. */
    reviewed: ['yes', 'no'],
    /** Decided below, by, or above the level of the body that looks. */
    reach: ['none', 'lower', 'own', 'higher'],
    decidedLevel: ['none', ...LEVELS],
  },
  movements: {
    movement: null,
    launcherLevel: LEVELS,
    level: LEVELS,
    state: ['in-force', 'closed'],
    /** Carries out one of above that lives here too · stands for itself. */
    chain: ['child', 'root'],
    unit: null,
    branch: null,
  },
  works: {
    movement: null,
    kind: null,
    status: ['open', 'submitted', 'done', 'canceled'],
    /** Of an introduced model (điển hình); 'none' of every other work. */
    model: ['none', 'draft', 'introduced', 'selected', 'not-selected', 'canceled'],
    /** Against its day: in time · after it · not done and over it · not done and not due · no day. */
    punctual: ['in-time', 'late', 'overdue', 'waiting', 'undated'],
    occasion: ['annual', 'interim', 'final', 'ad-hoc', 'none'],
    year: null,
    unit: null,
    branch: null,
  },
} as const satisfies Readonly<Record<StatisticSource, Readonly<Record<string, readonly string[] | null>>>>;

/** Dimension → values any of which fits; a dimension that is not named is not asked. */
export type Where = Readonly<Record<string, readonly string[]>>;

export interface StatisticColumn {
  readonly id: string;
  readonly label: string;
  /** Head over neighbouring columns of the same group. */
  readonly group: string | null;
  readonly where: Where;
}

/** One line, or with `each` one line for every value of a dimension that is there. */
export interface StatisticLine {
  readonly number: string | null;
  /** Null only with `each`: the value's own name. */
  readonly label: string | null;
  readonly depth: number;
  readonly where: Where;
  readonly each: string | null;
}

/** A statistical table as its file sets it up: workflows/statistics/<id>/<number>.yaml. */
export interface StatisticTable {
  readonly id: string;
  /** Version; a released one never changes. */
  readonly number: number;
  readonly title: string;
  readonly short: string;
  /** 'Biểu của Bộ Nội vụ' or our own. */
  readonly family: 'own' | 'ministry';
  readonly source: StatisticSource;
  /** 'lượt đề nghị'. */
  readonly counted: string;
  readonly levels: readonly (typeof STATISTIC_LEVELS)[number][];
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo: LocalDate | null;
  readonly citation: string | null;
  readonly confirmed: boolean;
  /** How a figure is to be read, line by line under the table. */
  readonly notes: readonly string[];
  readonly lineHead: string;
  readonly columns: readonly StatisticColumn[];
  readonly lines: readonly StatisticLine[];
}
