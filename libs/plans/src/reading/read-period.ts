import type { Occasion } from '@thidua/awards';
import type { AnyField } from '../plan-field';
import { earliestDay, partialDate } from '../text/days';
import type { Node } from '../text/outline';
import { sourceOf, sourceOfMatch, type Paragraph } from '../text/paragraphs';
import { field, type PlanRoom } from './plan-room';
import { firstMatch } from './read-launch';

const POINT =
  '(?:(?:đầu |cuối )?(?:ngày|tháng|năm)\\s+)?(?:\\d{1,2}\\s*/\\s*)?(?:\\d{1,2}\\s*/\\s*)?(?:19|20)\\d{2}|ngày \\d{1,2} tháng \\d{1,2} năm \\d{4}|tháng \\d{1,2} năm \\d{4}';
const ISSUE = 'ngày (?:ban hành|ký)(?: Kế hoạch| kế hoạch)?(?: này)?|khi ban hành(?: Kế hoạch)?|nay';
const RANGE = new RegExp(`(?:[Tt]ừ\\s+)?(${ISSUE}|${POINT})\\s*(?:đến|tới|-|–)\\s*(?:hết\\s+)?(${POINT})`, 'u');
const STAGE = /^(?:Giai đoạn|Đợt)\s+(\d{1,2}|[IVX]{1,4}|thứ \p{L}+)/u;
const ORDER = ['nhất', 'hai', 'ba', 'tư', 'năm'];
const ROMANS = ['I', 'II', 'III', 'IV', 'V'];

/** The period and its phases; a plan without phases gives none. `issuedOn`: the plan's own day when it is whole. */
export function readPeriod(room: PlanRoom, issuedOn: string | null): readonly AnyField[] {
  const phases = phasesOf(room.nodes);
  return [periodField(room, issuedOn), ...phases];
}

function periodField(room: PlanRoom, issuedOn: string | null): AnyField {
  const { body } = room.parts;
  const plain = body.filter((paragraph) => !STAGE.test(paragraph.body) && /[Pp]hong trào|^Từ|thời gian/iu.test(paragraph.text));
  const inTime = room.nodes
    .filter(({ paragraph, heads }) => heads.some((head) => /thời gian|giai đoạn/iu.test(head.body)) && !STAGE.test(paragraph.body))
    .map(({ paragraph }) => paragraph);
  const titled = room.parts.all.filter((paragraph) => paragraph.rows.some((row) => room.parts.title.includes(row)));
  for (const some of [inTime, plain, titled]) {
    const [paragraph, match] = firstMatch(some, RANGE);
    if (paragraph !== undefined && match[1] !== undefined && match[2] !== undefined) {
      const isIssue = new RegExp(`^(?:${ISSUE})$`, 'u').test(match[1]);
      const start = isIssue ? wholeDay(issuedOn) : partialDate(match[1]);
      return field('period', { start, end: partialDate(match[2]) }, sourceOfMatch(paragraph, match));
    }
  }
  return field('period', null, null, 'period');
}

function wholeDay(day: string | null): string | null {
  return day?.length === 10 ? day : null;
}

/** 'Giai đoạn 1 (từ 2025 - 2027): … sơ kết … năm 2027', with the paragraphs that belong to it. */
function phasesOf(nodes: readonly Node[]): readonly AnyField[] {
  const found: AnyField[] = [];
  nodes.forEach(({ paragraph }, index) => {
    const stage = STAGE.exec(paragraph.body);
    const range = RANGE.exec(paragraph.text);
    if (stage?.[1] === undefined || range?.[1] === undefined || range[2] === undefined) {
      return;
    }
    const more = textBelow(nodes, index);
    const whole = [paragraph, ...more].map((one) => one.text).join(' ');
    const [start, end] = [partialDate(range[1]), partialDate(range[2])];
    const last = more.at(-1) ?? paragraph;
    found.push(
      field(
        'phase',
        { number: numberOf(stage[1]) ?? found.length + 1, start, end, ...reviewOf(whole, end) },
        { quote: whole.slice(paragraph.bodyAt).trim(), line: { from: sourceOf(paragraph).line.from, to: sourceOf(last).line.to } },
      ),
    );
  });
  return found;
}

/** What follows a phase without a number of its own. */
function textBelow(nodes: readonly Node[], index: number): readonly Paragraph[] {
  const after = nodes.slice(index + 1).map((node) => node.paragraph);
  const ends = after.findIndex((paragraph) => paragraph.level > 0);
  return after.slice(0, ends < 0 ? undefined : ends);
}

function reviewOf(text: string, end: string | null): { readonly review: Occasion | null; readonly reviewYear: number | null } {
  const own = text.replaceAll(/(?:[Tt]rên cơ sở|sau khi|kết quả)\s+sơ kết/gu, '');
  const kind: Occasion | null = /tổng kết/iu.test(own) ? 'final-review' : /sơ kết/iu.test(own) ? 'interim-review' : null;
  const word = kind === 'final-review' ? 'tổng kết' : 'sơ kết';
  const year = new RegExp(`${word}[^.;]{0,160}?năm\\s+(\\d{4})`, 'iu').exec(own)?.[1];
  const atEnd = /cuối (?:đợt|giai đoạn)/iu.test(own) && end !== null ? earliestDay(end).slice(0, 4) : undefined;
  const given = year ?? atEnd;
  return { review: kind, reviewYear: kind === null || given === undefined ? null : Number(given) };
}

function numberOf(printed: string): number | null {
  if (/^\d/u.test(printed)) {
    return Number(printed);
  }
  const roman = ROMANS.indexOf(printed);
  const order = ORDER.indexOf(printed.replace(/^thứ /u, ''));
  return roman >= 0 ? roman + 1 : order >= 0 ? order + 1 : null;
}
