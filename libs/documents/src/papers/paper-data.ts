import type { AchievementReport } from './bao-cao-thanh-tich';
import type { AppraisalSlip } from './phieu-tham-dinh';
import type { AwardDecision } from './quyet-dinh';
import type { Certificate } from './giay-khen';
import type { Consolidation } from './bang-tong-hop';
import type { Contents } from './muc-luc';
import type { CouncilMinutes } from './bien-ban-hoi-dong';
import type { CountMinutes } from './bien-ban-kiem-phieu';
import type { NomineeList } from './danh-sach';
import type { Receipt } from './giay-tiep-nhan';
import type { ResultNotice } from './thong-bao-ket-qua';
import type { ReviewMinutes } from './bien-ban-binh-xet';
import type { SigningSlip } from './phieu-trinh';
import type { Submission } from './to-trinh';
import type { SupplementRequest } from './phieu-yeu-cau-bo-sung';

/** Kind of paper → the data its template is filled with. The key is the template's file name. */
export interface PaperDataByKind {
  readonly 'bien-ban-binh-xet': ReviewMinutes;
  readonly 'bao-cao-thanh-tich': AchievementReport;
  readonly 'to-trinh': Submission;
  readonly 'danh-sach': NomineeList;
  readonly 'phieu-tham-dinh': AppraisalSlip;
  readonly 'bang-tong-hop': Consolidation;
  readonly 'bien-ban-hoi-dong': CouncilMinutes;
  readonly 'bien-ban-kiem-phieu': CountMinutes;
  readonly 'phieu-trinh': SigningSlip;
  readonly 'quyet-dinh': AwardDecision;
  readonly 'giay-khen': Certificate;
  readonly 'bang-khen': Certificate;
  readonly 'thong-bao-ket-qua': ResultNotice;
  readonly 'phieu-yeu-cau-bo-sung': SupplementRequest;
  readonly 'muc-luc': Contents;
  readonly 'giay-tiep-nhan': Receipt;
}

export type PaperKind = keyof PaperDataByKind;

export type PaperDataOf<Kind extends PaperKind> = PaperDataByKind[Kind];

/** { kind, data } of any kind. */
export type PaperData = { readonly [Kind in PaperKind]: { readonly kind: Kind; readonly data: PaperDataByKind[Kind] } }[PaperKind];

/** What people call each kind. */
export const PAPER_TITLES: Readonly<Record<PaperKind, string>> = {
  'bien-ban-binh-xet': 'Biên bản họp bình xét',
  'bao-cao-thanh-tich': 'Báo cáo thành tích',
  'to-trinh': 'Tờ trình',
  'danh-sach': 'Danh sách',
  'phieu-tham-dinh': 'Phiếu thẩm định',
  'bang-tong-hop': 'Bảng tổng hợp',
  'bien-ban-hoi-dong': 'Biên bản họp Hội đồng',
  'bien-ban-kiem-phieu': 'Biên bản kiểm phiếu',
  'phieu-trinh': 'Phiếu trình',
  'quyet-dinh': 'Quyết định khen thưởng',
  'giay-khen': 'Giấy khen',
  'bang-khen': 'Bằng khen',
  'thong-bao-ket-qua': 'Thông báo kết quả',
  'phieu-yeu-cau-bo-sung': 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ',
  'muc-luc': 'Mục lục hồ sơ',
  'giay-tiep-nhan': 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
};

export const PAPER_KINDS: readonly PaperKind[] = Object.keys(PAPER_TITLES) as PaperKind[]; // the record lists every kind
