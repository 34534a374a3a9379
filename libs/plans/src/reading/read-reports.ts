import type { Occasion } from '@thidua/awards';
import type { AnyField } from '../plan-field';
import { partialDate } from '../text/days';
import { sourceOf, sourceOfPiece, type Paragraph } from '../text/paragraphs';
import { officialBody } from '../text/places';
import { clausesOf, sentencesOf, type Piece } from '../text/sentences';
import { capitalised, withoutEnd } from '../text/words';
import { occasionsIn } from './awards-in-words';
import { field, type PlanRoom } from './plan-room';

const BODY =
  '(?:Chủ tịch\\s+)?(?:UBND|[UỦ][yỷ] ban nhân dân)\\s+(?:xã|phường|đặc khu|thị trấn|huyện|thị xã|tỉnh|thành phố)|Sở Nội vụ|Phòng (?:Văn hóa|Văn hoá|Nội vụ)[^,.;()]{0,160}?';
/** '… kết quả … về UBND xã (qua Phòng …)'. */
const TO = new RegExp(`báo cáo[^;()]{0,240}?\\s(?:về|gửi|cho)\\s+(${BODY})(?=\\s|\\)|,|\\.|;|$)`, 'iu');
/** 'báo cáo Chủ tịch UBND tỉnh (về) kết quả …'. */
const TO_FIRST = new RegExp(`báo cáo\\s+(${BODY})\\s+(?:về\\s+)?(?:kết quả|tình hình)`, 'iu');
const VIA =
  /\((?:thông )?qua\s+([^)]+)\)|\squa\s+((?:Phòng|Sở|Công chức|Văn phòng)\s[^,.;()]+?)(?=\s+(?:trước|chậm nhất|để|trong)|[,.;]|$)/iu;
const BEFORE =
  /(?:trước|chậm nhất|muộn nhất|xong trước)\s+(?:là\s+)?(?:ngày\s+)?(\d{1,2})\s*(?:\/|tháng)\s*(\d{1,2})(?:\s*(?:\/|năm)\s*(\d{4}))?/giu;
const EXCUSE = /khó khăn|vướng mắc/iu;

/** Who reports to whom, on which occasions, by which day; one field for each day. */
export function readReports({ parts }: PlanRoom): readonly AnyField[] {
  return parts.body.flatMap((paragraph) =>
    sentencesOf(paragraph.text)
      .filter((sentence) => !EXCUSE.test(sentence.text))
      .flatMap((sentence) => reportsIn(paragraph, sentence)),
  );
}

function reportsIn(paragraph: Paragraph, sentence: Piece): readonly AnyField[] {
  const match = TO.exec(sentence.text) ?? TO_FIRST.exec(sentence.text);
  if (match?.[1] === undefined) {
    return [];
  }
  const rest = sentence.text.slice(match.index + match[0].length);
  const through = VIA.exec(rest.slice(0, 120));
  const via = through === null ? null : officeName(through[1] ?? through[2] ?? '');
  const to = capitalised(officialBody(withoutEnd(match[1])));
  const begin = sentence.text.lastIndexOf(';', match.index) + 1;
  const dated = [...sentence.text.matchAll(BEFORE)].filter((one) => one.index > match.index);
  if (dated.length === 0) {
    const occasions = tied(sentence.text.slice(begin));
    const value = { occasions: occasions.length === 0 ? (['annual'] as const) : occasions, to, via, before: null };
    return [field('report', value, sourceOfPiece(paragraph, { from: sentence.from + begin, to: sentence.to }), 'report-day')];
  }
  return dated.map((date, index) => {
    const from = index === 0 ? match.index : clauseEnd(sentence.text, endOf(dated[index - 1]));
    const until = clauseEnd(sentence.text, endOf(date));
    const occasions = tied(sentence.text.slice(from, until));
    const before = partialDate(`${date[1] ?? ''}/${date[2] ?? ''}/${date[3] ?? '2000'}`)?.slice(5) ?? null;
    const value = { occasions: occasions.length === 0 ? (['annual'] as const) : occasions, to, via, before };
    return field(
      'report',
      value,
      sourceOfPiece(paragraph, { from: sentence.from + begin, to: sentence.from + until }),
      before === null ? 'report-day' : null,
    );
  });
}

function endOf(match: RegExpExecArray | undefined): number {
  return match === undefined ? 0 : match.index + match[0].length;
}

/** 'trước ngày 20/7/2024 đối với sơ kết': the words after a day that tell its occasion belong to it. */
function clauseEnd(text: string, at: number): number {
  const more = /^\s*(?:(?:hàng|hằng) năm|đối với (?:báo cáo )?(?:sơ kết|tổng kết)|\((?:sơ kết|tổng kết)[^)]{0,300}\))/iu.exec(
    text.slice(at),
  );
  return at + (more?.[0].length ?? 0);
}

function tied(text: string): readonly Occasion[] {
  return occasionsIn(text).filter((one): one is Occasion => one !== 'unspecified');
}

/** 'Phòng Văn hoá – Xã hội' → 'Phòng Văn hóa - Xã hội'. */
export function officeName(printed: string): string {
  return capitalised(
    withoutEnd(
      officialBody(printed)
        .replaceAll(/hoá/gu, 'hóa')
        .replaceAll(/Hoá/gu, 'Hóa')
        .replaceAll(/\s*–\s*/gu, ' - '),
    ),
  );
}

const UNIT_PLAN =
  /(?:xây dựng|ban hành|có|hoàn thành)[^;.]{0,40}?kế hoạch[^;.]{0,160}?(?:(?:hoàn thành\s+)?trong\s+(?:tháng|năm)|(?:xong\s+)?trước\s+(?:ngày|tháng))\s+((?:\d{1,2}\s*\/\s*){0,2}\d{4})/iu;

/** By when the units are to have a plan of their own. */
export function readUnitPlans({ parts }: PlanRoom): AnyField {
  for (const paragraph of parts.body) {
    for (const clause of clausesOf(paragraph.text)) {
      const found = UNIT_PLAN.exec(clause.text);
      const day = found?.[1] === undefined ? null : partialDate(found[1]);
      if (found !== null && day !== null && !/báo cáo/iu.test(found[0])) {
        return field('unitPlans', day, sourceOf(paragraph, clause.from + found.index, clause.from + found.index + found[0].length));
      }
    }
  }
  return field('unitPlans', null, null);
}
