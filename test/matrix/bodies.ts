/** A body of the matrix's own province, as the register has it. */
export interface Body {
  readonly slug: string;
  readonly kind: 'unit' | 'commune' | 'district' | 'department' | 'province' | 'ministry' | 'party' | 'front' | 'enterprise';
  readonly orgKind: 'agency' | 'enterprise' | 'cooperative' | 'school' | 'village' | 'party' | 'front' | 'association';
  readonly level: 'UNIT' | 'XA' | 'HUYEN' | 'TINH' | 'TW';
  readonly tier: 'don-vi' | 'thon' | 'xa' | 'phuong' | 'dac-khu' | 'thi-xa' | 'tinh' | 'thanh-pho' | 'trung-uong';
  readonly legalPerson: boolean;
  /** Last day, YYYY-MM-DD. */
  readonly endsOn?: string;
  readonly roles: readonly string[];
}

/** One body of every kind and tier that a place has, with every post that might try to sign. */
export const BODIES: readonly Body[] = [
  unit('truong', 'school', true, ['head', 'deputy-head', 'clerk', 'records-clerk']),
  unit('to-chuyen-mon', 'agency', false, ['head']),
  { ...unit('thon', 'village', false, ['head']), tier: 'thon' },
  { ...unit('doanh-nghiep', 'enterprise', true, ['head', 'board-chair', 'deputy-head']), kind: 'enterprise' },
  unit('hop-tac-xa', 'cooperative', true, ['head', 'board-chair']),
  government('xa', 'XA', 'xa', ['chair', 'deputy-chair', 'appraiser', 'records-clerk', 'council-secretary', 'council-member']),
  government('phuong', 'XA', 'phuong', ['chair', 'deputy-chair']),
  government('dac-khu', 'XA', 'dac-khu', ['chair']),
  { ...government('thi-xa', 'HUYEN', 'thi-xa', ['chair', 'deputy-chair']), kind: 'district', endsOn: '2025-06-30' },
  { ...government('tinh', 'TINH', 'tinh', ['chair', 'deputy-chair', 'records-clerk', 'admin']), kind: 'province' },
  { ...government('so-noi-vu', 'TINH', 'tinh', ['director', 'deputy-director', 'appraiser']), kind: 'department' },
  { ...government('mat-tran', 'XA', 'xa', ['chair']), kind: 'front', orgKind: 'front' },
  { ...government('dang-uy', 'XA', 'xa', ['chair', 'head']), kind: 'party', orgKind: 'party' },
  { ...government('bo-noi-vu', 'TW', 'trung-uong', ['minister', 'appraiser', 'prime-minister', 'president']), kind: 'ministry' },
];

function unit(slug: string, orgKind: Body['orgKind'], legalPerson: boolean, roles: readonly string[]): Body {
  return { slug, kind: 'unit', orgKind, level: 'UNIT', tier: 'don-vi', legalPerson, roles };
}

function government(slug: string, level: Body['level'], tier: Body['tier'], roles: readonly string[]): Body {
  return { slug, kind: 'commune', orgKind: 'agency', level, tier, legalPerson: true, roles };
}

/** A post lent to another: who, from whom, how and until when. */
export interface Lending {
  readonly to: string;
  readonly from: string;
  readonly capacity: 'KT' | 'TL' | 'TUQ' | 'Q';
  readonly until?: string;
}

/** Posts are `<body>/<role>`. */
export const LENDINGS: readonly Lending[] = [
  { to: 'truong/deputy-head', from: 'truong/head', capacity: 'KT' },
  { to: 'doanh-nghiep/deputy-head', from: 'doanh-nghiep/head', capacity: 'KT' },
  { to: 'doanh-nghiep/board-chair', from: 'doanh-nghiep/head', capacity: 'TUQ' },
  { to: 'xa/deputy-chair', from: 'xa/chair', capacity: 'KT' },
  { to: 'xa/records-clerk', from: 'xa/chair', capacity: 'TL' },
  { to: 'xa/appraiser', from: 'xa/chair', capacity: 'TUQ' },
  { to: 'phuong/deputy-chair', from: 'phuong/chair', capacity: 'Q' },
  { to: 'phuong/deputy-chair', from: 'xa/chair', capacity: 'KT' },
  { to: 'thi-xa/deputy-chair', from: 'thi-xa/chair', capacity: 'KT' },
  { to: 'tinh/deputy-chair', from: 'tinh/chair', capacity: 'KT' },
  { to: 'tinh/records-clerk', from: 'tinh/chair', capacity: 'TL' },
  { to: 'so-noi-vu/director', from: 'tinh/chair', capacity: 'TUQ' },
  { to: 'so-noi-vu/deputy-director', from: 'so-noi-vu/director', capacity: 'KT', until: '2025-12-31' },
];

/** Both sides of every date on which who decides changes, and days between. */
export const DAYS = [
  '2024-01-01',
  '2024-06-03',
  '2025-06-30',
  '2025-07-01',
  '2025-12-31',
  '2026-01-01',
  '2026-03-02',
  '2026-09-30',
  '2026-10-01',
  '2027-02-26',
] as const;

/** Every award of law.md section 2 that is in scope, and the district's giấy khen of the years before the reform. */
export const AWARDS = [
  ...['LDTT', 'CSTDCS', 'CSTDT', 'CSTDTQ', 'TTLDTT', 'TTLDXS', 'GDVH', 'THONVH', 'XATB', 'COTINH', 'COCP'],
  ...['GK_UNIT', 'GK_DN', 'GK_XA', 'GK_HUYEN', 'BK_TINH', 'BK_TTG', 'HCLD3', 'HCLD2', 'HCLD1'],
] as const;
