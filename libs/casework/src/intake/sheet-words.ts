import { rowsOn, type Pack } from '@thidua/awards';
import { dayOf, formatLocalDate, localDate, parseLocalDate, type LocalDate } from '@thidua/kernel';
import type { RowAwardType } from '@thidua/store';
import type { Cell } from '../deps';
import { searchable } from '../plain-text';

/** Columns of the list of nominees, by what their heading says without marks. */
export const SHEET_COLUMNS = [
  { key: 'name', title: 'Họ và tên, tên tập thể', width: 34, type: 'text' },
  { key: 'kind', title: 'Đối tượng (cá nhân, tập thể, hộ gia đình)', width: 22, type: 'text' },
  { key: 'title', title: 'Chức vụ, đơn vị', width: 30, type: 'text' },
  { key: 'award', title: 'Danh hiệu, hình thức đề nghị', width: 40, type: 'text' },
  { key: 'awardType', title: 'Loại hình', width: 16, type: 'text' },
  { key: 'achievement', title: 'Tóm tắt thành tích', width: 60, type: 'text' },
  { key: 'achievementFrom', title: 'Thành tích từ ngày', width: 14, type: 'date' },
  { key: 'achievementTo', title: 'Thành tích đến ngày', width: 14, type: 'date' },
  { key: 'managingBody', title: 'Cơ quan quản lý hoặc nơi cư trú (người ngoài địa bàn)', width: 34, type: 'text' },
  { key: 'address', title: 'Địa chỉ (người ngoài địa bàn)', width: 30, type: 'text' },
] as const;
export type SheetKey = (typeof SHEET_COLUMNS)[number]['key'];

/** Without these there is no list. */
export const SHEET_NEEDS: readonly SheetKey[] = ['name', 'award', 'achievement'];

const KINDS: Readonly<Record<string, 'individual' | 'collective' | 'household'>> = {
  '': 'individual',
  'ca nhan': 'individual',
  'tap the': 'collective',
  'ho gia dinh': 'household',
  ho: 'household',
};
const TYPES: Readonly<Record<string, RowAwardType>> = {
  'cong trang': 'merit',
  'dot xuat': 'sudden',
  'phong trao': 'movement',
  'chuyen de': 'movement',
  'phong trao thi dua': 'movement',
  'cong hien': 'service',
  'qua trinh cong hien': 'service',
  'nien han': 'tenure',
  'doi ngoai': 'external',
};

export function kindOf(text: string): 'individual' | 'collective' | 'household' | undefined {
  return KINDS[searchable(text)];
}

export function typeOf(text: string): RowAwardType | undefined {
  return TYPES[searchable(text)];
}

/** Award codes and every printed name of the day, as people may have typed them. */
export function awardWords(pack: Pack, day: LocalDate): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const row of rowsOn(pack.awards, day)) {
    for (const word of [row.award, ...row.names.flatMap(({ full, short }) => [full, short])]) {
      words.set(searchable(word), row.award);
    }
  }
  return words;
}

export function textIn(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? '' : cell instanceof Date ? formatLocalDate(dayOf(cell.getTime())) : String(cell).trim();
}

/** A day as a date cell, dd/MM/yyyy or YYYY-MM-DD; null: the cell is empty; undefined: it is no day. */
export function dayIn(cell: Cell | undefined): string | null | undefined {
  const text = textIn(cell);
  if (text === '') {
    return null;
  }
  const [, d, m, y] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  if (d !== undefined && m !== undefined && y !== undefined) {
    const written = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
    return parseLocalDate(written) === undefined ? undefined : formatLocalDate(localDate(Number(y), Number(m), Number(d)));
  }
  const parsed = parseLocalDate(text.slice(0, 10));
  return parsed === undefined ? undefined : formatLocalDate(parsed);
}
