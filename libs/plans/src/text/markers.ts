/** How a paragraph is numbered. Levels: 1 parts and sections, 2 '1.', 3 '1.1.', 4 'a)', 5 '-' and '•', 6 '+', 9 a footnote, 0 none. */
export interface Marker {
  readonly level: number;
  /** As printed, blanks at its end included. */
  readonly printed: string;
}

const NONE: Marker = { level: 0, printed: '' };
const PART = /^(?:PHẦN|Phần|CHƯƠNG|Chương|MỤC|Mục|Điều)\s+(?:[IVX]{1,5}|\d{1,2}|thứ \p{L}+)(?:[.:]\s*|\s*$)/u;
const ROMAN = /^[IVX]{1,5}[.)]\s+/u;
const LETTER_PART = /^[A-H][.)]\s+(?=\p{Lu}{2})/u;
const DECIMAL = /^\d{1,2}(?:\.\d{1,2}){1,3}[.)]?\s+(?=[\p{Lu}“"(])/u;
const NUMBER = /^\d{1,2}[.)]\s+(?=[\p{Lu}\d“"(])/u;
const LETTER = /^[a-zđ][.)]\s+/u;
const DOT = /^[•●▪*]\s+/u;
const DASH = /^[-–]\s+/u;
const PLUS = /^\+\s*/u;
const NOTE = /^\[\d{1,2}\]\s*/u;
const STAGE = /^(?=(?:Giai đoạn|Đợt)\s+(?:\d|[IVX]+|thứ \p{L}+)\s*[:(,.])/u;
/** Words that are written with a dash inside them and may stand at the beginning of a line. */
const AFTER_DASH = /^[-–]\s+(?:Xã hội|Khen thưởng|Thống kê|Kế toán|Truyền thông|Thể thao|Du lịch|Hạnh phúc|Tự do|Hội đồng|Nông nghiệp)/iu;
const ENDS_SENTENCE = /[.;:!?…”"/)]$/u;
const EXPECTS_NUMBER = /(?:khoản|điểm|điều|mục|số|ngày|tháng|năm|từ|đến|và|quý)$/iu;

/** The numbering a row begins with; `before` is the row above it. */
export function markerOf(text: string, before: string | null): Marker {
  const goesOn = before !== null && !ENDS_SENTENCE.test(before);
  for (const [level, pattern] of [
    [1, PART],
    [1, ROMAN],
    [1, LETTER_PART],
    [3, DECIMAL],
    [2, NUMBER],
    [4, LETTER],
    [5, DOT],
    [6, PLUS],
    [9, NOTE],
    [5, STAGE],
  ] as const) {
    const found = pattern.exec(text);
    if (found !== null && !(goesOn && EXPECTS_NUMBER.test(before) && level !== 1)) {
      return { level, printed: found[0] };
    }
  }
  const dash = DASH.exec(text);
  if (dash === null) {
    return NONE;
  }
  const next = text.slice(dash[0].length);
  const inside = goesOn && (/^[\p{Ll}\d]/u.test(next) || AFTER_DASH.test(text));
  return inside ? NONE : { level: 5, printed: dash[0] };
}
