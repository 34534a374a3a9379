const TWO = (digits: string): string => digits.padStart(2, '0');

/** Printed day → 'YYYY-MM-DD', month → 'YYYY-MM', year → 'YYYY'; null when it is no date. '31/12/2030', 'tháng 9/2027', 'năm 2025'. */
export function partialDate(printed: string): string | null {
  const found = /(?:(?<day>\d{1,2})\s*[/.-]\s*)?(?:(?<month>\d{1,2})\s*[/.-]\s*)?(?<year>(?:19|20)\d{2})(?!\d)/u.exec(printed)?.groups;
  if (found?.['year'] === undefined) {
    return wordyDate(printed);
  }
  const { year, day, month } = found;
  if (day !== undefined && month !== undefined) {
    return fits(day, 31) && fits(month, 12) ? `${year}-${TWO(month)}-${TWO(day)}` : null;
  }
  const only = month ?? day;
  return only === undefined ? (wordyDate(printed) ?? year) : `${year}-${TWO(only)}`;
}

/** 'ngày 02 tháng 6 năm 2025', 'tháng 8 năm 2025'. */
function wordyDate(printed: string): string | null {
  const found = /(?:(\d{1,2})\s+)?tháng\s*(\d{1,2})\s+năm\s*(\d{4})/iu.exec(printed);
  if (found?.[2] === undefined || found[3] === undefined) {
    return null;
  }
  const month = `${found[3]}-${TWO(found[2])}`;
  return found[1] === undefined ? month : `${month}-${TWO(found[1])}`;
}

function fits(digits: string, most: number): boolean {
  return Number(digits) >= 1 && Number(digits) <= most;
}

/** The last day a partial date may mean: for comparing a document of 'August 2025' with a limit. */
export function latestDay(partial: string): string {
  if (partial.length === 4) {
    return `${partial}-12-31`;
  }
  return partial.length === 7 ? `${partial}-31` : partial;
}

/** The first day a partial date may mean. */
export function earliestDay(partial: string): string {
  if (partial.length === 4) {
    return `${partial}-01-01`;
  }
  return partial.length === 7 ? `${partial}-01` : partial;
}
