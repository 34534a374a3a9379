import type { Span } from './house-values';
import type { TextLine } from './laid-out';

const MM_PER_PT = 25.4 / 72;

export function mm(points: number): number {
  return points * MM_PER_PT;
}

export function within(value: number, span: Span, slack: number): boolean {
  return value >= span.from - slack && value <= span.to + slack;
}

/** '30–35', '13'. */
export function spanText(span: Span): string {
  const words = (value: number): string => String(Math.round(value * 100) / 100).replace('.', ',');
  return span.from === span.to ? words(span.from) : `${words(span.from)}–${words(span.to)}`;
}

export function centreOf(box: { readonly x0: number; readonly x1: number }): number {
  return (box.x0 + box.x1) / 2;
}

export function widthOf(box: { readonly x0: number; readonly x1: number }): number {
  return box.x1 - box.x0;
}

export function isUpper(text: string): boolean {
  return text === text.toLocaleUpperCase('vi');
}

/** Letters of the same words in another case or with another dash are still the same words: for finding, never for judging. */
export function loosely(text: string): string {
  return text.normalize('NFC').toLocaleUpperCase('vi').replace(/[–—−]/g, '-').replace(/\s+/g, ' ').replace('HOÀ', 'HÒA').trim();
}

/** The value met most often, values a hundredth apart being one; undefined of nothing. */
export function usual(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) {
    const rounded = Math.round(value * 100) / 100;
    counts.set(rounded, (counts.get(rounded) ?? 0) + 1);
  }
  return [...counts].sort((left, right) => right[1] - left[1] || left[0] - right[0])[0]?.[0];
}

export function wordsOf(lines: readonly TextLine[]): string {
  return lines
    .map((line) => line.text.trim())
    .join(' ')
    .replace(/\s+/g, ' ');
}
