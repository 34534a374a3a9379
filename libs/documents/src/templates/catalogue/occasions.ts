import type { PaperDataByKind } from '../../papers/paper-data';
import { date, group, list, number, orEmpty, text, texts, type FieldsOf } from './field';
import { documentRef, FRAME, nomineeKind } from './shapes';

type Kinds = 'thong-bao-mo-dot' | 'phieu-dang-ky-thi-dua';
type Notice = PaperDataByKind['thong-bao-mo-dot'];
type Registration = PaperDataByKind['phieu-dang-ky-thi-dua'];

/** Papers of an occasion of a movement. */
export const OCCASION_FIELDS: { readonly [Kind in Kinds]: FieldsOf<PaperDataByKind[Kind]> } = {
  'thong-bao-mo-dot': {
    frame: FRAME,
    subject: text('Trích yếu'),
    publisher: text('Cơ quan thông báo'),
    plan: documentRef('Kế hoạch của phong trào'),
    movement: text('Tên phong trào thi đua'),
    occasion: text('Dịp khen thưởng', 'khen thưởng sơ kết năm 2027'),
    units: texts('Cơ quan, đơn vị được mời', 'Trường Trung học cơ sở Gia Phúc'),
    awards: list<Notice['awards'][number]>('Hình thức được đề nghị', {
      index: number('Số thứ tự'),
      award: text('Tên đầy đủ'),
      decider: text('Người quyết định'),
      plan: orEmpty(text('Lời của kế hoạch; trống khi theo quy định của pháp luật')),
    }),
    criteria: texts(
      'Tiêu chuẩn riêng của kế hoạch; trống thì không in mục này',
      'Được đánh giá hoàn thành xuất sắc nhiệm vụ trong năm xét',
    ),
    dossier: texts('Thành phần hồ sơ theo kế hoạch; trống thì không in', 'Tờ trình đề nghị khen thưởng'),
    chain: texts('Phong trào trong chuỗi; trống khi chỉ có một', 'Phong trào “Cả nước thi đua” do Thủ tướng Chính phủ phát động'),
    registerBy: orEmpty(date('Hạn đăng ký thi đua; trống khi không đăng ký', '2027-03-15')),
    closesOn: date('Hạn nộp hồ sơ'),
    note: orEmpty(text('Nội dung khác, không có dấu kết thúc', 'Ưu tiên tập thể nhỏ, cá nhân trực tiếp')),
    contact: text('Nơi nhận đăng ký, hồ sơ'),
  },
  'phieu-dang-ky-thi-dua': {
    frame: FRAME,
    subject: text('Trích yếu'),
    to: texts('Kính gửi'),
    unit: text('Đơn vị đăng ký'),
    movement: text('Tên phong trào thi đua'),
    occasion: text('Dịp khen thưởng', 'khen thưởng sơ kết năm 2027'),
    notice: documentRef('Thông báo mở đợt'),
    rows: list<Registration['rows'][number]>('Tập thể, hộ gia đình, cá nhân đăng ký', {
      index: number('Số thứ tự'),
      name: text('Họ và tên hoặc tên tập thể'),
      kind: nomineeKind(),
      title: orEmpty(text('Chức vụ, đơn vị', 'Giáo viên')),
      award: text('Hình thức phấn đấu'),
      goals: orEmpty(text('Nội dung, chỉ tiêu phấn đấu', 'Mở 04 lớp bình dân học vụ số')),
    }),
    totals: group<Registration['totals']>('Tổng số', {
      collectives: number('Số tập thể'),
      households: number('Số hộ gia đình'),
      individuals: number('Số cá nhân'),
    }),
  },
};
