import type { PaperDataByKind } from '../../papers/paper-data';
import { choice, date, group, list, money, number, optional, orEmpty, picture, text, texts, type FieldsOf } from './field';
import { documentRef, FRAME, nomineeKind, nominees } from './shapes';

type Kinds =
  | 'quyet-dinh'
  | 'quyet-dinh-huy-bo'
  | 'quyet-dinh-thu-hoi'
  | 'quyet-dinh-dinh-chinh'
  | 'quyet-dinh-huy-van-ban'
  | 'to-trinh-huy-bo'
  | 'cong-van-dinh-chinh'
  | 'ban-sao'
  | 'giay-khen'
  | 'bang-khen'
  | 'giay-cap-lai'
  | 'bang-chi-thuong';

const grounds = texts('Căn cứ pháp lý, mỗi căn cứ một câu, không có dấu kết thúc');
const decider = text('Người có thẩm quyền quyết định');
const executors = text('Điều khoản thi hành: ai chịu trách nhiệm');
const proposal = text('Theo đề nghị của ai, tại văn bản nào; không có dấu kết thúc');
const award = text('Tên đầy đủ của danh hiệu, hình thức khen thưởng');

const corrections = list<PaperDataByKind['cong-van-dinh-chinh']['corrections'][number]>('Các chỗ đính chính', {
  index: number('Số thứ tự'),
  place: text('Vị trí'),
  printed: text('Đã in'),
  right: text('Đính chính thành'),
});

const revokedRows = list<PaperDataByKind['to-trinh-huy-bo']['rows'][number]>('Các trường hợp bị hủy bỏ khen thưởng', {
  index: number('Số thứ tự'),
  name: text('Họ và tên hoặc tên tập thể'),
  kind: nomineeKind(),
  title: text('Chức vụ, đơn vị'),
  award,
  amount: optional(money('Tiền thưởng đã chi phải thu hồi', 702000)),
  item: text('Hiện vật phải thu hồi'),
});

const certificate: FieldsOf<PaperDataByKind['giay-khen']> = {
  frame: FRAME,
  decider,
  verb: choice('Dòng chữ trên tên danh hiệu', ['TẶNG', 'TẶNG DANH HIỆU', 'TRUY TẶNG', 'TRUY TẶNG DANH HIỆU']),
  award: text('Giấy khen, Bằng khen hoặc danh hiệu'),
  recipient: text('Người, tập thể được tặng, có danh xưng'),
  title: text('Chức vụ, đơn vị, địa chỉ'),
  achievement: text('Thành tích'),
  decisionNumber: orEmpty(text('Số quyết định; trống khi còn là dự thảo', '57')),
  decisionSymbol: text('Ký hiệu quyết định'),
  decisionDate: orEmpty(date('Ngày quyết định', '2026-03-05')),
  goldenBook: orEmpty(text('Số sổ vàng; trống để điền tay', '12')),
  emblem: orEmpty(picture('Quốc huy hoặc biểu trưng')),
  emblemOf: optional({ ...choice('Quốc huy hay biểu trưng riêng', ['state', 'own']), example: 'state' }),
  heading: optional(text('Dòng đầu của tổ chức đảng', 'ĐẢNG CỘNG SẢN VIỆT NAM')),
  reissue: optional(
    group<NonNullable<PaperDataByKind['giay-khen']['reissue']>>('Ghi trên giấy chứng nhận cấp lại', {
      mark: text('Lần cấp lại', 'CẤP LẠI LẦN 1'),
      note: text('Lý do, ngày cấp lại', 'Bị hỏng do thiên tai, cấp lại ngày 20/5/2026'),
    }),
  ),
};

const revoking: FieldsOf<PaperDataByKind['quyet-dinh-huy-bo']> = {
  frame: FRAME,
  subject: text('Trích yếu'),
  decider,
  grounds,
  proposal,
  decision: documentRef('Quyết định khen thưởng bị hủy bỏ'),
  award,
  ground: text('Lý do hủy bỏ (R-23)'),
  rows: revokedRows,
  recovery: orEmpty(
    group<NonNullable<PaperDataByKind['quyet-dinh-thu-hoi']['recovery']>>('Thu hồi hiện vật, tiền thưởng; trống khi không có gì phải thu', {
      to: text('Nơi nộp lại', 'Phòng Văn hóa - Xã hội xã Gia Phúc'),
      within: text('Thời hạn', '15 ngày làm việc'),
      fund: text('Quỹ nhận lại tiền', 'Quỹ thi đua, khen thưởng của xã'),
    }),
  ),
  executors,
};

