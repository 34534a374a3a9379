import type { AbsentMember, DocumentRef, Frame, Meeting, NomineeRow, PersonRef, Signature, Votes } from '../../papers/common';
import { choice, date, flag, group, list, money, number, optional, orEmpty, text, texts, time, type Field, type FieldsOf } from './field';

/** Fields that many kinds share. */
const SIGNATURE: FieldsOf<Signature> = {
  lines: texts('Quyền hạn, chức vụ của người ký, mỗi dòng một mục, chữ in hoa; để trống thì không in khối chữ ký', 'TM. ỦY BAN NHÂN DÂN'),
  name: text('Họ và tên người ký, không ghi học hàm, học vị', 'Phạm Quang Hưng'),
  note: optional(orEmpty(text('Ghi chú tại vị trí chữ ký', 'Đã ký số\n02/03/2026 14:05:07 +07:00'))),
};

const FRAME_FIELDS: FieldsOf<Frame> = {
  parentBody: orEmpty(text('Cơ quan, tổ chức chủ quản trực tiếp, chữ in hoa', 'ỦY BAN NHÂN DÂN XÃ GIA PHÚC')),
  body: text('Cơ quan ban hành văn bản, chữ in hoa; xuống dòng bằng ký tự xuống dòng'),
  number: orEmpty(text('Số văn bản; trống khi chưa cấp số', '12')),
  symbol: text('Ký hiệu văn bản; trống thì không in dòng số', 'TTr-UBND'),
  place: text('Địa danh'),
  date: orEmpty(date('Ngày ban hành; trống khi còn là dự thảo', '2026-03-02')),
  signature: group('Khối chữ ký', SIGNATURE),
  recipients: texts('Các dòng Nơi nhận, không có gạch đầu dòng', 'Như trên'),
  unconfirmedRows: texts('Mã các dòng dữ liệu luật chưa được cơ quan xác nhận', 'AU-05'),
  simulated: flag('Bản mô phỏng, không có giá trị pháp lý'),
  verifyUrl: optional(orEmpty(text('Địa chỉ tra cứu của mã QR; chỉ có khi hệ thống được đặt địa chỉ công khai', 'https://…/tra-cuu/…'))),
  stamp: optional(orEmpty(text('Dấu in chéo trang của gói luật mô phỏng', 'MÔ PHỎNG'))),
};

export const FRAME: Field = group('Phần khung của văn bản: cơ quan ban hành, số, ngày, chữ ký, nơi nhận', FRAME_FIELDS);

const VOTE_FIELDS: FieldsOf<Votes> = {
  yes: number('Số phiếu đồng ý'),
  no: number('Số phiếu không đồng ý'),
  blank: number('Số phiếu trống, không hợp lệ và thành viên không bỏ phiếu'),
  total: number('Tổng số thành viên (kể cả vắng mặt)'),
  share: text('Tỷ lệ đồng ý trên tổng số thành viên, như in trên giấy'),
};

export const votes = (): Field => group('Kết quả bỏ phiếu', VOTE_FIELDS);

export const nomineeKind = (): Field => choice('Đối tượng', ['individual', 'collective', 'household']);

export const NOMINEE_FIELDS: FieldsOf<NomineeRow> = {
  index: number('Số thứ tự'),
  name: text('Họ và tên hoặc tên tập thể'),
  kind: nomineeKind(),
  title: text('Chức vụ, đơn vị của cá nhân; địa chỉ, cấp trên của tập thể'),
  award: text('Tên đầy đủ của danh hiệu, hình thức khen thưởng'),
  achievement: text('Tóm tắt thành tích'),
  amount: optional(money('Tiền thưởng', 702000)),
  votes: optional({ ...votes(), fields: examplesOf(VOTE_FIELDS, { yes: 8, no: 0, blank: 1, total: 9, share: '88,9%' }) }),
  note: optional(text('Ghi chú', 'Đề nghị xét đợt sau')),
  posthumous: optional(flag('Truy tặng', true)),
};

export const nominees = (says = 'Danh sách tập thể, hộ gia đình, cá nhân'): Field => list(says, NOMINEE_FIELDS);

const PERSON_FIELDS: FieldsOf<PersonRef> = { name: text('Họ và tên'), title: text('Chức vụ') };

export const person = (says: string): Field => group(says, PERSON_FIELDS, 'person');
export const persons = (says: string): Field => list(says, examplesOf(PERSON_FIELDS, { name: 'Phạm Quang Hưng', title: 'Chủ tịch' }));

const ABSENT_FIELDS: FieldsOf<AbsentMember> = {
  name: text('Họ và tên', 'Mai Thị Quế'),
  title: text('Chức vụ', 'Ủy viên'),
  reason: text('Lý do vắng mặt', 'đi công tác'),
};

const MEETING_FIELDS: FieldsOf<Meeting> = {
  date: date('Ngày họp'),
  startTime: time('Giờ bắt đầu'),
  endTime: time('Giờ kết thúc'),
  place: text('Địa điểm'),
  chair: person('Chủ trì'),
  secretary: person('Thư ký'),
  invited: persons('Khách mời'),
  present: number('Số có mặt'),
  total: number('Tổng số thành viên'),
  absent: list('Thành viên vắng mặt', ABSENT_FIELDS),
};

export const MEETING: Field = group('Cuộc họp', MEETING_FIELDS);

const DOCUMENT_FIELDS: FieldsOf<DocumentRef> = {
  name: text('Tên loại văn bản', 'Tờ trình'),
  number: orEmpty(text('Số; trống khi còn là dự thảo', '12')),
  symbol: text('Ký hiệu', 'TTr-UBND'),
  date: orEmpty(date('Ngày', '2026-03-02')),
  body: text('Cơ quan ban hành', 'Ủy ban nhân dân xã Gia Phúc'),
};

export const documentRef = (says: string): Field => group(says, DOCUMENT_FIELDS, 'document');

/** The fields with an example each, for shapes that a sample may leave out. */
export function examplesOf<T>(
  fields: FieldsOf<T>,
  examples: { readonly [Key in keyof Required<T>]: string | number | boolean },
): FieldsOf<T> {
  const pairs = Object.entries<Field>(fields).map(([key, field]) => [key, { ...field, example: examples[key as keyof T] }]);
  return Object.fromEntries(pairs) as FieldsOf<T>; // the same keys
}
