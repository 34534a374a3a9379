import type { PaperDataByKind } from '../../papers/paper-data';
import { choice, date, list, number, orEmpty, text, texts, time, type Field, type FieldsOf } from './field';
import { documentRef, FRAME, person, persons } from './shapes';

type Kinds =
  | 'quyet-dinh-thanh-lap-hoi-dong'
  | 'quyet-dinh-doan-kiem-tra'
  | 'bien-ban-kiem-tra'
  | 'ket-luan-kiem-tra'
  | 'ke-hoach-phong-trao'
  | 'bao-cao-phong-trao';
type Council = PaperDataByKind['quyet-dinh-thanh-lap-hoi-dong'];
type Found = PaperDataByKind['bien-ban-kiem-tra'];
type Conclusion = PaperDataByKind['ket-luan-kiem-tra'];
type Plan = PaperDataByKind['ke-hoach-phong-trao'];
type Report = PaperDataByKind['bao-cao-phong-trao'];

const board = (role: string): Field =>
  list<Council['members'][number]>('Thành viên', {
    index: number('Số thứ tự'),
    name: text('Họ và tên'),
    title: text('Chức vụ, đơn vị'),
    role: text(role),
  });

const decision = {
  frame: FRAME,
  subject: text('Trích yếu, bắt đầu bằng “Về việc”'),
  decider: text('Người quyết định'),
  grounds: texts('Căn cứ, mỗi căn cứ một câu, không có dấu kết thúc'),
  proposal: text('Theo đề nghị của ai, không có dấu kết thúc'),
};

