import type { Audience, Movement, Occasion, PlanSource } from '../movements/movement';

/** number: adds up · percent: a part of a whole, adds up part by part and whole by whole · text: is quoted, never added. */
export const INDICATOR_TYPES = ['number', 'percent', 'text'] as const;
export type IndicatorType = (typeof INDICATOR_TYPES)[number];

/** One line of a movement's form of figures. */
export interface Indicator {
  readonly id: string;
  readonly name: string;
  readonly type: IndicatorType;
  /** 'người'; '' where there is none. */
  readonly unit: string;
  /** As the plan words it: '80%'; null where it sets none. */
  readonly target: string | null;
  readonly required: boolean;
  /** Who is asked; empty: everybody. */
  readonly audiences: readonly Audience[];
  /** Words of the plan it stands on; null: not from the plan. */
  readonly source: PlanSource | null;
}

/** What a body reports for an indicator. Figures have at most two decimals. */
export type Figure = { readonly value: number } | { readonly part: number; readonly whole: number } | { readonly text: string };
export type Figures = Readonly<Record<string, Figure>>;

/** Occasions that reports are called for. */
export type ReportOccasion = 'annual' | 'interim' | 'final';

const MENU_OCCASION: Readonly<Record<ReportOccasion, Occasion>> = { annual: 'annual', interim: 'interim-review', final: 'final-review' };

export interface ReportDay {
  /** 'YYYY-MM-DD'. */
  readonly day: string;
  readonly source: PlanSource;
}

/** The day the plan sets for the reports of an occasion; null where it sets none, and a person does. */
export function reportDay(movement: Pick<Movement, 'reportDates'>, occasion: ReportOccasion, year: number): ReportDay | null {
  const wanted = MENU_OCCASION[occasion];
  const found = movement.reportDates.find(({ occasions, before }) => before !== null && occasions.includes(wanted));
  return found?.before === undefined || found.before === null
    ? null
    : { day: `${String(year)}-${found.before}`, source: { quote: found.quote, line: found.line } };
}

/** The lines that bodies of an audience are asked; a body of none (an office above units) is asked all. */
export function askedOf(indicators: readonly Indicator[], audience: Audience | null): readonly Indicator[] {
  return indicators.filter(({ audiences }) => audience === null || audiences.length === 0 || audiences.includes(audience));
}
