import type { Question } from '../plan-field';

/** What is asked of a person, in the words of an office. */
export const QUESTION_TEXTS: Readonly<Record<Question, string>> = {
  number: 'Kế hoạch chưa có số: đề nghị bổ sung.',
  date: 'Kế hoạch chưa có đủ ngày, tháng, năm ban hành: đề nghị bổ sung.',
  issuer: 'Kế hoạch không ghi cơ quan ban hành.',
  title: 'Kế hoạch không có trích yếu.',
  signer: 'Kế hoạch chưa có tên người ký.',
  name: 'Kế hoạch không nêu tên phong trào thi đua.',
  launcher: 'Kế hoạch không nói rõ ai phát động phong trào này: cần xác nhận.',
  period: 'Kế hoạch không nêu thời gian thực hiện.',
  reviews: 'Kế hoạch không chia giai đoạn và không nêu thời điểm sơ kết, tổng kết.',
  menu: 'Kế hoạch không nêu hình thức khen thưởng.',
  'report-day': 'Kế hoạch không nêu ngày nộp báo cáo.',
  'order-class': 'Hạng Huân chương Lao động không được nêu.',
  'own-authority': 'Kế hoạch chỉ nêu khen thưởng “theo thẩm quyền”: cần xác nhận các loại giấy khen.',
  'award-level': 'Kế hoạch ghi “Bằng khen” mà không nêu của cấp nào: cần xác nhận.',
  occasion: 'Danh sách hình thức khen thưởng không gắn với dịp nào: người trình chọn dịp và ghi lại.',
  'parent-movement': 'Văn bản cấp trên phát động phong trào mang tên khác: cần xác nhận phong trào mẹ.',
};
