import { PACK_LISTS, type PackList } from '@thidua/awards';

/** What the lists of a pack are called on screens and on the sheets of a table. */
export const LIST_NAMES: Readonly<Record<PackList, string>> = {
  awards: 'Danh mục',
  authorities: 'Thẩm quyền',
  ballots: 'Bỏ phiếu',
  quorums: 'Số thành viên dự họp',
  councils: 'Hội đồng',
  criteria: 'Tiêu chuẩn',
  dossierParts: 'Thành phần hồ sơ',
  quotas: 'Tỷ lệ',
  procedures: 'Thủ tục',
  limits: 'Thời hạn',
  baseSalaries: 'Lương cơ sở',
  coefficients: 'Hệ số thưởng',
  rounding: 'Làm tròn',
  funds: 'Nguồn chi',
  papers: 'Yêu cầu văn bản',
  rules: 'Quy tắc chung',
  signing: 'Ký văn bản',
};

export function listNamed(name: string): PackList | undefined {
  return PACK_LISTS.find((list) => LIST_NAMES[list] === name || list === name);
}
