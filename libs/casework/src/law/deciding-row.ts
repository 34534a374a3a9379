import { awardOf, rowsOn, type AuthorityRow, type Pack } from '@thidua/awards';
import type { LocalDate } from '@thidua/kernel';

/** The row that gives an award to a body on a day: at the award's own level where several may decide it. */
export function decidingRow(pack: Pack, award: string, date: LocalDate): AuthorityRow | undefined {
  const rows = rowsOn(pack.authorities, date).filter((row) => row.awards.includes(award));
  const home = awardOf(pack, award)?.level;
  return rows.find((row) => row.level === home) ?? rows.find((row) => row.level !== 'UNIT') ?? rows[0];
}

/** Bodies whose heads' titles do not stand in our register. */
const CENTRAL: Readonly<Record<string, string>> = { TTG: 'Thủ tướng Chính phủ', CTN: 'Chủ tịch nước' };
const GENERAL: Readonly<Record<string, string>> = {
  UNIT: 'Thủ trưởng cơ quan, đơn vị',
  XA: 'Chủ tịch UBND cấp xã',
  HUYEN: 'Chủ tịch UBND cấp huyện',
  TINH: 'Chủ tịch UBND cấp tỉnh',
};

/** The decider's title; `titles` are those of the chairs in office, by level. */
export function deciderTitle(level: string | undefined, titles: Readonly<Partial<Record<string, string>>> = {}): string {
  return level === undefined ? '' : (CENTRAL[level] ?? titles[level] ?? GENERAL[level] ?? '');
}
