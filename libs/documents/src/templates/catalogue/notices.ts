import type { PaperDataByKind } from '../../papers/paper-data';
import { choice, date, list, number, orEmpty, text, texts, type FieldsOf } from './field';
import { documentRef, FRAME, nominees } from './shapes';

type Kinds = 'thong-bao-ket-qua' | 'thong-bao-tu-choi' | 'thong-bao-cong-khai' | 'cong-van-xin-y-kien' | 'cong-van-xac-nhan';

const opinionLetter: FieldsOf<PaperDataByKind['cong-van-xin-y-kien']> = {
  frame: FRAME,
  subject: text('Nội dung sau “V/v”'),
  to: texts('Kính gửi'),
  opening: text('Đoạn mở đầu'),
  rows: nominees('Các trường hợp xin ý kiến; trống thì không in danh sách'),
  questions: texts('Nội dung đề nghị trả lời'),
  dueOn: orEmpty(date('Ngày cuối trả lời; trống khi luật không đặt hạn', '2026-03-19')),
  silence: text('Hệ quả khi không trả lời; trống thì không in', 'Quá thời hạn mà không có ý kiến thì coi như đồng ý'),
  contact: text('Nơi liên hệ'),
};

/** Notices and letters. */
export const NOTICE_FIELDS: { readonly [Kind in Kinds]: FieldsOf<PaperDataByKind[Kind]> } = {
  'thong-bao-ket-qua': {
    frame: FRAME,
    subject: text('Trích yếu'),
    to: texts('Kính gửi'),
    dossierCode: text('Mã hồ sơ'),
    submission: documentRef('Tờ trình được trả lời'),
    decision: orEmpty(documentRef('Quyết định khen thưởng; trống khi chưa quyết định')),
    rows: list<PaperDataByKind['thong-bao-ket-qua']['rows'][number]>('Kết quả từng trường hợp', {
      index: number('Số thứ tự'),
      name: text('Họ và tên hoặc tên tập thể'),
      title: text('Chức vụ, đơn vị'),
      award: text('Danh hiệu, hình thức khen thưởng'),
      outcome: choice('Kết quả: được khen, không đạt, tạm dừng, trả lại, rút, chuyển cấp trên', [
        'awarded',
        'not-awarded',
        'held',
        'returned',
        'withdrawn',
        'forwarded',
      ]),
      reason: text('Lý do; trống khi được khen', 'Không đạt tỷ lệ phiếu'),
    }),
    notes: texts('Việc cần làm tiếp'),
  },
  'thong-bao-tu-choi': {
    frame: FRAME,
    subject: text('Trích yếu'),
    to: texts('Kính gửi'),
    dossierCode: text('Mã hồ sơ'),
    submission: orEmpty(documentRef('Tờ trình được trả lời')),
    rows: list<PaperDataByKind['thong-bao-tu-choi']['rows'][number]>('Các trường hợp không khen thưởng', {
      index: number('Số thứ tự'),
      name: text('Họ và tên hoặc tên tập thể'),
      title: text('Chức vụ, đơn vị'),
      award: text('Danh hiệu, hình thức khen thưởng'),
      reason: text('Lý do'),
      rule: text('Căn cứ; trống khi không nêu'),
    }),
    notes: texts('Việc cần làm tiếp'),
  },
  'thong-bao-cong-khai': {
    frame: FRAME,
    subject: text('Trích yếu'),
    publisher: text('Cơ quan công khai'),
    grounds: texts('Căn cứ pháp lý, mỗi căn cứ một câu, không có dấu kết thúc'),
    rows: nominees('Danh sách được công khai'),
    publishedOn: date('Ngày bắt đầu công khai'),
    untilOn: date('Ngày cuối công khai'),
    lasts: text('Thời gian công khai'),
    channels: texts('Nơi công khai'),
    comments: texts('Cách gửi ý kiến'),
  },
  'cong-van-xin-y-kien': opinionLetter,
  'cong-van-xac-nhan': opinionLetter,
};
