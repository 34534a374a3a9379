import type { PersonRef } from '../../papers/common';
import type { PaperDataByKind } from '../../papers/paper-data';
import { date, flag, group, list, number, orEmpty, text, texts, type Field, type FieldsOf } from './field';
import { FRAME, nomineeKind, person } from './shapes';

type Kinds = 'phieu-bieu-quyet' | 'phieu-xin-y-kien' | 'phieu-xin-loi' | 'cong-van-don-doc';
type Ballots = PaperDataByKind['phieu-bieu-quyet'];
type Opinions = PaperDataByKind['phieu-xin-y-kien'];
type Reminder = PaperDataByKind['cong-van-don-doc'];

const asked = (): Field =>
  list<Ballots['rows'][number]>('Các trường hợp được hỏi', {
    index: number('Số thứ tự'),
    name: text('Họ và tên hoặc tên tập thể'),
    kind: nomineeKind(),
    title: text('Chức vụ, đơn vị'),
    award: text('Danh hiệu, hình thức khen thưởng'),
  });

/** Forms that members fill in, and what tells people of a delay. */
export const SESSION_FORM_FIELDS: { readonly [Kind in Kinds]: FieldsOf<PaperDataByKind[Kind]> } = {
  'phieu-bieu-quyet': {
    frame: FRAME,
    council: text('Tên Hội đồng'),
    subject: text('Nội dung biểu quyết'),
    session: text('Phiên họp'),
    secret: flag('Bỏ phiếu kín: không ghi tên, không ký'),
    rows: asked(),
    guidance: texts('Cách ghi phiếu, phiếu không hợp lệ'),
    sheets: list<Ballots['sheets'][number]>('Mỗi thành viên một tờ', {
      member: orEmpty(
        group<PersonRef>(
          'Thành viên; trống khi bỏ phiếu kín',
          { name: text('Họ và tên', 'Tạ Đình Lộc'), title: text('Chức vụ', 'Phó Chủ tịch Hội đồng') },
          'person',
        ),
      ),
    }),
  },
  'phieu-xin-y-kien': {
    frame: FRAME,
    council: text('Tên Hội đồng'),
    subject: text('Trích yếu'),
    opening: text('Lý do xin ý kiến bằng văn bản'),
    rows: asked(),
    dueOn: orEmpty(date('Thời hạn gửi lại')),
    returnTo: text('Nơi nhận phiếu'),
    sheets: list<Opinions['sheets'][number]>('Mỗi thành viên một tờ', { member: person('Thành viên được hỏi') }),
  },
  'phieu-xin-loi': {
    frame: FRAME,
    dossierCode: text('Mã hồ sơ'),
    to: text('Đơn vị chờ kết quả'),
    receivedBy: text('Nơi tiếp nhận'),
    content: text('Nội dung hồ sơ'),
    receivedDate: date('Ngày nhận'),
    dueDate: date('Ngày đã hẹn'),
    reason: text('Lý do chậm'),
    newDueDate: date('Ngày hẹn lại'),
    resultPlace: text('Nơi trả kết quả'),
    contact: text('Liên hệ'),
  },
  'cong-van-don-doc': {
    frame: FRAME,
    subject: text('Trích yếu, sau “V/v”'),
    to: texts('Kính gửi'),
    opening: text('Đoạn mở đầu'),
    items: list<Reminder['items'][number]>('Nội dung chưa thực hiện', {
      index: number('Số thứ tự'),
      body: text('Cơ quan, đơn vị'),
      content: text('Nội dung'),
      dueOn: orEmpty(date('Thời hạn')),
      late: text('Tình trạng; trống thì không in'),
    }),
    deadline: orEmpty(date('Thời hạn mới')),
    consequence: text('Việc tiếp theo nếu không thực hiện; trống thì không in'),
    contact: text('Liên hệ'),
  },
};
