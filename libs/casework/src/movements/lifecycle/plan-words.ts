import type { Audience, MenuOccasion } from '@thidua/awards';

export const OCCASION_WORDS: Readonly<Record<MenuOccasion, string>> = {
  annual: 'Hằng năm',
  'interim-review': 'Sơ kết',
  'final-review': 'Tổng kết',
  unspecified: 'Không gắn với dịp',
};

export const AUDIENCE_WORDS: Readonly<Record<Audience, string>> = {
  agency: 'cơ quan, đơn vị',
  enterprise: 'doanh nghiệp, hợp tác xã',
  individual: 'cá nhân',
  front: 'Mặt trận Tổ quốc và các tổ chức chính trị - xã hội',
  other: 'đối tượng khác',
};

/** 'Từ năm 2025 đến hết tháng 12 năm 2030'; '' where the plan says nothing. */
export function periodText({ start, end }: { readonly start: string | null; readonly end: string | null }): string {
  const from = start === null ? '' : `Từ ${partialText(start)}`;
  const to = end === null ? '' : `${from === '' ? 'Đến' : 'đến'} hết ${partialText(end)}`;
  return [from, to].filter((part) => part !== '').join(' ');
}

/** '2030-12' → 'tháng 12 năm 2030'. */
function partialText(text: string): string {
  const [year = '', month, day] = text.split('-');
  if (month === undefined) {
    return `năm ${year}`;
  }
  return day === undefined ? `tháng ${String(Number(month))} năm ${year}` : `ngày ${day}/${month}/${year}`;
}

/** '11-05' → '05/11'. */
export function dateText(monthDay: string): string {
  return monthDay.split('-').toReversed().join('/');
}
