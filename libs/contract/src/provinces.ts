/** A province or centrally-run city. `code` is the tenant's id, and the `province` of packs of law. */
interface ProvinceName {
  readonly code: string;
  /** Without 'tỉnh' or 'thành phố'. */
  readonly name: string;
  readonly kind: 'province' | 'city';
}

const named = (kind: ProvinceName['kind'], names: Readonly<Record<string, string>>): readonly ProvinceName[] =>
  Object.entries(names).map(([code, name]) => ({ code, name, kind }));

/** The 34 of Nghị quyết 202/2025/QH15; suggestions only: any other name may be typed. */
export const PROVINCES: readonly ProvinceName[] = [
  ...named('city', { HN: 'Hà Nội', HP: 'Hải Phòng', HUE: 'Huế', DN: 'Đà Nẵng', CT: 'Cần Thơ', HCM: 'Hồ Chí Minh' }),
  ...named('province', {
    ...{ LC: 'Lai Châu', DB: 'Điện Biên', SL: 'Sơn La', LS: 'Lạng Sơn', QN: 'Quảng Ninh', TH: 'Thanh Hóa', NA: 'Nghệ An' },
    ...{ HT: 'Hà Tĩnh', CB: 'Cao Bằng', TQ: 'Tuyên Quang', LCA: 'Lào Cai', TN: 'Thái Nguyên', PT: 'Phú Thọ', BN: 'Bắc Ninh' },
    ...{ HY: 'Hưng Yên', NB: 'Ninh Bình', QT: 'Quảng Trị', QNG: 'Quảng Ngãi', GL: 'Gia Lai', KH: 'Khánh Hòa', LD: 'Lâm Đồng' },
    ...{ DL: 'Đắk Lắk', DNI: 'Đồng Nai', TNI: 'Tây Ninh', VL: 'Vĩnh Long', DT: 'Đồng Tháp', CM: 'Cà Mau', AG: 'An Giang' },
  }),
];
