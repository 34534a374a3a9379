import type { PaperDataByKind } from '../../papers/paper-data';
import { date, list, number, orEmpty, text, texts, type FieldsOf } from './field';
import { documentRef, FRAME } from './shapes';

type Kinds = 'ke-hoach-dieu-chinh' | 'cong-van-phoi-hop';
type Amendment = PaperDataByKind['ke-hoach-dieu-chinh'];

/** Papers of a movement between its launch and its close. */
export const LIFE_CYCLE_FIELDS: { readonly [Kind in Kinds]: FieldsOf<PaperDataByKind[Kind]> } = {
  'ke-hoach-dieu-chinh': {
    frame: FRAME,
    subject: text('Trích yếu, bắt đầu bằng “Điều chỉnh, bổ sung Kế hoạch”'),
    grounds: texts('Căn cứ, mỗi căn cứ một câu, không có dấu kết thúc'),
    publisher: text('Cơ quan ban hành'),
    movement: text('Tên phong trào'),
    plan: documentRef('Kế hoạch được điều chỉnh'),
    reason: orEmpty(text('Lý do, không có dấu kết thúc')),
    changes: list<Amendment['changes'][number]>('Nội dung điều chỉnh, bổ sung', {
      index: number('Số thứ tự'),
      content: text('Nội dung'),
      before: orEmpty(text('Kế hoạch đã ban hành; trống khi trước đó không có')),
      after: orEmpty(text('Điều chỉnh, bổ sung thành; trống khi bỏ')),
    }),
    execution: texts('Tổ chức thực hiện'),
  },
  'cong-van-phoi-hop': {
    frame: FRAME,
    subject: text('Trích yếu sau “V/v”'),
    to: texts('Nơi được đề nghị phối hợp'),
    publisher: text('Cơ quan ban hành'),
    movement: text('Tên phong trào'),
    plan: documentRef('Kế hoạch gửi kèm'),
    requests: texts('Nội dung đề nghị phối hợp'),
    replyBy: orEmpty(date('Đề nghị trả lời trước ngày')),
    contact: text('Nơi liên hệ'),
  },
};
