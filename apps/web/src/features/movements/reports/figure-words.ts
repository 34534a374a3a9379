import type { ReportFigure } from '@thidua/contract';

/** '82,15%'; '' without a whole. */
export function shareText(part: number, whole: number): string {
  return whole === 0 ? '' : `${decimal(Math.round((part * 10_000) / whole) / 100)}%`;
}

/** '1.920 người', '82% (1.640/2.000)', or the words. */
export function figureWords(figure: ReportFigure | undefined | null, unit = ''): string {
  if (figure === undefined || figure === null) {
    return '';
  }
  if ('text' in figure) {
    return figure.text;
  }
  if ('value' in figure) {
    return unit === '' ? decimal(figure.value) : `${decimal(figure.value)} ${unit}`;
  }
  const share = shareText(figure.part, figure.whole);
  return share === '' ? '' : `${share} (${decimal(figure.part)}/${decimal(figure.whole)})`;
}

/** The record with an entry set, or without it. */
export function withEntry<T>(record: Readonly<Record<string, T>>, key: string, value: T | undefined): Readonly<Record<string, T>> {
  const rest = Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
  return value === undefined ? rest : { ...rest, [key]: value };
}

function decimal(number: number): string {
  return number.toLocaleString('vi-VN', { maximumFractionDigits: 2 });
}
