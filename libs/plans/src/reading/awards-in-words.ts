import type { MenuItem, MenuOccasion } from '@thidua/awards';

const UB = '(?:UBND|[UỦ][yỷ] ban nhân dân)';
const PROVINCE = '(?:tỉnh|thành phố)';

interface AwardWords {
  readonly pattern: string;
  readonly awards: readonly string[];
  readonly basis?: MenuItem['basis'];
}

/** Longer wordings first: the first that fits at a place counts. */
const WORDS: readonly AwardWords[] = [
  { pattern: 'Huân chương Lao động hạng Nhất', awards: ['HCLD1'] },
  { pattern: 'Huân chương Lao động hạng (?:Nhì|Hai)', awards: ['HCLD2'] },
  { pattern: 'Huân chương Lao động hạng Ba', awards: ['HCLD3'] },
  { pattern: 'Huân chương Lao động', awards: ['HCLD1', 'HCLD2', 'HCLD3'] },
  { pattern: 'Cờ thi đua của Chính phủ', awards: ['COCP'] },
  { pattern: `Cờ thi đua (?:của )?(?:${UB} )?${PROVINCE}`, awards: ['COTINH'] },
  { pattern: 'Bằng khen (?:của )?(?:Thủ tướng)(?: Chính phủ)?', awards: ['BK_TTG'] },
  { pattern: `Bằng khen (?:của )?(?:Chủ tịch )?(?:${UB} )?${PROVINCE}`, awards: ['BK_TINH'] },
  { pattern: 'Bằng khen', awards: ['BK_TINH', 'BK_TTG'], basis: 'level-open' },
  { pattern: `Giấy khen (?:của )?(?:Chủ tịch )?(?:${UB} )?(?:xã|phường|đặc khu|thị trấn)`, awards: ['GK_XA'] },
  { pattern: `Giấy khen (?:của )?(?:Chủ tịch )?(?:${UB} )?(?:huyện|quận|thị xã)`, awards: ['GK_HUYEN'] },
  {
    pattern: 'Giấy khen của (?:Thủ trưởng|người đứng đầu)[^.;|]{0,160}?địa phương[^.;|]{0,160}?doanh nghiệp',
    awards: ['GK_UNIT', 'GK_XA', 'GK_DN'],
  },
  { pattern: 'Giấy khen của (?:Thủ trưởng|người đứng đầu)[^.;|]{0,160}?doanh nghiệp', awards: ['GK_UNIT', 'GK_DN'] },
  { pattern: 'Giấy khen của (?:Giám đốc doanh nghiệp|doanh nghiệp)', awards: ['GK_DN'] },
  { pattern: 'Giấy khen của (?:Thủ trưởng|người đứng đầu|Giám đốc)[^.;,|]{0,300}', awards: ['GK_UNIT'] },
  { pattern: 'Giấy khen', awards: ['GK_XA', 'GK_UNIT', 'GK_DN'] },
  { pattern: 'Chiến sĩ thi đua toàn quốc', awards: ['CSTDTQ'] },
  { pattern: `Chiến sĩ thi đua (?:cấp )?${PROVINCE}`, awards: ['CSTDT'] },
  { pattern: 'Chiến sĩ thi đua cơ sở', awards: ['CSTDCS'] },
  { pattern: 'Tập thể lao động xuất sắc', awards: ['TTLDXS'] },
  { pattern: 'Tập thể lao động tiên tiến', awards: ['TTLDTT'] },
  { pattern: 'Lao động tiên tiến', awards: ['LDTT'] },
];
const ANY = new RegExp(WORDS.map((one) => `(?:${one.pattern})`).join('|'), 'giu');
const BEGINS = new RegExp(`^(?:${WORDS.map((one) => `(?:${one.pattern})`).join('|')})`, 'iu');

/** Awards the head of a commune, a unit or an enterprise gives 'theo thẩm quyền'. */
export const OWN_AUTHORITY = ['GK_XA', 'GK_UNIT', 'GK_DN'] as const;

export interface NamedAward {
  readonly award: string;
  readonly basis: MenuItem['basis'];
  readonly from: number;
  readonly to: number;
}

/** Every award named in a text; one wording may mean several awards. */
export function awardsIn(text: string): readonly NamedAward[] {
  return [...text.matchAll(ANY)].flatMap((match) => {
    const words = WORDS.find((one) => new RegExp(`^(?:${one.pattern})$`, 'iu').test(match[0]));
    const place = { from: match.index, to: match.index + match[0].length };
    return (words?.awards ?? []).map((award) => ({ award, basis: words?.basis ?? ('listed' as const), ...place }));
  });
}

export function beginsWithAward(text: string): boolean {
  return BEGINS.test(text);
}

/** 'Khen thưởng hàng năm và khen thưởng sơ kết' → annual, interim-review. */
export function occasionsIn(text: string): readonly MenuOccasion[] {
  return [
    ...(/(?:hàng|hằng) năm/iu.test(text) ? (['annual'] as const) : []),
    ...(/sơ kết/iu.test(text) ? (['interim-review'] as const) : []),
    ...(/tổng kết/iu.test(text) ? (['final-review'] as const) : []),
  ];
}
