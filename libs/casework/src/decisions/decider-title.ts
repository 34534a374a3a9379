import type { AuthorityRow } from '@thidua/awards';

const TITLES: Readonly<Record<string, string>> = {
  'UNIT/head': 'Thủ trưởng cơ quan, đơn vị',
  'UNIT/board-chair': 'Chủ tịch Hội đồng quản trị, Hội đồng thành viên',
  'XA/chair': 'Chủ tịch Ủy ban nhân dân cấp xã',
  'HUYEN/chair': 'Chủ tịch Ủy ban nhân dân cấp huyện',
  'TINH/chair': 'Chủ tịch Ủy ban nhân dân cấp tỉnh',
  'TTG/prime-minister': 'Thủ tướng Chính phủ',
  'CTN/president': 'Chủ tịch nước',
};

/** The post an authority row gives the power to. */
export function deciderTitle(row: Pick<AuthorityRow, 'level' | 'role'> | null): string {
  return row === null ? '' : (TITLES[`${row.level}/${row.role}`] ?? row.role);
}
