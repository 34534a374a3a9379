import { readPoints, type Hundredths } from './points';

/** '-0.50' → -50. @throws Error when the text is no points: totals are made here, never typed. */
export function scoreOf(text: string): Hundredths {
  const points = readPoints(text.replace(/^-/, ''));
  if (points === undefined) {
    throw new Error(`not points: ${text}`);
  }
  return text.startsWith('-') ? -points : points;
}
