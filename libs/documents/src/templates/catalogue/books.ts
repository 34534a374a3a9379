import type { PaperDataByKind } from '../../papers/paper-data';
import { choice, date, flag, list, number, orEmpty, text, texts, time, type FieldsOf } from './field';
import { FRAME } from './shapes';

type Kinds = 'so-dang-ky-van-ban' | 'so-theo-doi' | 'phieu-kiem-soat';
type Register = PaperDataByKind['so-dang-ky-van-ban'];
type Follow = PaperDataByKind['so-theo-doi'];
type Slip = PaperDataByKind['phieu-kiem-soat'];

/** Books and slips of the records office and the one-stop desk. */
export const BOOK_FIELDS: { readonly [Kind in Kinds]: FieldsOf<PaperDataByKind[Kind]> } = {
  'so-dang-ky-van-ban': {
    frame: FRAME,
    year: number('Năm của sổ'),
    span: orEmpty(text('Từ ngày đến ngày; trống khi sổ chưa có văn bản')),
    parts: list<Register['parts'][number]>('Từng loại văn bản', {
      typeName: text('Tên loại văn bản'),
      span: text('Từ số đến số, số đã hủy'),
      lines: list<Register['parts'][number]['lines'][number]>('Từng văn bản', {
        numberText: text('Số, ký hiệu'),
        date: date('Ngày tháng văn bản'),
        title: text('Tên loại và trích yếu nội dung'),
        signer: orEmpty(text('Người ký')),
        recipients: orEmpty(text('Nơi nhận')),
        archive: orEmpty(text('Đơn vị, người nhận bản lưu')),
        copies: number('Số lượng bản'),
        note: orEmpty(text('Ghi chú; lý do hủy số', 'Hủy số: cấp nhầm sổ')),
        canceled: flag('Số đã hủy, in gạch ngang', false),
      }),
    }),
  },
  'so-theo-doi': {
    frame: FRAME,
    year: number('Năm của sổ'),
    desk: text('Nơi tiếp nhận'),
    lines: list<Follow['lines'][number]>('Từng hồ sơ', {
      index: number('Số thứ tự'),
      code: text('Mã hồ sơ'),
      content: text('Nội dung giải quyết'),
      copies: number('Số bộ hồ sơ'),
      submitter: text('Cá nhân, tổ chức nộp'),
      contact: orEmpty(text('Người liên hệ', 'Đỗ Thị Hạnh')),
      handler: text('Cơ quan chủ trì giải quyết'),
      receivedDate: date('Ngày nhận hồ sơ'),
      dueDate: orEmpty(date('Ngày hẹn trả kết quả', '2026-03-16')),
      forwardedDate: orEmpty(date('Ngày chuyển giải quyết', '2026-03-03')),
      resultDate: orEmpty(date('Ngày nhận kết quả giải quyết', '2026-03-12')),
      returnedDate: orEmpty(date('Ngày trả kết quả', '2026-03-13')),
      method: orEmpty(text('Phương thức trả kết quả', 'Trên hệ thống')),
      note: orEmpty(text('Ghi chú', 'Đang giải quyết')),
    }),
  },
  'phieu-kiem-soat': {
    frame: FRAME,
    dossierCode: text('Mã hồ sơ'),
    submitter: text('Đơn vị nộp'),
    content: text('Nội dung giải quyết'),
    receivedBy: text('Cơ quan tiếp nhận, giải quyết'),
    receivedDate: orEmpty(date('Ngày nhận đủ hồ sơ')),
    dueDate: orEmpty(date('Ngày hẹn trả kết quả', '2026-03-16')),
    others: texts('Cơ quan phối hợp giải quyết'),
    steps: list<Slip['steps'][number]>('Từng bước, theo thứ tự thời gian', {
      index: number('Số thứ tự'),
      name: text('Tên bước'),
      giver: orEmpty(text('Người giao, cơ quan; trống ở bước đầu', 'Đỗ Thị Hạnh, Trường Tiểu học Gia Phúc')),
      taker: text('Người nhận, cơ quan'),
      time: time('Giờ giao, nhận'),
      date: date('Ngày giao, nhận'),
      dueDate: orEmpty(date('Hạn giải quyết', '2026-03-06')),
      doneDate: orEmpty(date('Ngày hoàn thành', '2026-03-06')),
      result: choice('Kết quả', ['Trước hạn', 'Đúng hạn', 'Quá hạn', 'Đang giải quyết']),
      note: orEmpty(text('Ghi chú', 'Đang giải quyết')),
    }),
  },
};
