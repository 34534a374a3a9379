import type { Variant } from './goldens';

const school = {
  nominee: {
    kind: 'collective',
    name: 'Trường Tiểu học Gia Phúc',
    facts: [
      { label: 'Địa điểm trụ sở chính', value: 'Thôn Đông Hào, xã Gia Phúc, thành phố Hải Phòng' },
      { label: 'Năm thành lập', value: '1992' },
      { label: 'Cơ cấu tổ chức', value: '05 tổ chuyên môn, 01 tổ văn phòng' },
      { label: 'Tổng số người', value: '35 người, trong đó 27 nữ' },
    ],
  },
  duties: ['Tổ chức dạy học cấp tiểu học trên địa bàn xã; năm học 2025 - 2026 có 24 lớp, 812 học sinh.'],
  welfare: ['Trao 42 suất học bổng, trị giá 63 triệu đồng; thăm hỏi kịp thời gia đình giáo viên khó khăn.'],
  organisations: ['Chi bộ hoàn thành xuất sắc nhiệm vụ các năm 2024, 2025; Công đoàn vững mạnh; Liên đội mạnh cấp xã.'],
  initiatives: [],
  frame: { signature: { lines: ['HIỆU TRƯỞNG'], name: 'Lê Minh Đức', note: null } },
  confirmation: { lines: ['CHỦ TỊCH'], name: 'Phạm Quang Hưng' },
} as const;

const years = (from: number, count: number): readonly { year: number; content: string; target: string; result: string; rating: string }[] =>
  Array.from({ length: count }, (_none, at) => ({
    year: from + at,
    content: 'Học sinh hoàn thành chương trình lớp học',
    target: '99%',
    result: `${String(99 + (at % 2))}%`,
    rating: at % 2 === 0 ? 'Hoàn thành xuất sắc nhiệm vụ' : 'Hoàn thành tốt nhiệm vụ',
  }));

const firm = {
  frame: {
    parentBody: null,
    body: 'CÔNG TY TNHH\nCƠ KHÍ PHÚC THỊNH',
    signature: { lines: ['GIÁM ĐỐC'], name: 'Ngô Đức Thắng', note: null },
  },
  nominee: {
    kind: 'collective',
    enterprise: true,
    name: 'Công ty TNHH Cơ khí Phúc Thịnh',
    facts: [
      { label: 'Địa chỉ trụ sở', value: 'Cụm công nghiệp Gia Phúc, xã Gia Phúc, thành phố Hải Phòng' },
      { label: 'Mã số doanh nghiệp', value: '0201999888, cấp lần đầu ngày 14/3/2015' },
      { label: 'Vốn điều lệ', value: '36 tỷ đồng' },
      { label: 'Tổng số lao động', value: '148 người, trong đó 51 nữ' },
    ],
  },
  duties: ['Gia công cơ khí chính xác, chế tạo khuôn mẫu; 70% sản phẩm xuất khẩu.'],
  achievements: ['Doanh thu tăng bình quân 14%/năm; không để xảy ra tai nạn lao động chết người, không nợ thuế, không nợ bảo hiểm xã hội.'],
  figures: {
    years: ['2021', '2022', '2023', '2024', '2025'],
    rows: [
      { index: 1, name: 'Doanh thu', unit: 'tỷ đồng', values: ['92,4', '104,8', '118,0', '137,5', '156,2'] },
      { index: 2, name: 'Lợi nhuận sau thuế', unit: 'tỷ đồng', values: ['5,1', '6,0', '7,2', '8,9', '10,4'] },
      { index: 3, name: 'Nộp ngân sách nhà nước', unit: 'tỷ đồng', values: ['6,8', '7,4', '8,1', '9,6', '11,3'] },
      { index: 4, name: 'Thu nhập bình quân', unit: 'triệu đồng/tháng', values: ['9,2', '10,1', '11,0', '12,4', '13,6'] },
      { index: 5, name: 'Lao động tham gia bảo hiểm xã hội', unit: 'người', values: ['121', '130', '137', '142', '148'] },
    ],
  },
  results: [],
  measures: ['Đầu tư dây chuyền phay CNC 05 trục; áp dụng quản lý tinh gọn, giảm 18% thời gian giao hàng.'],
  welfare: ['Ủng hộ các quỹ của xã 240 triệu đồng; xây 02 nhà tình nghĩa.'],
  organisations: ['Công đoàn cơ sở hoàn thành xuất sắc nhiệm vụ 03 năm liền.'],
  initiatives: [],
  pastTitles: [],
  pastForms: [
    {
      year: 2023,
      award: 'Bằng khen của Chủ tịch Ủy ban nhân dân thành phố',
      decision: 'Quyết định số 1402/QĐ-UBND ngày 20/12/2023 của Chủ tịch UBND thành phố Hải Phòng',
    },
  ],
  confirmation: { lines: ['CHỦ TỊCH'], name: 'Lê Quang Vinh' },
} as const;

