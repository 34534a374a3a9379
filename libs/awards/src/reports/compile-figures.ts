import type { Figure, Figures, Indicator } from './indicator';
import { typeOf } from './check-figures';

/** A report that came in, as far as adding up needs it. */
export interface SourceReport {
  readonly reportId: string;
  readonly figures: Figures;
}

/** A total that a person set instead of the sum, and why. */
export interface Adjustment {
  readonly figure: Figure;
  readonly reason: string;
}

export interface CompiledFigure {
  readonly indicator: Indicator;
  /** Null: nobody reported it, or it is text, which is quoted and never added. */
  readonly sum: Figure | null;
  readonly adjusted: Adjustment | null;
  readonly sources: readonly { readonly reportId: string; readonly figure: Figure }[];
  /** Reports that say nothing of it. */
  readonly silent: readonly string[];
}

/** The figures of all reports, indicator by indicator, each with the reports it is made of. */
export function compileFigures(
  indicators: readonly Indicator[],
  reports: readonly SourceReport[],
  adjustments: Readonly<Record<string, Adjustment>> = {},
): readonly CompiledFigure[] {
  return indicators.map((indicator) => {
    const given = reports.map(({ reportId, figures }) => ({ reportId, figure: said(indicator, figures[indicator.id]) }));
    const sources = given.flatMap(({ reportId, figure }) => (figure === null ? [] : [{ reportId, figure }]));
    return {
      indicator,
      sum: sumOf(
        indicator,
        sources.map((source) => source.figure),
      ),
      adjusted: adjustments[indicator.id] ?? null,
      sources,
      silent: given.filter(({ figure }) => figure === null).map(({ reportId }) => reportId),
    };
  });
}

/** The figures a compiled report carries on upward: sums or what a person set instead; of texts only what a person wrote. */
export function carriedFigures(compiled: readonly CompiledFigure[]): Figures {
  return Object.fromEntries(
    compiled.flatMap(({ indicator, sum, adjusted }) => {
      const figure = adjusted?.figure ?? sum;
      return figure === null ? [] : [[indicator.id, figure] as const];
    }),
  );
}

function said({ type }: Indicator, figure: Figure | undefined): Figure | null {
  if (figure === undefined || typeOf(figure) !== type) {
    return null;
  }
  return 'text' in figure && figure.text.trim() === '' ? null : figure;
}

function sumOf({ type }: Indicator, figures: readonly Figure[]): Figure | null {
  if (figures.length === 0 || type === 'text') {
    return null;
  }
  const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + Math.round(number * 100), 0) / 100;
  return type === 'number'
    ? { value: total(figures.map((figure) => ('value' in figure ? figure.value : 0))) }
    : {
        part: total(figures.map((figure) => ('part' in figure ? figure.part : 0))),
        whole: total(figures.map((figure) => ('part' in figure ? figure.whole : 0))),
      };
}