/** Councils, inspections and movements. */
export const BOARD_FIELDS: { readonly [Kind in Kinds]: FieldsOf<PaperDataByKind[Kind]> } = {
  'quyet-dinh-thanh-lap-hoi-dong': {
    ...decision,
    council: text('Tên Hội đồng'),
    members: board('Chức danh trong Hội đồng'),
    standingBody: text('Cơ quan thường trực'),
    duties: texts('Nhiệm vụ, chế độ làm việc'),
    replaces: orEmpty(documentRef('Quyết định được thay thế; trống khi thành lập lần đầu')),
    executors: text('Nơi thi hành'),
  },
  'quyet-dinh-doan-kiem-tra': {
    ...decision,
    team: text('Tên Đoàn kiểm tra'),
    members: board('Nhiệm vụ trong Đoàn'),
    bodies: texts('Đối tượng kiểm tra'),
    contents: texts('Nội dung kiểm tra'),
    from: date('Ngày bắt đầu'),
    to: date('Ngày kết thúc'),
    period: text('Thời kỳ được kiểm tra'),
    executors: text('Nơi thi hành'),
  },
  'bien-ban-kiem-tra': {
    frame: FRAME,
    subject: text('Trích yếu'),
    decision: documentRef('Quyết định thành lập Đoàn kiểm tra'),
    team: text('Tên Đoàn kiểm tra'),
    body: text('Đơn vị được kiểm tra'),
    date: date('Ngày kiểm tra'),
    startTime: time('Giờ bắt đầu'),
    endTime: time('Giờ kết thúc'),
    place: text('Địa điểm'),
    inspectors: persons('Thành viên Đoàn có mặt'),
    representatives: persons('Đại diện đơn vị có mặt'),
    findings: list<Found['findings'][number]>('Kết quả từng nội dung', {
      index: number('Số thứ tự'),
      content: text('Nội dung'),
      finding: text('Kết quả kiểm tra'),
      evidence: text('Hồ sơ, tài liệu đã xem'),
    }),
    answer: texts('Ý kiến của đơn vị; trống là nhất trí'),
    requests: texts('Yêu cầu của Đoàn'),
    copies: number('Số bản'),
    representative: person('Người ký của đơn vị được kiểm tra'),
    representativeNote: orEmpty(text('Ghi chú tại vị trí chữ ký của đơn vị; trống khi ký tay', 'Đã ký trên hệ thống\n21/4/2026 11:20')),
  },
  'ket-luan-kiem-tra': {
    frame: FRAME,
    subject: text('Trích yếu'),
    grounds: texts('Căn cứ, mỗi căn cứ một câu, không có dấu kết thúc'),
    body: text('Đơn vị được kiểm tra'),
    summary: texts('Khái quát chung'),
    strengths: texts('Ưu điểm'),
    shortcomings: texts('Hạn chế, thiếu sót'),
    violations: list<Conclusion['violations'][number]>('Vi phạm; trống là không phát hiện', {
      index: number('Số thứ tự'),
      content: text('Nội dung vi phạm'),
      basis: text('Quy định'),
      responsible: text('Trách nhiệm'),
    }),
    awards: texts('Kết luận về việc khen thưởng'),
    requests: list<Conclusion['requests'][number]>('Yêu cầu, kiến nghị', {
      index: number('Số thứ tự'),
      request: text('Nội dung'),
      by: text('Cơ quan, đơn vị thực hiện'),
      dueOn: orEmpty(date('Thời hạn')),
    }),
  },
  'ke-hoach-phong-trao': {
    frame: FRAME,
    subject: text('Trích yếu'),
    movement: text('Tên phong trào'),
    grounds: texts('Căn cứ, mỗi căn cứ một câu, không có dấu kết thúc'),
    publisher: text('Cơ quan ban hành'),
    purposes: texts('Mục đích'),
    requirements: texts('Yêu cầu'),
    subjects: texts('Đối tượng thi đua'),
    contents: list<Plan['contents'][number]>('Nội dung thi đua', { title: text('Tên nội dung'), items: texts('Các việc') }),
    targets: list<Plan['targets'][number]>('Chỉ tiêu; trống thì không in bảng', {
      index: number('Số thứ tự'),
      target: text('Chỉ tiêu'),
      measure: text('Mức phấn đấu'),
      by: text('Đơn vị chủ trì'),
    }),
    phases: list<Plan['phases'][number]>('Giai đoạn', {
      name: text('Tên giai đoạn'),
      time: text('Thời gian'),
      tasks: text('Việc phải làm'),
    }),
    period: orEmpty(text('Thời gian thực hiện, không có dấu kết thúc')),
    unitPlans: orEmpty(text('Đơn vị xây dựng kế hoạch đến ngày nào, không có dấu kết thúc')),
    criteria: texts('Tiêu chí khen thưởng'),
    awards: list<Plan['awards'][number]>('Hình thức khen thưởng theo dịp', { occasion: text('Dịp'), forms: text('Hình thức') }),
    dossier: texts('Thành phần hồ sơ'),
    reports: texts('Chế độ báo cáo'),
    funding: text('Kinh phí, không có dấu kết thúc'),
    execution: list<Plan['execution'][number]>('Phân công thực hiện', { body: text('Cơ quan, đơn vị'), tasks: text('Nhiệm vụ') }),
  },
  'bao-cao-phong-trao': {
    frame: FRAME,
    occasion: choice('Dịp báo cáo: hằng năm, sơ kết, tổng kết', ['annual', 'interim', 'final']),
    subject: text('Trích yếu'),
    movement: text('Tên phong trào'),
    period: text('Thời kỳ báo cáo'),
    publisher: text('Cơ quan báo cáo'),
    leadership: texts('Công tác lãnh đạo, chỉ đạo, phát động'),
    results: list<Report['results'][number]>('Kết quả theo từng nội dung', { title: text('Tên nội dung'), paragraphs: texts('Kết quả') }),
    commendation: texts('Công tác khen thưởng'),
    limits: texts('Hạn chế'),
    causes: texts('Nguyên nhân'),
    lessons: texts('Bài học kinh nghiệm'),
    tasks: texts('Nhiệm vụ thời gian tới'),
    proposals: texts('Kiến nghị, đề xuất'),
    annexes: list<Report['annexes'][number]>('Phụ lục số liệu', {
      label: text('Tên phụ lục'),
      title: text('Tiêu đề'),
      columns: texts('Tên các cột sau số thứ tự'),
      rows: list<Report['annexes'][number]['rows'][number]>('Các dòng', { index: number('Số thứ tự'), cells: texts('Giá trị từng cột') }),
    }),
  },
};
