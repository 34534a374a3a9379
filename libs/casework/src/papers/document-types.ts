/** Kinds of papers that take a number, by the abbreviation of their type (NĐ 30/2020, Annex III). */
const TYPES: Readonly<Record<string, string>> = {
  'to-trinh': 'TTr',
  'to-trinh-huy-bo': 'TTr',
  'quyet-dinh': 'QĐ',
  'quyet-dinh-huy-bo': 'QĐ',
  'quyet-dinh-thu-hoi': 'QĐ',
  'quyet-dinh-dinh-chinh': 'QĐ',
  'quyet-dinh-huy-van-ban': 'QĐ',
  'quyet-dinh-thanh-lap-hoi-dong': 'QĐ',
  'quyet-dinh-doan-kiem-tra': 'QĐ',
  'thong-bao-cong-khai': 'TB',
  'thong-bao-tu-choi': 'TB',
  'ket-luan-kiem-tra': 'KL',
  'ke-hoach-phong-trao': 'KH',
  'ke-hoach-dieu-chinh': 'KH',
  'ke-hoach-kiem-tra': 'KH',
  'thong-bao-kiem-tra': 'TB',
  'thong-bao-mo-dot': 'TB',
  'bao-cao-phong-trao': 'BC',
  'giay-moi': 'GM',
  // An official letter has no type of its own: its symbol is the body's and the drafting office's.
  'cong-van-xin-y-kien': 'CV',
  'cong-van-xac-nhan': 'CV',
  'cong-van-dinh-chinh': 'CV',
  'cong-van-don-doc': 'CV',
  'cong-van-phoi-hop': 'CV',
  // Copies have a series of their own (NĐ 30/2020, art. 25-27).
  'ban-sao': 'SY',
  // Councils number by a series of their own, under the seal of their body (law.md 11).
  'bien-ban-hoi-dong': 'BB-HĐTĐKT',
  'bien-ban-kiem-phieu': 'BB-HĐTĐKT',
};

const NAMES: Readonly<Record<string, string>> = {
  TTr: 'Tờ trình',
  QĐ: 'Quyết định',
  TB: 'Thông báo',
  KL: 'Kết luận',
  KH: 'Kế hoạch',
  BC: 'Báo cáo',
  GM: 'Giấy mời',
  CV: 'Công văn',
  SY: 'Bản sao',
  'BB-HĐTĐKT': 'Biên bản của Hội đồng Thi đua - Khen thưởng',
};

/** The office that drafts letters on awards. */
const LETTER_OFFICE = 'TĐKT';

export const NUMBERED_KINDS: readonly string[] = Object.keys(TYPES);
export const DOCUMENT_TYPES: readonly string[] = Object.keys(NAMES);

/** The type under which a paper is registered; undefined when it takes no number. */
export function documentTypeOf(kind: string): string | undefined {
  return TYPES[kind];
}

export function nameOfType(documentType: string): string {
  return NAMES[documentType] ?? documentType;
}

/** What follows the number: 'QĐ-UBND', 'UBND-TĐKT' on a letter, 'BB-HĐTĐKT' on minutes of a council. */
export function suffixOf(documentType: string, symbol: string): string {
  if (documentType === 'CV') {
    return `${symbol}-${LETTER_OFFICE}`;
  }
  return documentType.includes('-') ? documentType : `${documentType}-${symbol}`;
}

/** A number without what follows it: digits, and letters behind them on papers slipped in between ('12', '12a'). */
export function isNumber(text: string): boolean {
  return /^\d{1,5}[A-Za-zĐđ]{0,3}$/.test(text) && Number.parseInt(text, 10) > 0;
}

/** As it is written and compared: no zeros before it, and one before a number below ten. */
export function writtenNumber(text: string): string {
  return text.replace(/^0+/, '').replace(/^(\d)(?!\d)/, '0$1');
}

/** Councils' own series: counted here, whatever system their body uses, because no clerk is asked for them. */
export function isOfCouncil(documentType: string): boolean {
  return documentType.includes('-');
}
