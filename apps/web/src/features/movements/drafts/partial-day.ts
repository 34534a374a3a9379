const TWO = (digits: string): string => digits.padStart(2, '0');

/** '2025-11-05' → '05/11/2025', '2030-12' → '12/2030', '2025' → '2025'; '' for nothing. */
export function dayWords(partial: string | null): string {
  return partial === null ? '' : partial.split('-').toReversed().join('/');
}

/** What a person types back: '5/11/2025' → '2025-11-05'; null when it is no day, month or year. */
export function dayOfWords(words: string): string | null {
  const parts = words.trim().split(/\s*[/.-]\s*/u);
  const [year = '', month, day] = parts.toReversed();
  const fits = (digits: string | undefined, most: number): boolean =>
    digits === undefined || (/^\d{1,2}$/u.test(digits) && Number(digits) >= 1 && Number(digits) <= most);
  if (parts.length > 3 || !/^(?:19|20)\d{2}$/u.test(year) || !fits(month, 12) || !fits(day, 31)) {
    return null;
  }
  return [year, ...[month, day].flatMap((part) => (part === undefined ? [] : [TWO(part)]))].join('-');
}

/** '11-05' → '05/11'. */
export function monthDayWords(monthDay: string | null): string {
  return monthDay === null ? '' : monthDay.split('-').toReversed().join('/');
}

/** '5/11' → '11-05'; null when it is no day of a year. */
export function monthDayOfWords(words: string): string | null {
  const [day = '', month = '', ...more] = words.trim().split(/\s*[/.-]\s*/u);
  const ok = more.length === 0 && /^\d{1,2}$/u.test(day) && /^\d{1,2}$/u.test(month) && inRange(day, 31) && inRange(month, 12);
  return ok ? `${TWO(month)}-${TWO(day)}` : null;
}

function inRange(digits: string, most: number): boolean {
  return Number(digits) >= 1 && Number(digits) <= most;
}
