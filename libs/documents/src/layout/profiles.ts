/** What a kind of paper has to have; the rest it may have. */
export interface LayoutProfile {
  /** Landscape is for tables and certificates only (Mục I.1). */
  readonly orientation: 'portrait' | 'any' | 'landscape';
  readonly number: 'required' | 'optional';
  /** A type name ('QUYẾT ĐỊNH'); a letter has V/v instead. */
  readonly title: 'required' | 'none' | 'optional';
  readonly recipients: 'required' | 'optional';
  readonly signature: 'required' | 'optional' | 'none';
  /** Kính gửi. */
  readonly to: 'required' | 'optional';
  readonly grounds: 'required' | 'optional';
  /** Điều 1, Điều 2 … */
  readonly articles: 'required' | 'optional';
  /** Paragraphs indented and justified; tables and copies have none that count. */
  readonly paragraphs: boolean;
  /** False: sheets that are handed out one by one bear no number. */
  readonly pageNumbers: boolean;
  /** Only these rules are asked; all when left out. */
  readonly only?: readonly string[];
  /** Own rules: no head, no margins of the decree. */
  readonly certificate: boolean;
}

export type LayoutProfileName =
  | 'decision'
  | 'submission'
  | 'letter'
  | 'notice'
  | 'minutes'
  | 'report'
  | 'table'
  | 'slip'
  | 'list'
  | 'ballot'
  | 'copy'
  | 'certificate'
  | 'cards';

const PLAIN: LayoutProfile = {
  orientation: 'portrait',
  number: 'optional',
  title: 'required',
  recipients: 'optional',
  signature: 'required',
  to: 'optional',
  grounds: 'optional',
  articles: 'optional',
  paragraphs: true,
  pageNumbers: true,
  certificate: false,
};

export const LAYOUT_PROFILES: Readonly<Record<LayoutProfileName, LayoutProfile>> = {
  decision: { ...PLAIN, number: 'required', recipients: 'required', grounds: 'required', articles: 'required' },
  submission: { ...PLAIN, number: 'required', recipients: 'required', to: 'required', grounds: 'required' },
  letter: { ...PLAIN, number: 'required', recipients: 'required', to: 'required', title: 'none' },
  notice: { ...PLAIN, number: 'required', recipients: 'required' },
  minutes: { ...PLAIN },
  report: { ...PLAIN },
  table: { ...PLAIN, orientation: 'any', signature: 'optional', paragraphs: false },
  slip: { ...PLAIN, signature: 'optional' },
  list: { ...PLAIN, orientation: 'any', signature: 'optional', paragraphs: false },
  // The same sheet for every member, given back unsigned or signed by him alone.
  ballot: { ...PLAIN, signature: 'none', paragraphs: false, pageNumbers: false },
  copy: { ...PLAIN, paragraphs: false },
  // Name cards and the like: no document, but printed on our paper in our type.
  cards: { ...PLAIN, orientation: 'any', only: ['page-size', 'font-family'] },
  certificate: {
    ...PLAIN,
    orientation: 'landscape',
    title: 'none',
    paragraphs: false,
    certificate: true,
  },
};

/** Beginnings of kinds; the first that fits tells the profile. */
const BY_KIND: readonly (readonly [beginning: string, profile: LayoutProfileName])[] = [
  ['quyet-dinh', 'decision'],
  ['to-trinh', 'submission'],
  ['cong-van', 'letter'],
  ['thong-bao', 'notice'],
  ['ke-hoach', 'notice'],
  ['giay-moi', 'notice'],
  ['ket-luan', 'notice'],
  ['xac-nhan', 'notice'],
  ['bien-ban', 'minutes'],
  ['bao-cao', 'report'],
  ['tom-tat', 'report'],
  ['giay-khen', 'certificate'],
  ['bang-khen', 'certificate'],
  ['giay-cap-lai', 'certificate'],
  ['bang-ten', 'cards'],
  ['bang-', 'table'],
  ['danh-sach', 'list'],
  ['muc-luc', 'list'],
  ['so-', 'table'],
  ['phieu-bieu-quyet', 'ballot'],
  ['phieu-xin-y-kien', 'ballot'],
  ['ban-sao', 'copy'],
];

/** Of a kind as templates are named: 'quyet-dinh-huy-bo' → 'decision'; a form not named here is a slip. */
export function layoutProfileOf(kind: string): LayoutProfileName {
  return BY_KIND.find(([beginning]) => kind.startsWith(beginning))?.[1] ?? 'slip';
}
