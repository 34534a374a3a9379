import type { Finding } from '../deviation';
import type { Head } from '../find-head';
import { COUNTRY, MOTTO } from '../find-head';
import { ruleUnder } from '../find-title';
import type { TextLine } from '../laid-out';
import { centreOf, mm, widthOf } from '../measure';
import { annexI, centredOn, lookOf, type LayoutRule, type RuleContext } from '../rule';

const ONE = 1;

/** A rule about the head; silent where a paper has none (that is told once, by `country`). */
function headRule(id: string, article: string, check: (head: Head, context: RuleContext) => Finding[]): LayoutRule {
  return {
    id,
    article: annexI(article),
    check: (context) => (context.parts.head === undefined || context.profile.certificate ? [] : check(context.parts.head, context)),
  };
}

export const country: LayoutRule = {
  id: 'country',
  article: annexI('mục II.1.a'),
  check: ({ parts: { head, area }, profile, values }) => {
    if (head === undefined) {
      return [{ page: 1, what: 'Quốc hiệu', found: 'không có', wanted: COUNTRY }];
    }
    const line = head.country;
    if (profile.certificate) {
      return lookOf(line, ONE, 'Quốc hiệu', { bold: true, italic: false, upper: true }, values);
    }
    const right = centreOf(line) > centreOf(area);
    return [
      ...lookOf(line, ONE, 'Quốc hiệu', { size: 'country', bold: true, italic: false, upper: true }, values),
      ...(right ? [] : [{ page: 1, what: 'vị trí Quốc hiệu', found: 'bên trái', wanted: 'phía trên, bên phải' }]),
    ];
  },
};

export const motto: LayoutRule = {
  id: 'motto',
  article: annexI('mục II.1.b'),
  check: ({ parts: { head }, profile, values }) => {
    if (head === undefined) {
      return [];
    }
    if (head.motto === undefined) {
      return [{ page: 1, what: 'Tiêu ngữ', found: 'không có', wanted: MOTTO }];
    }
    const { motto: line } = head;
    const words = line.text === MOTTO ? [] : [{ page: 1, what: 'Tiêu ngữ', found: line.text, wanted: MOTTO }];
    const look = lookOf(line, ONE, 'Tiêu ngữ', { ...(profile.certificate ? {} : { size: 'motto' }), bold: true, italic: false }, values);
    return [...words, ...look, ...centredOn(line, centreOf(head.country), ONE, 'Tiêu ngữ so với Quốc hiệu', values)];
  },
};

export const mottoSpacing = headRule('motto-spacing', 'mục II.1.b', (head) => {
  const apart = head.motto === undefined ? undefined : head.motto.y - head.country.y;
  const widest = (head.motto?.size ?? 0) * 1.3;
  return apart !== undefined && apart > widest
    ? [{ page: 1, what: 'khoảng cách Quốc hiệu và Tiêu ngữ', found: apart, wanted: `dòng đơn (≤${Math.round(widest)})`, unit: 'pt' }]
    : [];
});

export const mottoRule = headRule('motto-rule', 'mục II.1.b', (head, { values }) => {
  const line = head.motto;
  return line === undefined ? [] : ruleFindings(head, line, 'đường kẻ dưới Tiêu ngữ', { from: 1, to: 1 }, values);
});

/** Length against the words above it, and the middle. Shares are of the line's width; a millimetre either way is none. */
export function ruleFindings(
  { page }: Pick<Head, 'page'>,
  line: TextLine,
  what: string,
  share: { from: number; to: number },
  values: RuleContext['values'],
): Finding[] {
  const rule = ruleUnder(page, line);
  const [from, to] = [mm(widthOf(line) * share.from), mm(widthOf(line) * share.to)];
  const wanted = share.from === share.to ? round(from) : `${round(from)}–${round(to)}`;
  if (rule === undefined) {
    return [{ page: page.number, what: `độ dài ${what}`, found: 0, wanted, unit: 'mm', at: line.text }];
  }
  const length = mm(widthOf(rule));
  const off = mm(Math.abs(centreOf(rule) - centreOf(line)));
  return [
    ...(length < from - 1 || length > to + 1
      ? [{ page: page.number, what: `độ dài ${what}`, found: length, wanted, unit: 'mm' as const, at: line.text }]
      : []),
    ...(off > values.tolerance.centre
      ? [{ page: page.number, what: `độ lệch trục giữa của ${what}`, found: off, wanted: '0–1', unit: 'mm' as const }]
      : []),
  ];
}

function round(value: number): string {
  return String(Math.round(value)).replace('.', ',');
}

export const issuingBody = headRule('issuing-body', 'mục II.2', (head, { values }) => {
  const [first] = head.bodies;
  const bold = head.bodies.filter((line) => line.runs.every((run) => run.bold));
  if (first === undefined || bold.length === 0) {
    return [{ page: 1, what: 'tên cơ quan ban hành', found: first?.text ?? 'không có', wanted: 'chữ in hoa, đậm' }];
  }
  // Parent above, issuing body below: a regular line under a bold one belongs to the issuing body.
  const from = head.bodies.indexOf(bold[0] ?? first);
  return head.bodies
    .slice(from)
    .flatMap((line) => [
      ...lookOf(line, ONE, 'tên cơ quan ban hành', { size: 'body', bold: true, italic: false, upper: true }, values),
      ...centredOn(line, centreOf(first), ONE, 'tên cơ quan ban hành', values),
    ]);
});

export const parentBody = headRule('parent-body', 'mục II.2', (head, { values }) => {
  const from = head.bodies.findIndex((line) => line.runs.every((run) => run.bold));
  return head.bodies
    .slice(0, Math.max(from, 0))
    .flatMap((line) => [
      ...lookOf(line, ONE, 'tên cơ quan chủ quản', { size: 'parent', bold: false, italic: false, upper: true }, values),
      ...centredOn(line, centreOf(head.bodies[0] ?? line), ONE, 'tên cơ quan chủ quản', values),
    ]);
});

