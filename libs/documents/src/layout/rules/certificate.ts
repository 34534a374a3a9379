import type { Finding } from '../deviation';
import { COUNTRY } from '../find-head';
import type { LaidOutPage, TextLine } from '../laid-out';
import { centreOf, isUpper, loosely, mm } from '../measure';
import { centredOn, lookOf, type LayoutRule, type RuleContext } from '../rule';

const ARTICLE = 'mẫu bằng, giấy khen (NĐ 152/2025/NĐ-CP, điểm a khoản 1 Điều 6; NĐ 98/2023/NĐ-CP, Điều 104)';

/** Rules of a certificate have one page and its words about one axis. */
function certificateRule(id: string, check: (page: LaidOutPage, context: RuleContext) => Finding[]): LayoutRule {
  return {
    id,
    article: ARTICLE,
    check: (context) => {
      const [page] = context.parts.pages;
      return context.profile.certificate && page !== undefined ? check(page, context) : [];
    },
  };
}

const isRed = (line: TextLine): boolean => /^#(b|c|d|e|f)[0-9a-f][0-5]/.test(line.colour);

export const oneSheet = certificateRule('certificate-sheet', (_page, { parts }) =>
  parts.pages.length === 1 ? [] : [{ page: 2, what: 'số trang của bằng, giấy khen', found: parts.pages.length, wanted: '1' }],
);

/** Office and award stand in red capitals in the middle, larger than anything else. */
export const redLines = certificateRule('certificate-red', (page, { values }) => {
  const red = page.lines.filter((line) => isRed(line) && Math.abs(mm(centreOf(line) - page.width / 2)) < 40);
  const wrong = red.flatMap((line) => lookOf(line, 1, 'chữ đỏ', { bold: true, upper: true }, values));
  return red.length >= 2
    ? wrong
    : [{ page: 1, what: 'số dòng chữ đỏ (thẩm quyền, hình thức khen)', found: red.length, wanted: '≥2' }, ...wrong];
});

export const axis = certificateRule('certificate-axis', (page, { values }) => {
  const foot = footY(page);
  return page.lines
    .filter((line) => line.y < foot && line.size > 12.5 && Math.abs(mm(centreOf(line) - page.width / 2)) < 60)
    .flatMap((line) => centredOn(line, page.width / 2, 1, 'dòng chữ trên bằng', values));
});

/** Left and right foot: italic bold. */
export const foot = certificateRule('certificate-foot', (page, { values }) => {
  const decision = page.lines.filter((line) => /^(Quyết định số|Số sổ vàng)/i.test(line.text));
  const place = page.lines.filter((line) => /, ngày .* tháng /.test(line.text) && line.x0 > page.width / 2);
  const missing = decision.length < 2 ? [{ page: 1, what: 'số quyết định và số sổ vàng', found: decision.length, wanted: '2 dòng' }] : [];
  return [
    ...missing,
    ...[...decision, ...place].flatMap((line) => lookOf(line, 1, 'chân bằng', { bold: true, italic: true }, values)),
    ...decision.flatMap((line) =>
      line.x1 < page.width / 2 ? [] : [{ page: 1, what: 'số quyết định', found: 'bên phải', wanted: 'góc dưới bên trái' }],
    ),
  ];
});

/** Nothing stands nearer to the edge than the border, and no line over another. */
export const inside = certificateRule('certificate-inside', (page) => {
  const edge = Math.min(...page.lines.flatMap((line) => [line.x0, page.width - line.x1, line.y - line.size, page.height - line.y]));
  const near: Finding[] =
    mm(edge) < 12 ? [{ page: 1, what: 'khoảng cách chữ với mép giấy', found: mm(edge), wanted: '≥12', unit: 'mm' }] : [];
  const lines = page.lines.filter(({ role }) => role !== 'outside');
  const crossed = lines.find((line, at) => lines.slice(at + 1).some((other) => overlap(line, other)));
  return crossed === undefined
    ? near
    : [...near, { page: 1, what: 'dòng chữ', found: 'chồng lên dòng khác', wanted: 'rời nhau', at: crossed.text }];
});

function overlap(left: TextLine, right: TextLine): boolean {
  const apart = left.x1 <= right.x0 || right.x1 <= left.x0;
  return !apart && Math.abs(left.y - right.y) < Math.min(left.size, right.size) * 0.7;
}

/** Where the foot begins: place and date, right below the middle. */
function footY(page: LaidOutPage): number {
  const place = page.lines.find((line) => /, ngày .* tháng /.test(line.text) && line.x0 > page.width / 2);
  const head = page.lines.find((line) => loosely(line.text) === COUNTRY && isUpper(line.text));
  return place === undefined ? (head?.y ?? 0) + page.height / 2 : place.y - place.size;
}
