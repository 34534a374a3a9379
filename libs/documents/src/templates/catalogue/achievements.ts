import type { PaperDataByKind } from '../../papers/paper-data';
import { choice, flag, group, list, number, optional, orEmpty, text, texts, type FieldsOf } from './field';
import { FRAME, nomineeKind } from './shapes';

type Kinds = 'bao-cao-thanh-tich' | 'xac-nhan-sang-kien';
type Report = PaperDataByKind['bao-cao-thanh-tich'];
type Confirmation = PaperDataByKind['xac-nhan-sang-kien'];

const pastAwards = (says: string): ReturnType<typeof list> =>
  list<Report['pastTitles'][number]>(says, {
    year: number('Năm', 2025),
    award: text('Danh hiệu, hình thức khen thưởng', 'Chiến sĩ thi đua cơ sở'),
    decision: text('Quyết định: số, ngày, cơ quan', 'Quyết định số 15/QĐ-UBND ngày 12/01/2025 của Chủ tịch UBND xã Gia Phúc'),
  });

/** What a nominee reports of himself, and what is confirmed of his initiative. */
export const ACHIEVEMENT_FIELDS: { readonly [Kind in Kinds]: FieldsOf<PaperDataByKind[Kind]> } = {
  'bao-cao-thanh-tich': {
    frame: FRAME,
    formNumber: text('Mẫu của phụ lục nghị định; trống thì không in'),
    form: choice('Dạng báo cáo: công trạng, đột xuất, cống hiến, chuyên đề, đối ngoại', [
      'merit',
      'sudden',
      'service',
      'movement',
      'external',
    ]),
    award: text('Tên đầy đủ của danh hiệu, hình thức khen thưởng'),
    occasion: text('Dịp khen thưởng: phong trào hoặc năm công tác'),
    nominee: group<Report['nominee']>('Người, tập thể, hộ gia đình báo cáo', {
      kind: nomineeKind(),
      enterprise: flag('Doanh nghiệp, hợp tác xã'),
      name: text('Họ và tên hoặc tên tập thể'),
      facts: list<Report['nominee']['facts'][number]>('Sơ lược lý lịch hoặc đặc điểm, mỗi dòng một mục', {
        label: text('Tên mục'),
        value: text('Nội dung'),
      }),
    }),
    period: text('Thời gian đạt thành tích'),
    duties: texts('Quyền hạn, nhiệm vụ hoặc chức năng, nhiệm vụ'),
    career: list<Report['career'][number]>('Quá trình công tác, cho báo cáo cống hiến', {
      from: text('Từ tháng, năm', '3/2010'),
      to: text('Đến tháng, năm', '6/2018'),
      post: text('Chức vụ', 'Phó Giám đốc Sở'),
      body: text('Cơ quan, đơn vị', 'Sở Nông nghiệp và Môi trường'),
      time: text('Thời gian giữ chức vụ', '08 năm 03 tháng'),
    }),
    achievements: texts('Thành tích, kết quả thực hiện'),
    results: list<Report['results'][number]>('Kết quả theo từng năm, phủ hết thời gian của tiêu chuẩn', {
      year: number('Năm'),
      content: text('Nội dung'),
      target: optional(text('Chỉ tiêu', '100%')),
      result: text('Kết quả'),
      rating: text('Xếp loại'),
    }),
    figures: orEmpty(
      group<NonNullable<Report['figures']>>('Số liệu nhiều năm, trước hết của doanh nghiệp', {
        years: texts('Các năm', '2025'),
        rows: list<NonNullable<Report['figures']>['rows'][number]>('Từng chỉ tiêu', {
          index: number('Số thứ tự', 1),
          name: text('Chỉ tiêu', 'Doanh thu'),
          unit: text('Đơn vị tính', 'tỷ đồng'),
          values: texts('Giá trị từng năm', '128,4'),
        }),
      }),
    ),
    measures: texts('Biện pháp, nguyên nhân đạt được thành tích'),
    initiatives: list<Report['initiatives'][number]>('Sáng kiến, giải pháp', {
      name: text('Tên sáng kiến'),
      recognition: text('Văn bản công nhận'),
      effect: text('Hiệu quả, phạm vi áp dụng'),
    }),
    compliance: texts('Việc chấp hành chủ trương của Đảng, chính sách, pháp luật'),
    welfare: texts('Chăm lo đời sống, hoạt động xã hội, từ thiện', 'Ủng hộ Quỹ “Vì người nghèo” 20 triệu đồng.'),
    organisations: texts('Hoạt động của tổ chức đảng, đoàn thể', 'Chi bộ hoàn thành tốt nhiệm vụ năm 2025.'),
    pastTitles: pastAwards('Danh hiệu thi đua đã được tặng'),
    pastForms: pastAwards('Hình thức khen thưởng đã được tặng'),
    confirmation: orEmpty(
      group<{ lines: readonly string[]; name: string }>('Xác nhận của cấp trình; trống khi chưa xác nhận', {
        lines: texts('Quyền hạn, chức vụ của người xác nhận'),
        name: text('Họ và tên người xác nhận'),
      }),
    ),
  },
  'xac-nhan-sang-kien': {
    frame: FRAME,
    formNumber: text('Mẫu của phụ lục nghị định; trống thì không in'),
    confirmer: text('Người xác nhận'),
    subject: text('Trích yếu'),
    grounds: texts('Căn cứ, mỗi căn cứ một câu, không có dấu kết thúc'),
    initiative: group<Confirmation['initiative']>('Sáng kiến, giải pháp, đề tài', {
      name: text('Tên'),
      field: text('Lĩnh vực áp dụng'),
      appliedFrom: text('Thời gian áp dụng lần đầu'),
      recognition: text('Văn bản đã công nhận; trống khi chưa có'),
    }),
    authors: list<Confirmation['authors'][number]>('Tác giả, đồng tác giả', {
      index: number('Số thứ tự'),
      name: text('Họ và tên'),
      title: text('Chức vụ, đơn vị'),
      share: text('Tỷ lệ đóng góp'),
    }),
    content: texts('Nội dung chủ yếu'),
    effects: texts('Hiệu quả áp dụng'),
    scope: texts('Phạm vi ảnh hưởng, khả năng nhân rộng'),
    council: text('Ý kiến của Hội đồng Sáng kiến; trống khi không có'),
    purpose: text('Dùng làm căn cứ gì'),
  },
};
