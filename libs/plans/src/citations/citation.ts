import type { PlanSource } from '@thidua/awards';
import { partialDate } from '../text/days';
import { sourceOf, type Paragraph } from '../text/paragraphs';
import { officialBody } from '../text/places';

/** A document named in a text. `symbol` is as printed without blanks; the parts are null where the printed form does not have them. */
export interface Citation extends PlanSource {
  readonly symbol: string;
  readonly number: number;
  readonly year: string | null;
  /** 'KH', 'QĐ', 'NQ' … */
  readonly type: string;
  /** 'UBND', 'CP', 'TU' … */
  readonly body: string;
  readonly form: 'state' | 'party' | 'broken';
  readonly date: string | null;
  readonly issuer: string | null;
  /** What it is about, as far as the text says: 'về …', 'ban hành …', 'quy định …'. */
  readonly subject: string | null;
  /** Where the symbol begins in its paragraph. */
  readonly at: number;
}

const STATE = '(?<n1>\\d{1,4})(?:\\s?/\\s?(?<year>\\d{4}))?\\s?/\\s?(?<t1>\\p{Lu}[\\p{L}]{0,6})\\s?-\\s?(?<b1>\\p{Lu}[\\p{L}&]{0,12})';
const PARTY = '(?<n2>\\d{1,4})\\s?-\\s?(?<t2>NQ|CT|CTr|CTHĐ|KH|QĐ|KL|HD|TB|QC|BC|ĐA|QyĐ|CV)\\s?/\\s?(?<b2>\\p{Lu}[\\p{L}]{0,9})';
const BROKEN = '(?<n3>\\d{1,4})(?<t3>QĐ|KH|NQ|NĐ|TT|CTr|CT|TTr|HD)\\s?-\\s?(?<b3>\\p{Lu}[\\p{L}]{0,9})';
const SYMBOL = new RegExp(`(?<![\\d\\p{L}/-])(?:${STATE}|${PARTY}|${BROKEN})(?![\\p{L}\\d])`, 'gu');
const KIND_BEFORE =
  /(?:Nghị quyết|Quyết định|Kế hoạch|Công văn|Chương trình hành động|Chương trình|Nghị định|Thông tư|Tờ trình|Chỉ thị|Hướng dẫn|Kết luận|Thông báo)(?:\s+liên tịch)?\s+(?:số\s*:?\s*)?$/iu;
const DATE_AFTER =
  /^(?:,|\s)*(?:\[\d{1,2}\]\s*)?,?\s*ngày\s+(\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})/iu;
const ISSUER_AFTER =
  /^\s*(?:\[\d{1,2}\]\s*)?của\s+(.{1,160}?)(?=\s+(?:về|ban hành|quy định|sửa đổi|thực hiện|phát động|hướng dẫn|triển khai|phê duyệt)(?!\p{L})|\s*(?:[;,.()[“"]|\.\/\.)|\s*$)/iu;
const SUBJECT_AFTER = /^\s*,?\s*((?:về|ban hành|quy định|sửa đổi|thực hiện|phát động|hướng dẫn|phê duyệt)(?!\p{L})[^;]{0,300})/iu;

/** Every document a paragraph names by number and symbol. */
export function citationsIn(paragraph: Paragraph): readonly Citation[] {
  return [...paragraph.text.matchAll(SYMBOL)].flatMap((match) => {
    const cited = citationAt(paragraph, match);
    return cited === null ? [] : [cited];
  });
}

function citationAt(paragraph: Paragraph, match: RegExpExecArray): Citation | null {
  const { text } = paragraph;
  const group = (name: string): string | undefined => match.groups?.[name];
  const kind = KIND_BEFORE.exec(text.slice(Math.max(0, match.index - 40), match.index));
  const end = match.index + match[0].length;
  const date = DATE_AFTER.exec(text.slice(end));
  const afterDate = end + (date?.[0].length ?? 0);
  const issuer = ISSUER_AFTER.exec(text.slice(afterDate));
  const afterIssuer = afterDate + (issuer?.[0].length ?? 0);
  const subject = SUBJECT_AFTER.exec(text.slice(afterIssuer));
  const from = match.index - (kind?.[0].length ?? 0);
  const type = group('t1') ?? group('t2') ?? group('t3') ?? '';
  const body = group('b1') ?? group('b2') ?? group('b3') ?? '';
  if (/^\d+$/u.test(type) || body === '') {
    return null;
  }
  return {
    ...sourceOf(paragraph, from, afterIssuer),
    symbol: match[0].replaceAll(/\s+/gu, ''),
    number: Number(group('n1') ?? group('n2') ?? group('n3')),
    year: group('year') ?? null,
    type,
    body,
    form: formOf(group),
    date: date?.[1] === undefined ? null : partialDate(date[1]),
    issuer: issuer?.[1] === undefined ? null : officialBody(issuer[1]),
    subject: subject?.[1]?.trim() ?? null,
    at: match.index,
  };
}

function formOf(group: (name: string) => string | undefined): Citation['form'] {
  if (group('n1') !== undefined) {
    return 'state';
  }
  return group('n2') === undefined ? 'broken' : 'party';
}

/** '1683QĐ-UBND' → '1683/QĐ-UBND'; others as they are. */
export function mendedSymbol(citation: Pick<Citation, 'form' | 'number' | 'type' | 'body' | 'symbol'>): string {
  return citation.form === 'broken' ? `${citation.symbol.replace(/^(\d+).*$/u, '$1')}/${citation.type}-${citation.body}` : citation.symbol;
}
