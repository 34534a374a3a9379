import type { PaperKind } from '@thidua/documents';

/** What the layout of NĐ 30/2020 asks of a kind: its head, its foot and how its title stands. */
export type LintProfile =
  'decision' | 'submission' | 'letter' | 'minutes' | 'notice' | 'report' | 'slip' | 'table' | 'list' | 'certificate' | 'ballot' | 'copy';

export const LINT_PROFILES: Readonly<Record<PaperKind, LintProfile>> = {
  'bien-ban-binh-xet': 'minutes',
  'bao-cao-thanh-tich': 'report',
  'to-trinh': 'submission',
  'danh-sach': 'list',
  'phieu-tham-dinh': 'slip',
  'bang-tong-hop': 'table',
  'bien-ban-hoi-dong': 'minutes',
  'bien-ban-kiem-phieu': 'minutes',
  'phieu-trinh': 'slip',
  'quyet-dinh': 'decision',
  'giay-khen': 'certificate',
  'bang-khen': 'certificate',
  'thong-bao-ket-qua': 'notice',
  'phieu-yeu-cau-bo-sung': 'slip',
  'muc-luc': 'list',
  'giay-tiep-nhan': 'slip',
  'thong-bao-cong-khai': 'notice',
  'cong-van-xin-y-kien': 'letter',
  'cong-van-xac-nhan': 'letter',
  'thong-bao-tu-choi': 'notice',
  'phieu-tu-choi': 'slip',
  'bien-ban-cum': 'minutes',
  'to-trinh-huy-bo': 'submission',
  'quyet-dinh-huy-bo': 'decision',
  'quyet-dinh-thu-hoi': 'decision',
  'quyet-dinh-dinh-chinh': 'decision',
  'cong-van-dinh-chinh': 'letter',
  'quyet-dinh-huy-van-ban': 'decision',
  'ban-sao': 'copy',
  'giay-cap-lai': 'certificate',
  'bang-chi-thuong': 'table',
  'tom-tat-thanh-tich': 'report',
};
