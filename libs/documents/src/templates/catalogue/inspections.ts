import type { PaperDataByKind } from '../../papers/paper-data';
import { date, flag, list, number, orEmpty, text, texts, time, type FieldsOf } from './field';
import { documentRef, FRAME, MEETING } from './shapes';

type Kinds = 'ke-hoach-kiem-tra' | 'thong-bao-kiem-tra' | 'bien-ban-cham-diem' | 'bang-cham-diem';
type Plan = PaperDataByKind['ke-hoach-kiem-tra'];
type Minutes = PaperDataByKind['bien-ban-cham-diem'];
type Table = PaperDataByKind['bang-cham-diem'];

const SCORED: FieldsOf<Minutes['rows'][number]> = {
  index: number('Số thứ tự'),
  name: text('Cơ quan, đơn vị'),
  self: orEmpty(text('Điểm tự chấm; trống khi không gửi bảng tự chấm', '95,5')),
  given: text('Điểm thẩm định'),
  rank: number('Xếp thứ'),
  tied: flag('Bằng điểm với đơn vị khác'),
};

/** The plan and notice of inspections, and score sheets. */
export const INSPECTION_FIELDS: { readonly [Kind in Kinds]: FieldsOf<PaperDataByKind[Kind]> } = {
  'ke-hoach-kiem-tra': {
    frame: FRAME,
    subject: text('Trích yếu'),
    movement: text('Tên phong trào thi đua'),
    grounds: texts('Căn cứ, mỗi căn cứ một câu, không có dấu kết thúc'),
    publisher: text('Cơ quan ban hành'),
    purposes: texts('Mục đích'),
    requirements: texts('Yêu cầu'),
    contents: texts('Nội dung kiểm tra'),
    period: text('Thời kỳ được kiểm tra'),
    schedule: list<Plan['schedule'][number]>('Lịch kiểm tra', {
      index: number('Số thứ tự'),
      body: text('Đơn vị được kiểm tra'),
      date: date('Ngày kiểm tra'),
      place: text('Địa điểm'),
    }),
    team: text('Thành phần Đoàn kiểm tra'),
    execution: list<Plan['execution'][number]>('Tổ chức thực hiện', { body: text('Cơ quan, đơn vị'), tasks: text('Nhiệm vụ') }),
  },
  'thong-bao-kiem-tra': {
    frame: FRAME,
    subject: text('Trích yếu'),
    decision: documentRef('Quyết định thành lập Đoàn kiểm tra'),
    publisher: text('Cơ quan thông báo'),
    team: text('Tên Đoàn kiểm tra'),
    body: text('Đơn vị được kiểm tra'),
    date: date('Ngày kiểm tra'),
    startTime: time('Giờ bắt đầu'),
    place: text('Địa điểm'),
    period: text('Thời kỳ được kiểm tra'),
    contents: texts('Nội dung kiểm tra'),
    preparation: texts('Hồ sơ, tài liệu chuẩn bị'),
    participants: texts('Thành phần làm việc của đơn vị'),
    contact: text('Đầu mối liên hệ'),
  },
  'bien-ban-cham-diem': {
    frame: FRAME,
    subject: text('Trích yếu'),
    lead: text('Tổ chức họp'),
    memberNoun: text('Cách gọi thành phần dự họp'),
    meeting: MEETING,
    scale: text('Tổng điểm tối đa của các tiêu chí'),
    rows: list<Minutes['rows'][number]>('Kết quả theo thứ hạng', SCORED),
    changes: list<Minutes['changes'][number]>('Các thay đổi so với điểm tự chấm', {
      index: number('Số thứ tự'),
      name: text('Cơ quan, đơn vị', 'Trường Tiểu học Gia Phúc'),
      criterion: text('Tiêu chí', 'Thực hiện chế độ báo cáo'),
      self: text('Điểm tự chấm', '10'),
      given: text('Điểm thẩm định', '8'),
      reason: text('Lý do', 'Báo cáo quý II chậm 05 ngày'),
    }),
    missing: texts('Đơn vị không gửi bảng tự chấm', 'Thôn Đông Hào'),
    ties: texts('Các trường hợp bằng điểm', 'Trạm Y tế và Trường Mầm non cùng 95 điểm, cùng xếp thứ 2'),
    opinions: texts('Ý kiến thảo luận', 'Nhất trí với kết quả thẩm định'),
    conclusions: texts('Kết luận'),
  },
  'bang-cham-diem': {
    frame: FRAME,
    subject: text('Trích yếu'),
    period: text('Thời kỳ chấm điểm'),
    criteria: list<Table['criteria'][number]>('Tiêu chí, theo thứ tự các cột', {
      label: text('Tên cột'),
      text: text('Nội dung tiêu chí'),
      most: text('Điểm tối đa'),
      movement: flag('Kết quả thực hiện phong trào thi đua'),
    }),
    rows: list<Table['rows'][number]>('Các cơ quan, đơn vị theo thứ hạng', {
      ...SCORED,
      points: texts('Điểm từng tiêu chí, theo thứ tự các cột'),
      note: orEmpty(text('Ghi chú', 'Bằng điểm')),
    }),
    notes: texts('Ghi chú dưới bảng', 'Điểm trong bảng là điểm thẩm định'),
  },
};
