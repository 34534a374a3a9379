import type { PaperDataByKind } from '../../papers/paper-data';
import { date, flag, group, list, number, text, texts, time, type FieldsOf } from './field';
import { FRAME, MEETING, NOMINEE_FIELDS, person, persons, votes } from './shapes';

type Kinds = 'bien-ban-binh-xet' | 'bien-ban-cum' | 'bien-ban-hoi-dong' | 'bien-ban-kiem-phieu';

/** Minutes of meetings, councils and counts. */
export const MINUTES_FIELDS: { readonly [Kind in Kinds]: FieldsOf<PaperDataByKind[Kind]> } = {
  'bien-ban-binh-xet': {
    frame: FRAME,
    unit: text('Đơn vị họp bình xét'),
    subject: text('Trích yếu'),
    meeting: MEETING,
    agenda: texts('Nội dung, chương trình họp'),
    votingMethod: text('Hình thức biểu quyết'),
    rows: list<PaperDataByKind['bien-ban-binh-xet']['rows'][number]>('Các trường hợp bình xét, kèm kết quả biểu quyết', {
      ...NOMINEE_FIELDS,
      votes: votes(),
    }),
    opinions: texts('Ý kiến thảo luận'),
    conclusions: texts('Kết luận'),
  },
  'bien-ban-cum': {
    frame: FRAME,
    cluster: text('Tên cụm, khối thi đua'),
    subject: text('Trích yếu'),
    meeting: MEETING,
    votingMethod: text('Hình thức bình xét, suy tôn'),
    rows: list<PaperDataByKind['bien-ban-cum']['rows'][number]>('Đơn vị thành viên theo thứ hạng', {
      index: number('Xếp thứ'),
      name: text('Đơn vị thành viên'),
      award: text('Cờ đề nghị; trống khi không đề nghị'),
      votes: votes(),
      leader: flag('Dẫn đầu cụm, khối'),
    }),
    quota: text('Tỷ lệ được đề nghị, bằng lời; trống khi không có'),
    opinions: texts('Ý kiến thảo luận'),
    conclusions: texts('Kết luận'),
  },
  'bien-ban-hoi-dong': {
    frame: FRAME,
    council: text('Tên Hội đồng'),
    legalBase: text('Quyết định thành lập Hội đồng'),
    subject: text('Trích yếu'),
    meeting: MEETING,
    writtenOpinions: number('Số thành viên vắng mặt gửi ý kiến bằng văn bản'),
    publication: texts('Kết quả công khai, đơn thư'),
    quorum: text('Điều kiện tiến hành phiên họp; trống khi không quy định'),
    votingMethod: text('Hình thức biểu quyết'),
    recusals: texts('Thành viên không tham gia vì xung đột lợi ích'),
    thresholds: texts('Tỷ lệ phải đạt của từng hình thức khen thưởng'),
    ties: texts('Lựa chọn giữa các trường hợp ngang nhau', 'Hai trường hợp ngang nhau, Hội đồng chọn nữ (R-07)'),
    discussion: texts('Ý kiến thảo luận'),
    rows: list<PaperDataByKind['bien-ban-hoi-dong']['rows'][number]>('Kết quả từng trường hợp', {
      ...NOMINEE_FIELDS,
      votes: votes(),
      threshold: text('Tỷ lệ phải đạt'),
      recommended: flag('Hội đồng đề nghị khen thưởng'),
    }),
    conclusions: texts('Kết luận'),
  },
  'bien-ban-kiem-phieu': {
    frame: FRAME,
    council: text('Tên Hội đồng'),
    subject: text('Trích yếu'),
    time: time('Giờ kiểm phiếu'),
    date: date('Ngày kiểm phiếu'),
    place: text('Địa điểm'),
    team: group<PaperDataByKind['bien-ban-kiem-phieu']['team']>('Tổ kiểm phiếu', {
      head: person('Tổ trưởng'),
      members: persons('Tổ viên'),
    }),
    totalMembers: number('Tổng số thành viên Hội đồng'),
    absent: number('Số thành viên vắng mặt'),
    ballots: group<PaperDataByKind['bien-ban-kiem-phieu']['ballots']>('Số phiếu', {
      issued: number('Số phiếu phát ra'),
      returned: number('Số phiếu thu về'),
      valid: number('Số phiếu hợp lệ'),
      invalid: number('Số phiếu không hợp lệ'),
      written: number('Số ý kiến bằng văn bản được kiểm cùng'),
    }),
    rows: list<PaperDataByKind['bien-ban-kiem-phieu']['rows'][number]>('Kết quả từng trường hợp', {
      index: number('Số thứ tự'),
      name: text('Họ và tên hoặc tên tập thể'),
      award: text('Danh hiệu, hình thức khen thưởng'),
      votes: votes(),
      threshold: text('Tỷ lệ phải đạt'),
      passed: flag('Đạt tỷ lệ'),
    }),
  },
};
