import type { PaperDataByKind } from '../../papers/paper-data';
import { choice, date, group, list, number, optional, orEmpty, text, texts, time, type FieldsOf } from './field';
import { documentRef, FRAME, nomineeKind, NOMINEE_FIELDS, nominees } from './shapes';

type Kinds =
  | 'to-trinh'
  | 'danh-sach'
  | 'bang-tong-hop'
  | 'tom-tat-thanh-tich'
  | 'phieu-trinh'
  | 'phieu-tham-dinh'
  | 'muc-luc'
  | 'giay-tiep-nhan'
  | 'phieu-yeu-cau-bo-sung'
  | 'phieu-tu-choi';

const facts = list<{ label: string; value: string }>('Sơ lược lý lịch hoặc đặc điểm, mỗi dòng một mục', {
  label: text('Tên mục'),
  value: text('Nội dung'),
});

/** Papers of the dossier and of its way through the desk. */
export const SUBMISSION_FIELDS: { readonly [Kind in Kinds]: FieldsOf<PaperDataByKind[Kind]> } = {
  'to-trinh': {
    frame: FRAME,
    subject: text('Trích yếu, bắt đầu bằng “Về việc”'),
    submitter: text('Cơ quan, đơn vị trình'),
    to: texts('Kính gửi'),
    grounds: texts('Căn cứ pháp lý, mỗi căn cứ một câu, không có dấu kết thúc'),
    opening: text('Đoạn mở đầu trước bảng số lượng theo từng hình thức khen thưởng'),
    rows: nominees('Danh sách đề nghị, in thành phụ lục'),
    statements: texts('Cam kết chấp hành pháp luật, kết quả công khai'),
    opinions: texts('Ý kiến của các cơ quan đã hỏi (điểm c khoản 11 Điều 33 NĐ 152/2025)'),
    appraisal: orEmpty(
      text(
        'Ý kiến thẩm định (điểm d khoản 11 Điều 33 NĐ 152/2025); trống ở cấp dưới tỉnh',
        'Hồ sơ đúng đối tượng, đủ điều kiện, tiêu chuẩn, đúng thủ tục.',
      ),
    ),
    attachments: texts('Hồ sơ gửi kèm, mỗi văn bản một mục'),
    closing: optional(
      text('Câu kết, không có dấu kết thúc', 'Sở Nội vụ kính trình Chủ tịch Ủy ban nhân dân thành phố xem xét, quyết định'),
    ),
    mandatory: optional(
      list<NonNullable<PaperDataByKind['to-trinh']['mandatory']>[number]>('Nội dung luật bắt buộc phải có; không in, chỉ để kiểm tra', {
        need: text('Nội dung', 'appraisal'),
        citation: text('Căn cứ', 'khoản 11 Điều 33 Nghị định số 152/2025/NĐ-CP'),
      }),
    ),
  },
  'danh-sach': {
    frame: FRAME,
    subject: text('Trích yếu của danh sách'),
    attachedTo: orEmpty(documentRef('Văn bản mà danh sách kèm theo')),
    rows: nominees(),
  },
  'bang-tong-hop': {
    frame: FRAME,
    subject: text('Trích yếu của bảng tổng hợp'),
    submissions: list<PaperDataByKind['bang-tong-hop']['submissions'][number]>('Từng hồ sơ trình trong đợt xét', {
      submitter: text('Đơn vị trình'),
      dossierCode: text('Mã hồ sơ'),
      reference: text('Tờ trình: số, ngày'),
      rows: list<PaperDataByKind['bang-tong-hop']['submissions'][number]['rows'][number]>('Các trường hợp của hồ sơ', {
        ...NOMINEE_FIELDS,
        appraisal: text('Ý kiến thẩm định'),
      }),
    }),
  },
  'tom-tat-thanh-tich': {
    frame: FRAME,
    award: text('Tên đầy đủ của danh hiệu, hình thức khen thưởng'),
    ground: text('Lý do áp dụng thủ tục đơn giản'),
    nominee: group<PaperDataByKind['tom-tat-thanh-tich']['nominee']>('Người, tập thể, hộ gia đình', {
      kind: nomineeKind(),
      name: text('Họ và tên hoặc tên tập thể'),
      facts,
    }),
    period: text('Thời gian đạt thành tích'),
    criterion: text('Tiêu chuẩn đạt được, theo lời văn của luật; trống thì không in'),
    achievements: texts('Ba đến năm câu nêu thành tích có số liệu'),
    pastAwards: texts('Các hình thức khen thưởng đã có'),
  },
  'phieu-trinh': {
    frame: FRAME,
    dossierCode: text('Mã hồ sơ'),
    to: text('Kính gửi người có thẩm quyền'),
    subject: text('Trích yếu'),
    summary: texts('Tóm tắt nội dung trình'),
    authority: text('Kết quả kiểm tra thẩm quyền'),
    opinions: list<PaperDataByKind['phieu-trinh']['opinions'][number]>('Ý kiến các cấp', {
      who: text('Cơ quan, người cho ý kiến'),
      opinion: text('Ý kiến'),
      date: date('Ngày'),
    }),
    papers: texts('Văn bản kèm theo'),
    proposal: text('Đề xuất'),
  },
  'phieu-tham-dinh': {
    frame: FRAME,
    dossierCode: text('Mã hồ sơ'),
    submitter: text('Đơn vị trình'),
    receivedDate: date('Ngày nhận hồ sơ'),
    subject: text('Trích yếu'),
    rows: nominees(),
    checks: list<PaperDataByKind['phieu-tham-dinh']['checks'][number]>('Nội dung thẩm định', {
      content: text('Nội dung'),
      basis: text('Căn cứ'),
      verdict: choice('Kết luận: đạt, không đạt, thiếu dữ liệu', ['met', 'not-met', 'missing']),
      note: text('Ghi chú', 'Cần bổ sung xác nhận'),
    }),
    consulted: list<PaperDataByKind['phieu-tham-dinh']['consulted'][number]>('Ý kiến các cơ quan đã hỏi', {
      body: text('Cơ quan'),
      opinion: text('Ý kiến'),
    }),
    conclusion: text('Kết luận thẩm định'),
    proposal: text('Đề xuất'),
    appraiser: group<PaperDataByKind['phieu-tham-dinh']['appraiser']>(
      'Người thẩm định',
      { name: text('Họ và tên'), title: text('Chức vụ') },
      'person',
    ),
  },
  'muc-luc': {
    frame: FRAME,
    dossierCode: text('Mã hồ sơ'),
    submitter: text('Đơn vị trình'),
    subject: text('Trích yếu'),
    entries: list<PaperDataByKind['muc-luc']['entries'][number]>('Văn bản trong bộ hồ sơ', {
      index: number('Số thứ tự'),
      title: text('Tên văn bản'),
      number: text('Số, ký hiệu; trống khi không có'),
      date: orEmpty(date('Ngày', '2026-03-02')),
      pages: number('Số trang'),
      fromPage: number('Từ trang'),
    }),
    totalPages: number('Tổng số trang'),
  },
  'giay-tiep-nhan': {
    frame: FRAME,
    dossierCode: text('Mã hồ sơ'),
    receivedBy: text('Nơi tiếp nhận'),
    submitter: text('Đơn vị nộp'),
    contact: text('Người liên hệ'),
    content: text('Nội dung giải quyết'),
    parts: list<PaperDataByKind['giay-tiep-nhan']['parts'][number]>('Thành phần hồ sơ', {
      index: number('Số thứ tự'),
      name: text('Tên giấy tờ'),
      copies: number('Số lượng'),
      form: text('Hình thức: bản chính, bản sao, tệp'),
    }),
    receivedTime: time('Giờ nhận'),
    receivedDate: date('Ngày nhận'),
    workingDays: number('Số ngày làm việc giải quyết'),
    dueDate: date('Ngày hẹn trả'),
    resultPlace: text('Nơi nhận kết quả'),
  },
  'phieu-yeu-cau-bo-sung': {
    frame: FRAME,
    dossierCode: text('Mã hồ sơ'),
    to: text('Kính gửi'),
    content: text('Nội dung hồ sơ'),
    receivedDate: date('Ngày nhận hồ sơ'),
    items: list<PaperDataByKind['phieu-yeu-cau-bo-sung']['items'][number]>('Nội dung cần bổ sung', {
      index: number('Số thứ tự'),
      part: text('Thành phần hồ sơ'),
      reason: text('Lý do'),
      remedy: text('Cách bổ sung'),
    }),
    deadline: orEmpty(date('Hạn bổ sung; trống khi không đặt hạn', '2026-03-11')),
    contact: text('Người liên hệ'),
  },
  'phieu-tu-choi': {
    frame: FRAME,
    dossierCode: text('Mã hồ sơ'),
    receivedBy: text('Nơi tiếp nhận'),
    submitter: text('Đơn vị nộp'),
    content: text('Nội dung đề nghị'),
    receivedDate: date('Ngày nhận hồ sơ'),
    reasons: list<PaperDataByKind['phieu-tu-choi']['reasons'][number]>('Lý do từ chối', {
      index: number('Số thứ tự'),
      reason: text('Lý do'),
      rule: text('Căn cứ'),
    }),
    guidance: text('Hướng dẫn'),
    contact: text('Nơi liên hệ'),
  },
};