/** The forms of law.md 7.5 by whom they are for: a collective, an enterprise, a household, a person; by type of award. */
export const REPORT_VARIANTS: Readonly<Record<string, Variant>> = {
  'mau-02-co-thi-dua': {
    patch: {
      ...school,
      formNumber: 'Mẫu 02',
      award: 'Cờ thi đua của Chính phủ',
      occasion: 'Thành tích công tác năm 2025, dẫn đầu Khối thi đua các trường tiểu học',
      results: years(2025, 1),
      confirmation: { lines: ['CHỦ TỊCH'], name: 'Lê Quang Vinh' },
    },
  },
  'mau-03-toan-quoc': {
    patch: {
      formNumber: 'Mẫu 03',
      award: 'Chiến sĩ thi đua toàn quốc',
      occasion: 'Thành tích từ năm 2020 đến năm 2025',
      period: 'từ năm 2020 đến năm 2025',
      results: Array.from({ length: 6 }, (_none, at) => ({
        year: 2020 + at,
        content: 'Đánh giá, xếp loại hằng năm',
        result: `Văn bản số ${String(20 + at)}/QĐ-THGP ngày 28/12/${String(2020 + at)} của Trường Tiểu học Gia Phúc`,
        rating: 'Hoàn thành xuất sắc nhiệm vụ',
      })),
      confirmation: { lines: ['CHỦ TỊCH'], name: 'Lê Quang Vinh' },
    },
  },
  'mau-04-tap-the': {
    patch: {
      ...school,
      formNumber: 'Mẫu 04',
      award: 'Bằng khen của Chủ tịch Ủy ban nhân dân thành phố',
      occasion: 'Thành tích công tác các năm 2024, 2025',
      period: 'từ năm 2024 đến năm 2025',
      results: years(2024, 2),
    },
  },
  'mau-04-doanh-nghiep': {
    patch: {
      ...firm,
      formNumber: 'Mẫu 04',
      award: 'Bằng khen của Thủ tướng Chính phủ',
      occasion: 'Thành tích từ năm 2021 đến năm 2025',
      period: 'từ năm 2021 đến năm 2025',
    },
  },
  'mau-04-ho-gia-dinh': {
    patch: {
      formNumber: 'Mẫu 04',
      award: 'Bằng khen của Chủ tịch Ủy ban nhân dân thành phố',
      occasion: 'Thành tích đóng góp xây dựng nông thôn mới',
      frame: { signature: { lines: ['ĐẠI DIỆN HỘ GIA ĐÌNH'], name: 'Trần Văn Khải', note: null } },
      nominee: {
        kind: 'household',
        name: 'Hộ ông Trần Văn Khải',
        facts: [
          { label: 'Chủ hộ', value: 'Trần Văn Khải, sinh ngày 03/8/1971' },
          { label: 'Nơi cư trú', value: 'Thôn Nam Hào, xã Gia Phúc, thành phố Hải Phòng' },
          { label: 'Số nhân khẩu', value: '05 người' },
        ],
      },
      duties: [],
      achievements: [
        'Hiến 420 m² đất vườn và góp 150 ngày công làm đường thôn; ứng dụng truy xuất nguồn gốc cho vùng rau 2,5 ha, hướng dẫn 15 hộ cùng làm.',
      ],
      results: [],
      measures: [],
      initiatives: [],
      pastTitles: [],
      confirmation: { lines: ['CHỦ TỊCH'], name: 'Phạm Quang Hưng' },
    },
  },
  'mau-06-dot-xuat': {
    patch: {
      form: 'sudden',
      formNumber: 'Mẫu 06',
      award: 'Bằng khen của Chủ tịch Ủy ban nhân dân thành phố',
      occasion: 'Dũng cảm cứu người bị đuối nước',
      period: 'ngày 18/02/2026',
      achievements: [
        'Khoảng 16 giờ 30 phút ngày 18/02/2026, tại kênh thủy lợi thôn Đông Hào, phát hiện 02 học sinh bị nước cuốn, bà Nguyễn Thị Ánh Tuyết đã kịp thời nhảy xuống, lần lượt đưa cả hai em lên bờ, sơ cứu và gọi cấp cứu; hai em được cứu sống.',
      ],
      results: [],
      measures: [],
      initiatives: [],
    },
  },
  'mau-07-cong-hien': {
    patch: {
      form: 'service',
      formNumber: 'Mẫu 07',
      award: 'Huân chương Lao động hạng Ba',
      occasion: 'Quá trình cống hiến trong các cơ quan của Đảng, Nhà nước',
      nominee: { name: 'Hoàng Ngọc Diệp' },
      frame: {
        parentBody: 'ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI PHÒNG',
        body: 'SỞ NỘI VỤ',
        place: 'Hải Phòng',
        signature: { lines: ['NGƯỜI BÁO CÁO'], name: 'Hoàng Ngọc Diệp', note: null },
      },
      duties: [],
      career: [
        { from: '4/2012', to: '6/2018', post: 'Phó Giám đốc Sở', body: 'Sở Nội vụ thành phố Hải Phòng', time: '06 năm 03 tháng' },
        { from: '7/2018', to: '02/2026', post: 'Giám đốc Sở', body: 'Sở Nội vụ thành phố Hải Phòng', time: '07 năm 08 tháng' },
      ],
      achievements: ['Trong thời gian giữ chức vụ luôn hoàn thành tốt nhiệm vụ được giao, không bị kỷ luật.'],
      results: [],
      measures: [],
      initiatives: [],
      confirmation: { lines: ['CHỦ TỊCH'], name: 'Lê Quang Vinh' },
    },
  },
  'mau-08-chuyen-de': {
    patch: {
      form: 'movement',
      formNumber: 'Mẫu 08',
      award: 'Giấy khen của Chủ tịch Ủy ban nhân dân xã',
      occasion: 'Phong trào thi đua “Bình dân học vụ số” năm 2026',
      period: 'từ tháng 8 năm 2025 đến tháng 8 năm 2026',
      results: [],
    },
  },
  'mau-12-doi-ngoai': {
    patch: {
      form: 'external',
      formNumber: 'Mẫu 12',
      award: 'Bằng khen của Chủ tịch Ủy ban nhân dân thành phố',
      occasion: 'Đóng góp cho sự phát triển của thành phố Hải Phòng',
      frame: {
        parentBody: 'ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI PHÒNG',
        body: 'SỞ NGOẠI VỤ',
        place: 'Hải Phòng',
        signature: { lines: ['GIÁM ĐỐC'], name: 'Phan Thế Nam', note: null },
      },
      nominee: {
        name: 'Kenji Tanaka',
        facts: [
          { label: 'Quốc tịch', value: 'Nhật Bản' },
          { label: 'Chức vụ, tổ chức', value: 'Tổng Giám đốc Công ty TNHH Chế tạo máy Hải Đông' },
          { label: 'Thời gian làm việc tại Việt Nam', value: 'từ năm 2016' },
        ],
      },
      duties: [],
      achievements: ['Vận động 03 doanh nghiệp Nhật Bản đầu tư vào thành phố; tài trợ 120 suất học bổng nghề cho thanh niên xã Gia Phúc.'],
      results: [],
      measures: [],
      initiatives: [],
      compliance: ['Tôn trọng pháp luật, phong tục, tập quán của Việt Nam.'],
      pastTitles: [],
      confirmation: null,
    },
  },
};
