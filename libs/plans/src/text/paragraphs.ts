import type { PlanSource } from '@thidua/awards';
import { markerOf } from './markers';
import type { Row } from './rows';

/** A paragraph put together again from its rows. */
export interface Paragraph {
  readonly level: number;
  /** All of it, one space where a line ended. */
  readonly text: string;
  /** Without its numbering; `bodyAt` is where it begins in `text`. */
  readonly body: string;
  readonly bodyAt: number;
  readonly rows: readonly Row[];
  /** Where each row begins in `text`. */
  readonly starts: readonly number[];
}

const ALWAYS_NEW =
  /^(?:Nơi nhận|TM\.|KT\.|TL\.|TUQ\.|Trên đây là|Căn cứ |Thực hiện (?:Kế hoạch|Quyết định|Công văn|Nghị quyết|Chỉ thị)|Số\s*:|\(Kèm theo|(?:PHÓ )?CHỦ TỊCH(?: THƯỜNG TRỰC)?$|KẾ HOẠCH$|QUYẾT ĐỊNH\s*:?$|(?:CHỦ TỊCH |HỘI ĐỒNG NHÂN DÂN )(?:[UỦ][YỶ] BAN NHÂN DÂN )?(?:TỈNH|THÀNH PHỐ|XÃ|PHƯỜNG)|(?:H[àằ]ng năm|Sơ kết|Tổng kết)(?:\s*\([^)]{0,300}\))?\s*[:|])/u;
/** A line that begins with a body after a full stop tells what that body does. */
const NAMES_BODY =
  /^(?:Các (?:thôn|ban|cơ quan|đơn vị|tổ dân phố|doanh nghiệp)|Phòng |Sở |Đài |Công chức |Trung tâm |Văn phòng |Đề nghị )/u;
const TABLE_ROW = /\S \| \S/u;
const TERMINAL = /[.;:!?…]$|\.\/\.$/u;

/** Groups rows into paragraphs by numbering, by how far a line is filled, and by capital letters; blank lines say nothing. */
export function readParagraphs(rows: readonly Row[], width = usualWidth(rows)): readonly Paragraph[] {
  const groups: Row[][] = [];
  rows.forEach((row, index) => {
    const before = rows[index - 1];
    const open = groups.at(-1);
    if (open === undefined || before === undefined || beginsParagraph(row, before, width)) {
      groups.push([row]);
    } else {
      open.push(row);
    }
  });
  return groups.map((group, index) => paragraphOf(group, groups[index - 1]?.at(-1)?.text ?? null));
}

/** The words of a part of a paragraph and their lines; without a part, all of its body. */
export function sourceOf(paragraph: Paragraph, from = paragraph.bodyAt, to = paragraph.text.length): PlanSource {
  const raw = paragraph.text.slice(from, to);
  const begin = from + (raw.length - raw.trimStart().length);
  const quote = raw.trim();
  const lineOf = (offset: number): number => {
    const index = paragraph.starts.findLastIndex((start) => start <= offset);
    return paragraph.rows[Math.max(index, 0)]?.n ?? 0;
  };
  return { quote, line: { from: lineOf(begin), to: lineOf(begin + Math.max(quote.length - 1, 0)) } };
}

/** The source of what a pattern found in a paragraph's text. */
export function sourceOfMatch(paragraph: Paragraph, match: RegExpExecArray): PlanSource {
  return sourceOf(paragraph, match.index, match.index + match[0].length);
}

/** The source of a sentence or clause; the numbering of the paragraph is none of its words. */
export function sourceOfPiece(paragraph: Paragraph, { from, to }: { readonly from: number; readonly to: number }): PlanSource {
  return sourceOf(paragraph, Math.max(from, paragraph.bodyAt), to);
}

function paragraphOf(rows: readonly Row[], before: string | null): Paragraph {
  const starts: number[] = [];
  let text = '';
  for (const row of rows) {
    text += text === '' ? '' : ' ';
    starts.push(text.length);
    text += row.text;
  }
  const marker = markerOf(text, before);
  return { level: marker.level, text, body: text.slice(marker.printed.length), bodyAt: marker.printed.length, rows, starts };
}

function beginsParagraph(row: Row, before: Row, width: number): boolean {
  if (markerOf(row.text, before.text).level > 0 || ALWAYS_NEW.test(row.text)) {
    return true;
  }
  if (TABLE_ROW.test(row.text)) {
    return true;
  }
  if (!/^[\p{Lu}\d“"([]/u.test(row.text) || /^[“"]/u.test(row.text)) {
    return false;
  }
  const nextWord = row.text.split(' ')[0] ?? '';
  const filled = before.text.length + 1 + nextWord.length;
  const ended = TERMINAL.test(before.text);
  return filled < width * (before.text.endsWith('.') && NAMES_BODY.test(row.text) ? 1.1 : ended ? 0.92 : 0.78);
}

/** What three quarters of the longer rows reach: the width of the printed column. A text with one line a paragraph has no such width. */
export function usualWidth(rows: readonly Row[]): number {
  const lengths = rows.map((row) => row.text.length).filter((length) => length > 20);
  const usual = lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length * 0.75)] ?? 80;
  const longest = Math.max(0, ...lengths);
  return longest > usual * 1.5 ? longest * 2 : usual;
}
