const ZONE = 'Asia/Ho_Chi_Minh';

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  weekday: 'short',
});

function read(instant: string): Record<string, string> {
  return Object.fromEntries(parts.formatToParts(new Date(instant)).map((part) => [part.type, part.value]));
}

/** '2026-03-12T02:00:00Z' → '12/03/2026' in Vietnam, whatever the machine's zone. */
export function dayText(instant: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(instant)) {
    return instant.split('-').reverse().join('/');
  }
  const at = read(instant);
  return `${at['day'] ?? ''}/${at['month'] ?? ''}/${at['year'] ?? ''}`;
}

/** '12/03', for tight places. */
export const shortDayText = (instant: string): string => dayText(instant).slice(0, 5);

/** '09:41'. */
export function timeText(instant: string): string {
  const at = read(instant);
  return `${at['hour'] ?? ''}:${at['minute'] ?? ''}`;
}

export const instantText = (instant: string): string => `${timeText(instant)} ${dayText(instant)}`;

const WEEKDAYS = {
  vi: ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};
const SHORT = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

export function weekdayText(instant: string, language: string): string {
  const index = SHORT.indexOf(read(instant)['weekday'] ?? '');
  return (language === 'en' ? WEEKDAYS.en : WEEKDAYS.vi)[index] ?? '';
}

/** 3510000 → '3.510.000 đồng'. */
export const moneyText = (dong: number): string => `${String(dong).replace(/\B(?=(\d{3})+$)/g, '.')} đồng`;

/** Search without diacritics: 'Nguyễn Đức' → 'nguyen duc'. */
export function plainText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
}
