import type { CeremonyScript, ConferenceProgramme, Invitation, NameCards } from './le-trao-thuong';
import type { AchievementReport } from './bao-cao-thanh-tich';
import type { AppraisalSlip } from './phieu-tham-dinh';
import type { AchievementSummary } from './tom-tat-thanh-tich';
import type { AwardDecision } from './quyet-dinh';
import type { CancelingDecision, CorrectingDecision, CorrectionLetter } from './dinh-chinh';
import type { Certificate } from './giay-khen';
import type { HonourRoll, ModelIntroduction } from './dien-hinh';
import type { EmulationRegistration, OccasionNotice } from './dot-khen-phong-trao';
import type { InspectionNotice, InspectionPlan } from './ke-hoach-kiem-tra';
import type { ScoreTable, ScoringMinutes } from './cham-diem';
import type { ClusterMinutes } from './bien-ban-cum';
import type { Consolidation } from './bang-tong-hop';
import type { Contents } from './muc-luc';
import type { CopyBlock } from './ban-sao';
import type { CouncilMinutes } from './bien-ban-hoi-dong';
import type { CountMinutes } from './bien-ban-kiem-phieu';
import type { NomineeList } from './danh-sach';
import type { OpinionLetter } from './cong-van-xin-y-kien';
import type { PayList } from './bang-chi-thuong';
import type { PublicNotice } from './thong-bao-cong-khai';
import type { Receipt } from './giay-tiep-nhan';
import type { RefusalNotice } from './thong-bao-tu-choi';
import type { RefusalSlip } from './phieu-tu-choi';
import type { ResultNotice } from './thong-bao-ket-qua';
import type { ReviewMinutes } from './bien-ban-binh-xet';
import type { RevocationSubmission, RevokingDecision } from './huy-bo';
import type { SigningSlip } from './phieu-trinh';
import type { Submission } from './to-trinh';
import type { SupplementRequest } from './phieu-yeu-cau-bo-sung';
import type { BallotForms } from './phieu-bieu-quyet';
import type { OpinionForms } from './phieu-xin-y-kien';
import type { InitiativeConfirmation } from './xac-nhan-sang-kien';
import type { ApologySlip } from './phieu-xin-loi';
import type { ReminderLetter } from './cong-van-don-doc';
import type { CouncilDecision, InspectionDecision } from './thanh-lap';
import type { InspectionConclusion, InspectionMinutes } from './kiem-tra';
import type { ControlSlip, FollowBook, RegisterBook } from './so-sach';
import type { CooperationLetter } from './cong-van-phoi-hop';
import type { PlanAmendment } from './ke-hoach-dieu-chinh';
import type { StatisticSheet } from './thong-ke';
import type { MovementPlan, MovementReport } from './phong-trao';

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
  readonly 'thong-bao-cong-khai': PublicNotice;
  readonly 'cong-van-xin-y-kien': OpinionLetter;
  readonly 'cong-van-xac-nhan': OpinionLetter;
  readonly 'thong-bao-tu-choi': RefusalNotice;
  readonly 'phieu-tu-choi': RefusalSlip;
  readonly 'bien-ban-cum': ClusterMinutes;
  readonly 'to-trinh-huy-bo': RevocationSubmission;
  readonly 'quyet-dinh-huy-bo': RevokingDecision;
  readonly 'quyet-dinh-thu-hoi': RevokingDecision;
  readonly 'quyet-dinh-dinh-chinh': CorrectingDecision;
  readonly 'cong-van-dinh-chinh': CorrectionLetter;
  readonly 'quyet-dinh-huy-van-ban': CancelingDecision;
  readonly 'ban-sao': CopyBlock;
  readonly 'giay-cap-lai': Certificate;
  readonly 'bang-chi-thuong': PayList;
  readonly 'tom-tat-thanh-tich': AchievementSummary;
  readonly 'phieu-bieu-quyet': BallotForms;
  readonly 'phieu-xin-y-kien': OpinionForms;
  readonly 'xac-nhan-sang-kien': InitiativeConfirmation;
  readonly 'phieu-xin-loi': ApologySlip;
  readonly 'cong-van-don-doc': ReminderLetter;
  readonly 'quyet-dinh-thanh-lap-hoi-dong': CouncilDecision;
  readonly 'quyet-dinh-doan-kiem-tra': InspectionDecision;
  readonly 'bien-ban-kiem-tra': InspectionMinutes;
  readonly 'ket-luan-kiem-tra': InspectionConclusion;
  readonly 'ke-hoach-phong-trao': MovementPlan;
  readonly 'bao-cao-phong-trao': MovementReport;
  readonly 'so-dang-ky-van-ban': RegisterBook;
  readonly 'so-theo-doi': FollowBook;
  readonly 'phieu-kiem-soat': ControlSlip;
  readonly 'bieu-thong-ke': StatisticSheet;
  readonly 'kich-ban-trao-thuong': CeremonyScript;
  readonly 'bang-ten': NameCards;
  readonly 'giay-moi': Invitation;
  readonly 'chuong-trinh-hoi-nghi': ConferenceProgramme;
  readonly 'thong-bao-mo-dot': OccasionNotice;
  readonly 'phieu-dang-ky-thi-dua': EmulationRegistration;
  readonly 'phieu-gioi-thieu-dien-hinh': ModelIntroduction;
  readonly 'danh-sach-vinh-danh': HonourRoll;
  readonly 'ke-hoach-kiem-tra': InspectionPlan;
  readonly 'thong-bao-kiem-tra': InspectionNotice;
  readonly 'bien-ban-cham-diem': ScoringMinutes;
  readonly 'bang-cham-diem': ScoreTable;
  readonly 'ke-hoach-dieu-chinh': PlanAmendment;
  readonly 'cong-van-phoi-hop': CooperationLetter;
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
  'thong-bao-cong-khai': 'Thông báo công khai danh sách đề nghị khen thưởng',
  'cong-van-xin-y-kien': 'Công văn xin ý kiến',
  'cong-van-xac-nhan': 'Công văn đề nghị xác nhận',
  'thong-bao-tu-choi': 'Thông báo không khen thưởng',
  'phieu-tu-choi': 'Phiếu từ chối tiếp nhận, giải quyết hồ sơ',
  'bien-ban-cum': 'Biên bản họp cụm, khối thi đua',
  'to-trinh-huy-bo': 'Tờ trình đề nghị hủy bỏ quyết định khen thưởng',
  'quyet-dinh-huy-bo': 'Quyết định hủy bỏ quyết định khen thưởng',
  'quyet-dinh-thu-hoi': 'Quyết định hủy bỏ quyết định khen thưởng, thu hồi hiện vật và tiền thưởng',
  'quyet-dinh-dinh-chinh': 'Quyết định đính chính',
  'cong-van-dinh-chinh': 'Công văn đính chính',
  'quyet-dinh-huy-van-ban': 'Quyết định hủy bỏ văn bản',
  'ban-sao': 'Bản sao y',
  'giay-cap-lai': 'Giấy chứng nhận khen thưởng cấp lại',
  'bang-chi-thuong': 'Bảng chi tiền thưởng',
  'tom-tat-thanh-tich': 'Tóm tắt thành tích',
  'phieu-bieu-quyet': 'Phiếu biểu quyết',
  'phieu-xin-y-kien': 'Phiếu xin ý kiến bằng văn bản',
  'xac-nhan-sang-kien': 'Xác nhận hiệu quả sáng kiến',
  'phieu-xin-loi': 'Phiếu xin lỗi và hẹn lại ngày trả kết quả',
  'cong-van-don-doc': 'Công văn đôn đốc',
  'quyet-dinh-thanh-lap-hoi-dong': 'Quyết định thành lập Hội đồng',
  'quyet-dinh-doan-kiem-tra': 'Quyết định thành lập Đoàn kiểm tra',
  'bien-ban-kiem-tra': 'Biên bản kiểm tra',
  'ket-luan-kiem-tra': 'Kết luận kiểm tra',
  'ke-hoach-phong-trao': 'Kế hoạch phong trào thi đua',
  'bao-cao-phong-trao': 'Báo cáo phong trào thi đua',
  'so-dang-ky-van-ban': 'Sổ đăng ký văn bản đi',
  'so-theo-doi': 'Sổ theo dõi hồ sơ',
  'phieu-kiem-soat': 'Phiếu kiểm soát quá trình giải quyết hồ sơ',
  'bieu-thong-ke': 'Biểu thống kê',
  'kich-ban-trao-thuong': 'Kịch bản trao thưởng',
  'bang-ten': 'Bảng tên',
  'giay-moi': 'Giấy mời',
  'chuong-trinh-hoi-nghi': 'Chương trình hội nghị',
  'thong-bao-mo-dot': 'Thông báo mở đợt khen thưởng',
  'phieu-dang-ky-thi-dua': 'Phiếu đăng ký thi đua',
  'phieu-gioi-thieu-dien-hinh': 'Phiếu giới thiệu điển hình tiên tiến',
  'danh-sach-vinh-danh': 'Danh sách vinh danh',
  'ke-hoach-kiem-tra': 'Kế hoạch kiểm tra',
  'thong-bao-kiem-tra': 'Thông báo kiểm tra',
  'bien-ban-cham-diem': 'Biên bản họp chấm điểm thi đua',
  'bang-cham-diem': 'Bảng chấm điểm thi đua',
  'ke-hoach-dieu-chinh': 'Kế hoạch điều chỉnh, bổ sung',
  'cong-van-phoi-hop': 'Công văn đề nghị phối hợp',
};

export const PAPER_KINDS: readonly PaperKind[] = Object.keys(PAPER_TITLES) as PaperKind[]; // the record lists every kind
