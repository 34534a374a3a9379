import type { Variant } from './goldens';
import { PHUONG } from './places';

/** bao-cao-phong-trao by occasion, and as a school, a ward or Sở Nội vụ sends it. */
export const MOVEMENT_REPORT_VARIANTS: Readonly<Record<string, Variant>> = {
  'so-ket': {
    patch: {
      occasion: 'interim',
      subject: 'Sơ kết Phong trào thi đua “Bình dân học vụ số” giai đoạn 2025 - 2027',
      period: 'giai đoạn 2025 - 2027',
    },
  },
  'tong-ket': {
    patch: {
      occasion: 'final',
      subject: 'Tổng kết Phong trào thi đua “Bình dân học vụ số” giai đoạn 2025 - 2030',
      period: 'giai đoạn 2025 - 2030',
    },
  },
  phuong: { words: PHUONG },
  // As a school fills it in: few words, one table, its commune's name above its own.
  'don-vi': {
    patch: {
      frame: {
        parentBody: 'ỦY BAN NHÂN DÂN XÃ GIA PHÚC',
        body: 'TRƯỜNG TRUNG HỌC CƠ SỞ GIA PHÚC',
        number: '01',
        symbol: 'BC-THCSGP',
        signature: { lines: ['HIỆU TRƯỞNG'], name: 'Nguyễn Thị Hương', note: null },
        recipients: ['Ủy ban nhân dân xã Gia Phúc', 'Lưu: VT'],
      },
      publisher: 'Trường Trung học cơ sở Gia Phúc',
      leadership: ['Không có nội dung báo cáo.'],
      results: [{ title: 'Kết quả chung', paragraphs: ['Nhà trường mở 06 lớp kỹ năng số cho phụ huynh.'] }],
      commendation: ['Chưa có tập thể, cá nhân được khen thưởng trong phong trào ở kỳ báo cáo này.'],
      limits: [],
      causes: [],
      lessons: [],
      tasks: ['Duy trì lớp học buổi tối'],
      proposals: [],
      annexes: [
        {
          label: 'Phụ lục',
          title: 'Kết quả thực hiện các chỉ tiêu năm 2026',
          columns: ['Chỉ tiêu', 'Mức phấn đấu', 'Thực hiện'],
          rows: [
            { index: 1, cells: ['Lớp học đã mở', '', '6 lớp'] },
            { index: 2, cells: ['Người trong độ tuổi lao động có kỹ năng số cơ bản', '80%', '80% (40/50)'] },
          ],
        },
      ],
    },
  },
  'so-noi-vu': {
    patch: {
      frame: {
        parentBody: 'ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI PHÒNG',
        body: 'SỞ NỘI VỤ',
        number: '412',
        symbol: 'BC-SNV',
        place: 'Hải Phòng',
        signature: { lines: ['GIÁM ĐỐC'], name: 'Bùi Văn Khoa', note: null },
        recipients: ['Ủy ban nhân dân thành phố Hải Phòng', 'Lưu: VT, TĐKT'],
      },
      publisher: 'Sở Nội vụ thành phố Hải Phòng',
      annexes: [
        {
          label: 'Phụ lục I',
          title: 'Kết quả thực hiện các chỉ tiêu năm 2026',
          columns: ['Chỉ tiêu', 'Mức phấn đấu', 'Thực hiện'],
          rows: [
            { index: 1, cells: ['Lớp học đã mở', '', '1.204 lớp'] },
            { index: 2, cells: ['Người trong độ tuổi lao động có kỹ năng số cơ bản', '80%', '82,15% (821.500/1.000.000)'] },
          ],
        },
        {
          label: 'Phụ lục II',
          title: 'Tình hình gửi báo cáo của các đơn vị',
          columns: ['Đơn vị', 'Hạn báo cáo', 'Ngày gửi', 'Kết quả'],
          rows: [
            { index: 1, cells: ['UBND xã Gia Phúc', '30/11/2026', '28/11/2026', 'Đúng hạn'] },
            {
              index: 2,
              cells: ['UBND xã Minh Tân', '30/11/2026', '02/12/2026', 'Muộn 02 ngày; ghi nhận đúng hạn: Mất điện toàn xã ngày 30/11'],
            },
            { index: 3, cells: ['UBND xã Vĩnh Hòa', '30/11/2026', '', 'Chưa gửi'] },
          ],
        },
      ],
    },
  },
};
