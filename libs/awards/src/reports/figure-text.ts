import type { Figure, Indicator } from './indicator';

/** '1.920 người', '82% (1.640/2.000)', or the text as it stands; '' where there is nothing. */
export function figureText(figure: Figure | null | undefined, unit: Indicator['unit'] = ''): string {
  if (figure === null || figure === undefined) {
    return '';
  }
  if ('text' in figure) {
    return figure.text;
  }
  if ('value' in figure) {
    return unit === '' ? decimal(figure.value) : `${decimal(figure.value)} ${unit}`;
  }
  const share = shareOf(figure);
  return share === null ? '' : `${decimal(share)}% (${decimal(figure.part)}/${decimal(figure.whole)})`;
}

/** In hundredths of a percent, rounded half up; null without a whole. */
export function shareOf({ part, whole }: { readonly part: number; readonly whole: number }): number | null {
  return whole === 0 ? null : Math.round((part * 10_000) / whole) / 100;
}

function decimal(number: number): string {
  const [whole = '0', fine] = String(Math.round(number * 100) / 100).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return fine === undefined ? grouped : `${grouped},${fine}`;
}
