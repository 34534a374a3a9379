import { parseLocalDate } from '@thidua/kernel';

/** 'ngày 02 tháng 3 năm 2026': days below 10 and months 1 and 2 with a zero (NĐ 30/2020, Annex I, 4.b). Null leaves it to be filled in. */
export function dateWords(date: string | null): string {
  if (date === null) {
    return 'ngày … tháng … năm …';
  }
  const { day, month, year } = partsOf(date);
  return `ngày ${day} tháng ${month} năm ${year}`;
}

/** '02/3/2026', zeros as in `dateWords`; null gives '…/…/…'. */
export function dateShort(date: string | null): string {
  if (date === null) {
    return '…/…/…';
  }
  const { day, month, year } = partsOf(date);
  return `${day}/${month}/${year}`;
}

/** 3510000 → '3.510.000'. Whole đồng only. */
export function digits(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, '.');
}

/** 3510000 → '3.510.000 đồng'. */
export function money(value: number): string {
  return `${digits(value)} đồng`;
}

/** '5' → '05', '57' → '57', '05a' unchanged: numbers of documents below 10 carry a zero (NĐ 30/2020). */
export function padNumber(value: string | number): string {
  const text = String(value);
  return /^\d$/.test(text) ? `0${text}` : text;
}

/**
 * The share as printed in minutes: '88,9%' for 8 of 9 (law.md section 4). Rounded to a tenth, but cut where rounding would reach
 * a whole percent that the share itself misses: 2,699 of 3,000 is never printed as 90%.
 */
export function percentText(part: number, whole: number): string {
  if (whole === 0) {
    return '0%';
  }
  const cut = Math.floor((part * 1000) / whole);
  const rounded = Math.floor((part * 2000 + whole) / (2 * whole));
  const tenths = rounded % 10 === 0 ? cut : rounded;
  return tenths % 10 === 0 ? `${tenths / 10}%` : `${Math.floor(tenths / 10)},${tenths % 10}%`;
}

export function upperCase(text: string): string {
  return text.normalize('NFC').toLocaleUpperCase('vi');
}

/** 'Truy tặng' → 'truy tặng', inside a sentence. */
export function lowerFirst(text: string): string {
  return text.slice(0, 1).toLocaleLowerCase('vi') + text.slice(1);
}

/** 'Về việc đề nghị tặng …' → 'Đề nghị tặng …', for the title of the annexed list. */
export function topic(subject: string): string {
  const bare = subject.replace(/^Về việc\s+/u, '');
  return upperCase(bare.slice(0, 1)) + bare.slice(1);
}

function partsOf(date: string): { day: string; month: string; year: number } {
  const parsed = parseLocalDate(date);
  if (parsed === undefined) {
    throw new Error(`not a YYYY-MM-DD date: ${date}`);
  }
  const { year, month, day } = parsed;
  return { day: padNumber(day), month: month <= 2 ? `0${month}` : String(month), year };
}
