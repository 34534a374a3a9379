/**
 * Points of a score sheet, exact: whole hundredths inside, decimal text with two places outside ('12.50'). Never a float, because
 * 0,1 + 0,2 of a unit's points decides its rank.
 */
export type Hundredths = number;

const WRITTEN = /^(\d{1,4})(?:[.,](\d{1,2}))?$/;

/** '12', '12,5' or '12.50' → 1250; undefined when it is not a number of points with at most two places. */
export function readPoints(text: string): Hundredths | undefined {
  const match = WRITTEN.exec(text.trim());
  return match === null ? undefined : Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/** 1250 → '12.50'; a total may fall below zero by deductions: -50 → '-0.50'. */
export function pointsText(points: Hundredths): string {
  const whole = Math.abs(points);
  return `${points < 0 ? '-' : ''}${String(Math.trunc(whole / 100))}.${String(whole % 100).padStart(2, '0')}`;
}

/** As a paper prints it: '12.50' → '12,5', '12.00' → '12'. */
export function pointsInWords(text: string): string {
  return text
    .replace(/\.?0+$/, (end) => (end.startsWith('.') ? '' : end))
    .replace(/(\.\d)0$/, '$1')
    .replace('.', ',');
}