export const bodyRule = headRule('issuing-body-rule', 'mục II.2', (head, { values }) => {
  const bold = head.bodies.filter((line) => line.runs.every((run) => run.bold));
  const last = bold.at(-1);
  if (last === undefined) {
    return [];
  }
  const longest = bold.reduce((left, right) => (widthOf(right) > widthOf(left) ? right : left), last);
  // Of a name on two lines either may be meant: the last, which it stands under, or the longest.
  const findings = [last, longest].map((line) =>
    ruleFindings(head, { ...last, x0: line.x0, x1: line.x1 }, 'đường kẻ dưới tên cơ quan', values.shortRule, values),
  );
  return findings.find((list) => list.length === 0) ?? findings[0] ?? [];
});

export const headLevel = headRule('head-level', 'mục IV.2', (head) => {
  const [first] = head.bodies;
  const off = first === undefined ? 0 : Math.abs(mm(first.y - head.country.y));
  return off > 1 ? [{ page: 1, what: 'độ lệch dòng đầu tên cơ quan so với Quốc hiệu', found: off, wanted: '0–1', unit: 'mm' }] : [];
});

/** 'Số: 07/TTr-UBND'; a draft leaves the number free. */
const NUMBER_LINE = /^Số: ?(?:\d{2,}[a-z]?|[….]+)? ?\/(?:P?TTr|PTr|[A-ZĐĂÂÊÔƠƯ0-9]+)(?:-[A-ZĐĂÂÊÔƠƯ0-9]+)*$/u;

export const numberLine = headRule('number-line', 'mục II.3', (head, { profile, values }) => {
  const line = head.number;
  if (line === undefined) {
    return profile.number === 'required' ? [{ page: 1, what: 'số, ký hiệu', found: 'không có', wanted: 'Số: 0n/KÝ-HIỆU' }] : [];
  }
  const axis = head.bodies[0] === undefined ? centreOf(line) : centreOf(head.bodies[0]);
  return [
    ...lookOf(line, ONE, 'số, ký hiệu', { size: 'number', bold: false, italic: false }, values),
    ...(NUMBER_LINE.test(line.text) ? [] : [{ page: 1, what: 'số, ký hiệu', found: line.text, wanted: 'Số: 0n/KÝ-HIỆU, không cách chữ' }]),
    ...centredOn(line, axis, ONE, 'số, ký hiệu so với tên cơ quan', values),
  ];
});

const PLACE_AND_DATE = /^(\p{Lu}.*), ngày (\d{2}) tháng (01|02|[3-9]|1[0-2]) năm \d{4}$/u;
const DRAFT_DATE = /^\p{Lu}.*, ngày [….\s]*(\d{2})? ?tháng [….\s]*(01|02|[3-9]|1[0-2])? ?năm ?([….]+|\d{4})?$/u;

export const placeAndDate = headRule('place-date', 'mục II.4', (head, { values }) => {
  const line = head.place;
  if (line === undefined) {
    return [{ page: 1, what: 'địa danh và thời gian', found: 'không có', wanted: 'địa danh, ngày … tháng … năm …' }];
  }
  const right = PLACE_AND_DATE.test(line.text) || DRAFT_DATE.test(line.text);
  return [
    ...lookOf(line, ONE, 'địa danh và thời gian', { size: 'place', bold: false, italic: true }, values),
    ...(right ? [] : [{ page: 1, what: 'địa danh và thời gian', found: line.text, wanted: 'ngày 0d tháng 01, 02 hoặc m năm yyyy' }]),
    ...centredOn(line, centreOf(head.country), ONE, 'địa danh và thời gian so với Quốc hiệu', values),
  ];
});

export const numberLevel = headRule('number-level', 'mục II.4', ({ number, place }) => {
  const off = number === undefined || place === undefined ? 0 : Math.abs(mm(number.y - place.y));
  return off > 0.8 ? [{ page: 1, what: 'độ lệch dòng giữa số, ký hiệu và địa danh', found: off, wanted: '0–0,8', unit: 'mm' }] : [];
});

export const aboutLine = headRule('about', 'mục II.5.b', (head, { parts, profile, values }) => {
  const [first] = head.about;
  if (first === undefined) {
    return profile.title === 'none' ? [{ page: 1, what: 'trích yếu công văn', found: 'không có', wanted: 'V/v …' }] : [];
  }
  const axis = head.number === undefined ? centreOf(first) : centreOf(head.number);
  const gap = head.number === undefined ? undefined : first.y - head.number.y - first.size * 1.15;
  const { from, to } = values.aboutGapPt;
  return [
    ...head.about.flatMap((line) => [
      ...lookOf(line, ONE, 'trích yếu công văn', { size: 'about', bold: false, italic: false }, values),
      ...centredOn(line, axis, ONE, 'trích yếu công văn so với số, ký hiệu', values),
    ]),
    ...(first.text.startsWith('V/v ') ? [] : [{ page: 1, what: 'trích yếu công văn', found: first.text, wanted: 'V/v …' }]),
    ...(gap !== undefined && (gap < from - 1 || gap > to + 1)
      ? [{ page: 1, what: 'khoảng cách số, ký hiệu và trích yếu', found: gap, wanted: `${from}–${to}`, unit: 'pt' as const }]
      : []),
    ...(head.about.some((line) => line.x1 > head.country.x0 + 6 && parts.area.x1 > 0 && line.x1 > centreOf(parts.area))
      ? [{ page: 1, what: 'trích yếu công văn', found: 'sang cột phải', wanted: 'trong cột trái' }]
      : []),
  ];
});
