/** A kind of body that a document may name, and the days on which it existed. */
export interface AgencyRow {
  /** Matched against the text, without regard to case. */
  readonly pattern: RegExp;
  readonly from: string | null;
  readonly to: string | null;
  readonly why: string;
}

/** A body known by its name: from the register of organisations. */
export interface Agency {
  readonly name: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly successor: string | null;
}

const REFORM = 'Luật Tổ chức chính quyền địa phương năm 2025: cấp huyện kết thúc hoạt động từ ngày 01/7/2025';
const NAMED = '\\s+\\p{Lu}\\p{L}*(?:(?: |-)\\p{Lu}\\p{L}*){0,3}';
const DISTRICT = '(?:huyện|quận|thị xã)';

/** House rows: which kinds of body the reform of 2025 ended or began. */
export const AGENCIES: readonly AgencyRow[] = [
  {
    pattern: new RegExp(`(?:Phòng|Trung tâm|Ban)\\s+\\p{Lu}[\\p{L},&\\s-]{2,50}?\\s${DISTRICT}(?:${NAMED})?(?!\\p{L})`, 'gu'),
    from: null,
    to: '2025-06-30',
    why: REFORM,
  },
  {
    pattern: new RegExp(`(?:Chủ tịch\\s+)?(?:UBND|HĐND|[UỦ][ỷy] ban nhân dân|Huyện ủy|Thị ủy|Quận ủy)\\s+${DISTRICT}${NAMED}`, 'gu'),
    from: null,
    to: '2025-06-30',
    why: REFORM,
  },
  {
    pattern: /Sở (?:Thông tin và Truyền thông|Lao động\s*[-,–]?\s*Thương binh và Xã hội|Giao thông vận tải|Kế hoạch và Đầu tư)/gu,
    from: null,
    to: '2025-02-28',
    why: 'Sắp xếp cơ quan chuyên môn cấp tỉnh từ ngày 01/3/2025',
  },
];

/** Provinces that ended on 30/6/2025 and where their area went (Nghị quyết số 202/2025/QH15). */
export const MERGED_PROVINCES: Readonly<Record<string, string>> = {
  'Hà Giang': 'tỉnh Tuyên Quang',
  'Yên Bái': 'tỉnh Lào Cai',
  'Bắc Kạn': 'tỉnh Thái Nguyên',
  'Vĩnh Phúc': 'tỉnh Phú Thọ',
  'Hòa Bình': 'tỉnh Phú Thọ',
  'Bắc Giang': 'tỉnh Bắc Ninh',
  'Thái Bình': 'tỉnh Hưng Yên',
  'Hải Dương': 'thành phố Hải Phòng',
  'Hà Nam': 'tỉnh Ninh Bình',
  'Nam Định': 'tỉnh Ninh Bình',
  'Quảng Bình': 'tỉnh Quảng Trị',
  'Quảng Nam': 'thành phố Đà Nẵng',
  'Kon Tum': 'tỉnh Quảng Ngãi',
  'Bình Định': 'tỉnh Gia Lai',
  'Ninh Thuận': 'tỉnh Khánh Hòa',
  'Đắk Nông': 'tỉnh Lâm Đồng',
  'Bình Thuận': 'tỉnh Lâm Đồng',
  'Phú Yên': 'tỉnh Đắk Lắk',
  'Bà Rịa - Vũng Tàu': 'Thành phố Hồ Chí Minh',
  'Bình Dương': 'Thành phố Hồ Chí Minh',
  'Bình Phước': 'tỉnh Đồng Nai',
  'Long An': 'tỉnh Tây Ninh',
  'Sóc Trăng': 'thành phố Cần Thơ',
  'Hậu Giang': 'thành phố Cần Thơ',
  'Bến Tre': 'tỉnh Vĩnh Long',
  'Trà Vinh': 'tỉnh Vĩnh Long',
  'Tiền Giang': 'tỉnh Đồng Tháp',
  'Bạc Liêu': 'tỉnh Cà Mau',
  'Kiên Giang': 'tỉnh An Giang',
};
export const LAST_DAY_OF_MERGED = '2025-06-30';
