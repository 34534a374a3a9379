import type { PaperDataByKind } from '../../papers/paper-data';
import { date, flag, group, list, number, orEmpty, text, texts, type FieldsOf } from './field';
import { documentRef, FRAME, nomineeKind } from './shapes';

type Kinds = 'phieu-gioi-thieu-dien-hinh' | 'danh-sach-vinh-danh';
type Introduction = PaperDataByKind['phieu-gioi-thieu-dien-hinh'];
type Roll = PaperDataByKind['danh-sach-vinh-danh'];

/** Papers on models of a movement and on its honourees. */
export const MODEL_FIELDS: { readonly [Kind in Kinds]: FieldsOf<PaperDataByKind[Kind]> } = {
  'phieu-gioi-thieu-dien-hinh': {
    frame: FRAME,
    subject: text('Trích yếu'),
    to: texts('Kính gửi'),
    introducer: text('Đơn vị giới thiệu'),
    movement: text('Tên phong trào thi đua'),
    period: orEmpty(text('Giai đoạn của phong trào; trống khi kế hoạch không nêu', 'giai đoạn 2025 - 2030')),
    model: group<Introduction['model']>('Điển hình tiên tiến', {
      name: text('Họ và tên hoặc tên tập thể'),
      kind: nomineeKind(),
      title: text('Chức vụ, đơn vị của cá nhân; địa chỉ, cấp trên của tập thể'),
      audience: orEmpty(text('Đối tượng', 'Nông dân')),
    }),
    deeds: texts('Việc làm, cách làm', 'Tự mày mò lắp hệ thống tưới điều khiển bằng điện thoại'),
    results: texts('Kết quả', 'Giảm 30% lượng nước tưới'),
    spread: texts('Khả năng nhân rộng; trống thì không in mục này', '12 hộ trong thôn đã làm theo'),
    consent: group<Introduction['consent']>('Đồng ý công khai', {
      given: flag('Đã đồng ý cho đăng, phát'),
      by: orEmpty(text('Người đồng ý; với tập thể là người đứng đầu', 'Phạm Văn Khoát')),
      date: orEmpty(date('Ngày đồng ý', '2026-03-02')),
      withPhoto: flag('Đồng ý cho đăng ảnh'),
    }),
    attachments: texts('Tài liệu gửi kèm', 'Ảnh điển hình'),
  },
  'danh-sach-vinh-danh': {
    frame: FRAME,
    subject: text('Trích yếu'),
    event: text('Tên hội nghị'),
    date: date('Ngày tổ chức'),
    place: text('Địa điểm'),
    parts: list<Roll['parts'][number]>('Từng danh hiệu, hình thức khen thưởng của một quyết định', {
      index: number('Thứ tự'),
      award: text('Tên đầy đủ của danh hiệu, hình thức khen thưởng'),
      decision: orEmpty(documentRef('Quyết định khen thưởng')),
      rows: list<Roll['parts'][number]['rows'][number]>('Tập thể, hộ gia đình, cá nhân được khen', {
        index: number('Số thứ tự, chạy suốt danh sách'),
        name: text('Họ và tên hoặc tên tập thể'),
        kind: nomineeKind(),
        title: text('Chức vụ, đơn vị'),
        achievement: orEmpty(text('Tóm tắt thành tích', 'Đạt thành tích xuất sắc trong phong trào')),
        posthumous: flag('Truy tặng'),
      }),
    }),
    models: list<Roll['models'][number]>('Điển hình tiên tiến được chọn', {
      index: number('Số thứ tự, chạy tiếp'),
      name: text('Họ và tên hoặc tên tập thể'),
      kind: nomineeKind(),
      title: text('Chức vụ, đơn vị'),
      result: text('Kết quả'),
    }),
  },
};
