import type { PaperDataByKind } from '../../papers/paper-data';
import { date, list, number, orEmpty, text, texts, time, type FieldsOf } from './field';
import { documentRef, FRAME, nomineeKind } from './shapes';

type Kinds = 'kich-ban-trao-thuong' | 'bang-ten' | 'giay-moi' | 'chuong-trinh-hoi-nghi';
type Script = PaperDataByKind['kich-ban-trao-thuong'];
type Cards = PaperDataByKind['bang-ten'];
type Programme = PaperDataByKind['chuong-trinh-hoi-nghi'];

const WHEN = {
  date: date('Ngày tổ chức'),
  startTime: time('Giờ bắt đầu'),
  place: text('Địa điểm'),
  chair: text('Chủ trì'),
};

/** Papers of a ceremony. */
export const CEREMONY_FIELDS: { readonly [Kind in Kinds]: FieldsOf<PaperDataByKind[Kind]> } = {
  'kich-ban-trao-thuong': {
    frame: FRAME,
    subject: text('Trao thưởng tại hội nghị nào'),
    occasion: text('Kết hợp với dịp nào, hoặc vì sao tổ chức riêng'),
    ...WHEN,
    parts: list<Script['parts'][number]>('Từng lượt trao: một hình thức của một quyết định', {
      index: number('Thứ tự lượt'),
      award: text('Tên đầy đủ của danh hiệu, hình thức khen thưởng'),
      decision: orEmpty(documentRef('Quyết định được công bố')),
      presenter: text('Người trao'),
      rows: list<Script['parts'][number]['rows'][number]>('Người nhận theo thứ tự được mời', {
        index: number('Thứ tự, chạy suốt các lượt'),
        name: text('Họ và tên hoặc tên tập thể'),
        kind: nomineeKind(),
        title: text('Chức vụ, đơn vị'),
        note: orEmpty(text('Ghi chú', 'Truy tặng; gia đình đón nhận')),
      }),
    }),
  },
  'bang-ten': {
    frame: FRAME,
    event: text('Tên hội nghị'),
    cards: list<Cards['cards'][number]>('Từng bảng tên', {
      name: text('Họ và tên hoặc tên tập thể'),
      title: text('Chức vụ, đơn vị'),
      award: orEmpty(text('Hình thức được trao; trống với khách mời')),
    }),
  },
  'giay-moi': {
    frame: FRAME,
    subject: text('Trích yếu'),
    host: text('Cơ quan mời'),
    guests: texts('Người, cơ quan được mời', 'Bà Nguyễn Thị Ánh Tuyết'),
    event: text('Tên hội nghị'),
    ...WHEN,
    notes: texts('Lưu ý', 'Đề nghị đại biểu đến đúng giờ'),
  },
  'chuong-trinh-hoi-nghi': {
    frame: FRAME,
    subject: text('Tên hội nghị'),
    ...WHEN,
    items: list<Programme['items'][number]>('Từng mục', {
      index: number('Số thứ tự'),
      time: orEmpty(text('Thời gian', '08:00 - 08:10')),
      content: text('Nội dung'),
      by: orEmpty(text('Người thực hiện', 'Phòng Văn hóa - Xã hội')),
    }),
  },
};
