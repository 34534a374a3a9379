import type { Words } from './merge-patch';

// The samples speak of xã Gia Phúc, thành phố Hải Phòng, in the two-tier chain; here is what the same paper says elsewhere.

/** A ward of a province. */
export const PHUONG: Words = [
  ['XÃ GIA PHÚC', 'PHƯỜNG VẠN XUÂN'],
  ['xã Gia Phúc', 'phường Vạn Xuân'],
  ['Xã Gia Phúc', 'Phường Vạn Xuân'],
  ['Gia Phúc', 'Vạn Xuân'],
  ['GIA PHÚC', 'VẠN XUÂN'],
  ['UBND XÃ', 'UBND PHƯỜNG'],
  ['UBND xã', 'UBND phường'],
  ['Ủy ban nhân dân xã', 'Ủy ban nhân dân phường'],
  ['Trưởng thôn', 'Tổ trưởng tổ dân phố'],
  [
    /(HĐND|Công an|Hội|của|điện tử|khen thưởng|MTTQ|dân|phụ nữ|đoàn|hành chính công|Việt Nam|thanh niên|địa bàn) xã(?![a-zà-ỹ])/,
    '$1 phường',
  ],
  ['Thôn ', 'Tổ dân phố '],
  [/(?<![a-zà-ỹ])thôn(?![a-zà-ỹ])/, 'tổ dân phố'],
  ['thành phố Hải Phòng', 'tỉnh Thái Nguyên'],
  ['THÀNH PHỐ HẢI PHÒNG', 'TỈNH THÁI NGUYÊN'],
  ['Ủy ban nhân dân thành phố', 'Ủy ban nhân dân tỉnh'],
  ['Sở Nội vụ thành phố', 'Sở Nội vụ tỉnh'],
  ['Hải Phòng', 'Thái Nguyên'],
  ['HP-GP', 'TN-VX'],
  ['HP-', 'TN-'],
];

/** A commune of a province; its villages stay villages. */
export const XA_TINH: Words = PHUONG.filter(([, to]) => !/dân phố/iu.test(to)).map(([from, to]) => [
  from,
  to.replaceAll('phường Vạn Xuân', 'xã Tân Lập').replaceAll('Vạn Xuân', 'Tân Lập').replaceAll('phường', 'xã'),
]);

/** A province where the sample has a centrally-run city. */
export const TINH: Words = [
  ['THÀNH PHỐ HẢI PHÒNG', 'TỈNH THÁI NGUYÊN'],
  ['thành phố Hải Phòng', 'tỉnh Thái Nguyên'],
  ['Thành phố Hải Phòng', 'Tỉnh Thái Nguyên'],
  ['Ủy ban nhân dân thành phố', 'Ủy ban nhân dân tỉnh'],
  ['UBND thành phố', 'UBND tỉnh'],
  ['Sở Nội vụ thành phố', 'Sở Nội vụ tỉnh'],
  [/(HĐND|Công an|của|điện tử|thi đua|khen thưởng|TĐKT|cấp) thành phố(?![a-zà-ỹ])/, '$1 tỉnh'],
  ['Hải Phòng', 'Thái Nguyên'],
  ['xã Gia Phúc', 'xã Tân Lập'],
  ['Xã Gia Phúc', 'Xã Tân Lập'],
  ['Gia Phúc', 'Tân Lập'],
  ['HP-', 'TN-'],
];

/** A rural district of the three-tier chain, which ended on 30/6/2025: its days lie a year before the samples', its law is that of its day. */
export const HUYEN: Words = [
  [
    'Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ về phân cấp, phân quyền trong lĩnh vực thi đua, khen thưởng',
    'Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm !2023 của Chính phủ quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng',
  ],
  ['Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025', 'Luật Tổ chức chính quyền địa phương ngày 19 tháng 02 năm !2025'],
  ['2025', '!2024'],
  ['2026', '2025'],
  ['!', ''],
  ['XÃ GIA PHÚC', 'HUYỆN AN HÒA'],
  ['xã Gia Phúc', 'huyện An Hòa'],
  ['Xã Gia Phúc', 'Huyện An Hòa'],
  ['GIA PHÚC', 'AN HÒA'],
  ['Gia Phúc', 'An Hòa'],
  ['UBND XÃ', 'UBND HUYỆN'],
  ['UBND xã', 'UBND huyện'],
  ['Ủy ban nhân dân xã', 'Ủy ban nhân dân huyện'],
  [
    /(HĐND|Công an|Hội|của|điện tử|khen thưởng|MTTQ|dân|phụ nữ|đoàn|hành chính công|Việt Nam|thanh niên|địa bàn) xã(?![a-zà-ỹ])/,
    '$1 huyện',
  ],
  ['Phòng Văn hóa - Xã hội', 'Phòng Nội vụ'],
  ['Trưởng phòng Văn hóa - Xã hội', 'Trưởng phòng Nội vụ'],
  ['VĂN HÓA - XÃ HỘI', 'NỘI VỤ'],
  ['Trưởng phòng Kinh tế', 'Trưởng phòng Tài chính - Kế hoạch'],
  ['VHXH', 'NV'],
  ['thành phố Hải Phòng', 'tỉnh Hưng Yên'],
  ['THÀNH PHỐ HẢI PHÒNG', 'TỈNH HƯNG YÊN'],
  ['Ủy ban nhân dân thành phố', 'Ủy ban nhân dân tỉnh'],
  ['Sở Nội vụ thành phố', 'Sở Nội vụ tỉnh'],
  ['Hải Phòng', 'Hưng Yên'],
  ['HP-', 'HY-'],
];
