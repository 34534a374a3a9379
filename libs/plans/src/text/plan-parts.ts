import { readParagraphs, usualWidth, type Paragraph } from './paragraphs';
import { readRows, type Row } from './rows';

/** A plan taken apart: letterhead, title, opening (what it rests on), body, closing words, end (recipients and signature). */
export interface PlanParts {
  readonly rows: readonly Row[];
  readonly all: readonly Paragraph[];
  readonly head: readonly Row[];
  readonly title: readonly Row[];
  readonly opening: readonly Paragraph[];
  /** The opening and the articles of a decision that issues the plan; empty for a plan that stands alone. */
  readonly decision: readonly Paragraph[];
  readonly body: readonly Paragraph[];
  readonly closing: readonly Paragraph[];
  readonly end: readonly Row[];
}

const TITLE = /^(?:KẾ HOẠCH(?=$|\s)|Kế hoạch$)\s*/u;
const AFTER_TITLE =
  /^(?:\(|Căn cứ|Thực hiện |Thi hành|Tiếp tục|Để |Nhằm |Ủy ban|Uỷ ban|UBND|Hưởng ứng|[IVX]+[.)] |[A-H][.)] |\d[.)] |PHẦN|Phần|MỤC|Mục)/u;
const END = /^(?:Nơi nhận|TM\.|KT\.|TL\.|TUQ\.|(?:PHÓ )?CHỦ TỊCH(?: THƯỜNG TRỰC)?$)/u;
const CLOSING = /^Trên đây là/u;

export function readParts(lines: readonly string[]): PlanParts {
  const rows = readRows(lines);
  const decidedAt = rows.findIndex((row) => /^QUYẾT ĐỊNH/u.test(row.text));
  const titles = rows.flatMap((row, index) => (TITLE.test(row.text) ? [index] : []));
  const titleAt = titles.find((index) => index > decidedAt) ?? titles[0] ?? -1;
  const title = titleRows(rows, titleAt);
  const from = titleAt + title.length + (title[0]?.n === rows[titleAt]?.n ? 0 : 1);
  const width = usualWidth(rows);
  const all = readParagraphs(rows, width);
  const text = readParagraphs(rows.slice(from), width).filter((paragraph) => paragraph.level !== 9);
  const bodyAt = sectionAt(text);
  const endAt = text.findIndex((paragraph, index) => index >= bodyAt && END.test(paragraph.text));
  const body = text.slice(bodyAt, endAt < 0 ? undefined : endAt);
  const closingAt = body.findIndex((paragraph) => CLOSING.test(paragraph.text));
  const ownEnd = endAt < 0 ? [] : rows.filter((row) => row.n >= (text[endAt]?.rows[0]?.n ?? 0));
  const isDecision = decidedAt >= 0 && decidedAt < titleAt;
  return {
    rows,
    all,
    head: rows.slice(0, isDecision ? decidedAt : Math.max(titleAt, 0)),
    title,
    opening: text.slice(0, bodyAt),
    decision: isDecision ? readParagraphs(rows.slice(decidedAt, titleAt), width) : [],
    body: closingAt < 0 ? body : body.slice(0, closingAt),
    closing: closingAt < 0 ? [] : body.slice(closingAt),
    end: isDecision
      ? rows.slice(decidedAt, titleAt).filter((row, index, some) => some.findIndex((one) => END.test(one.text)) <= index)
      : ownEnd,
  };
}

function titleRows(rows: readonly Row[], at: number): readonly Row[] {
  const row = rows[at];
  if (row === undefined) {
    return [];
  }
  const same = row.text.replace(TITLE, '');
  const after = [...(same === '' ? [] : [{ n: row.n, text: same }]), ...rows.slice(at + 1, at + 8)];
  const ends = after.findIndex((one, index) => index > 0 && AFTER_TITLE.test(one.text));
  return after.slice(0, ends < 0 ? 1 : ends);
}

/** Where the numbered sections begin. */
function sectionAt(text: readonly Paragraph[]): number {
  const first = text.findIndex((paragraph) => paragraph.level === 1);
  const any = text.findIndex((paragraph) => paragraph.level > 0 && paragraph.level < 5);
  return Math.max(first >= 0 ? first : any, 0);
}
