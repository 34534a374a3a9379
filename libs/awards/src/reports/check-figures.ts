import type { Figure, Figures, Indicator } from './indicator';

export type FigureFault = 'required' | 'wrong-type' | 'negative' | 'too-fine' | 'too-large' | 'no-whole' | 'unknown-indicator';

export interface FigureProblem {
  readonly indicator: string;
  readonly fault: FigureFault;
}

const MOST = 1e12;

/** What keeps these figures from being sent; none, and they may. Half-filled figures may be kept without asking this. */
export function figureProblems(indicators: readonly Indicator[], figures: Figures): readonly FigureProblem[] {
  const known = new Set(indicators.map((one) => one.id));
  const strangers = Object.keys(figures).filter((id) => !known.has(id));
  return [
    ...indicators.flatMap((indicator) => problemOf(indicator, figures[indicator.id])),
    ...strangers.map((indicator): FigureProblem => ({ indicator, fault: 'unknown-indicator' })),
  ];
}

function problemOf({ id, type, required }: Indicator, figure: Figure | undefined): readonly FigureProblem[] {
  const say = (fault: FigureFault): readonly FigureProblem[] => [{ indicator: id, fault }];
  if (figure === undefined || ('text' in figure && figure.text.trim() === '')) {
    return required ? say('required') : [];
  }
  if (typeOf(figure) !== type) {
    return say('wrong-type');
  }
  const numbers = 'value' in figure ? [figure.value] : 'part' in figure ? [figure.part, figure.whole] : [];
  const fault = numbers.map(faultOf).find((one) => one !== null) ?? null;
  if (fault !== null) {
    return say(fault);
  }
  return 'part' in figure && figure.whole === 0 ? say('no-whole') : [];
}

export function typeOf(figure: Figure): Indicator['type'] {
  return 'value' in figure ? 'number' : 'part' in figure ? 'percent' : 'text';
}

function faultOf(number: number): FigureFault | null {
  if (!Number.isFinite(number) || number > MOST) {
    return 'too-large';
  }
  if (number < 0) {
    return 'negative';
  }
  return Math.abs(number * 100 - Math.round(number * 100)) > 1e-6 * Math.max(1, number) ? 'too-fine' : null;
}