/** Decisions, what changes them, certificates and payment. */
export const DECISION_FIELDS: { readonly [Kind in Kinds]: FieldsOf<PaperDataByKind[Kind]> } = {
  'quyet-dinh': {
    frame: FRAME,
    subject: text('Trích yếu, bắt đầu bằng “Về việc”'),
    decider,
    grounds,
    proposal,
    award,
    achievement: text('Cụm từ “đã có thành tích …”'),
    period: text('Thời gian đạt thành tích'),
    fund: orEmpty(text('Quỹ chi tiền thưởng; trống khi không kèm tiền thưởng', 'Quỹ thi đua, khen thưởng của xã')),
    verb: optional(text('Tặng, Truy tặng hoặc Tặng, truy tặng', 'Truy tặng')),
    more: optional(texts('Câu thêm của Điều 1', 'Thân nhân của ông Nguyễn Văn An nhận thay')),
    executors,
    rows: nominees('Danh sách kèm theo, in thành phụ lục'),
  },
  'quyet-dinh-huy-bo': revoking,
  'quyet-dinh-thu-hoi': revoking,
  'quyet-dinh-dinh-chinh': {
    frame: FRAME,
    subject: text('Trích yếu'),
    decider,
    grounds,
    proposal,
    target: documentRef('Văn bản được đính chính'),
    corrections,
    executors,
  },
  'quyet-dinh-huy-van-ban': {
    frame: FRAME,
    subject: text('Trích yếu'),
    decider,
    grounds,
    target: documentRef('Văn bản bị hủy bỏ'),
    reason: text('Lý do'),
    executors,
  },
  'to-trinh-huy-bo': {
    frame: FRAME,
    subject: text('Trích yếu'),
    submitter: text('Cơ quan, đơn vị trình'),
    to: texts('Kính gửi'),
    grounds,
    decision: documentRef('Quyết định đề nghị hủy bỏ'),
    award,
    ground: text('Lý do hủy bỏ (R-23)'),
    conclusion: documentRef('Kết luận làm căn cứ'),
    summary: texts('Tóm tắt vụ việc'),
    rows: revokedRows,
    attachments: texts('Hồ sơ gửi kèm'),
  },
  'cong-van-dinh-chinh': {
    frame: FRAME,
    subject: text('Nội dung sau “V/v”'),
    to: texts('Kính gửi'),
    target: documentRef('Văn bản được đính chính'),
    reason: text('Lý do'),
    corrections,
  },
  'ban-sao': {
    frame: FRAME,
    form: text('Hình thức sao'),
    original: documentRef('Văn bản gốc'),
    originalTitle: text('Tên văn bản gốc'),
    pages: number('Số trang của bản gốc'),
    copies: number('Số bản sao'),
    purpose: text('Mục đích; trống thì không in'),
  },
  'giay-khen': certificate,
  'bang-khen': certificate,
  'giay-cap-lai': certificate,
  'bang-chi-thuong': {
    frame: FRAME,
    subject: text('Trích yếu'),
    attachedTo: orEmpty(documentRef('Quyết định khen thưởng')),
    fund: text('Quỹ chi tiền thưởng'),
    rows: list<PaperDataByKind['bang-chi-thuong']['rows'][number]>('Người, tập thể nhận tiền thưởng', {
      index: number('Số thứ tự'),
      name: text('Họ và tên hoặc tên tập thể'),
      kind: nomineeKind(),
      title: text('Chức vụ, đơn vị'),
      award,
      formula: text('Cách tính'),
      amount: money('Số tiền'),
      note: text('Ghi chú; trống khi chi nguyên mức', 'Chỉ trả mức cao nhất (M-05)'),
    }),
    maker: group<PaperDataByKind['bang-chi-thuong']['maker']>('Người lập bảng', {
      lines: texts('Chức danh, chữ in hoa'),
      name: text('Họ và tên'),
    }),
  },
};
