import { centreOf, mm, spanText, widthOf } from '../measure';
import { isBanner } from '../parts';
import { annexI, type LayoutRule, type RuleContext } from '../rule';
import type { Finding } from '../deviation';
import type { LaidOutPage, TextRun } from '../laid-out';
import type { Span } from '../house-values';

const SIZE_SLACK_MM = 0.5;

export const pageSize: LayoutRule = {
  id: 'page-size',
  article: annexI('mục I.1'),
  check: ({ parts, values }) =>
    parts.pages.flatMap((page) => {
      const sides = [mm(page.width), mm(page.height)].sort((left, right) => left - right);
      const [short = 0, long = 0] = sides;
      const { width, height } = values.page;
      const off = Math.abs(short - width) > SIZE_SLACK_MM || Math.abs(long - height) > SIZE_SLACK_MM;
      return off
        ? [
            {
              page: page.number,
              what: 'khổ giấy',
              found: `${Math.round(short)} × ${Math.round(long)}`,
              wanted: `${width} × ${height}`,
              unit: 'mm',
            },
          ]
        : [];
    }),
};

export const orientation: LayoutRule = {
  id: 'orientation',
  article: annexI('mục I.1'),
  check: ({ parts, profile }) => {
    const wanted = profile.orientation;
    const wrong = (page: LaidOutPage): boolean => (page.width > page.height ? wanted === 'portrait' : wanted === 'landscape');
    // An annex with a wide table may lie on its side.
    const pages = profile.certificate ? parts.pages : parts.main;
    return pages.filter(wrong).map((page) => ({
      page: page.number,
      what: 'chiều trang',
      found: page.width > page.height ? 'ngang' : 'dọc',
      wanted: wanted === 'portrait' ? 'dọc' : 'ngang',
    }));
  },
};

export const marginLeft: LayoutRule = sideMargin('margin-left', 'lề trái', 'left');
export const marginRight: LayoutRule = sideMargin('margin-right', 'lề phải', 'right');

/** Nothing may stand in the margin; where paragraphs fill their lines, the margin may not be wider than allowed either. */
function sideMargin(id: string, what: string, side: 'left' | 'right'): LayoutRule {
  return {
    id,
    article: annexI('mục I.2'),
    check: ({ parts, profile, values }) =>
      profile.certificate
        ? []
        : parts.pages.flatMap((page) => {
            const measure = side === 'left' ? leftOf(page) : rightOf(page);
            return marginFinding(page.number, what, measure, values.margins[side], values.tolerance.mm);
          }),
  };
}

interface Measured {
  /** Millimetres from the edge to what stands nearest to it. */
  readonly nearest: number;
  /** Millimetres to the edge of full lines, when there are any. */
  readonly edge: number | undefined;
}

function marginFinding(page: number, what: string, { nearest, edge }: Measured, span: Span, slack: number): Finding[] {
  if (nearest < span.from - slack) {
    return [{ page, what, found: nearest, wanted: spanText(span), unit: 'mm' }];
  }
  return edge !== undefined && edge > span.to + slack ? [{ page, what, found: edge, wanted: spanText(span), unit: 'mm' }] : [];
}

function leftOf(page: LaidOutPage): Measured {
  const nearest = Math.min(...page.lines.map(({ x0 }) => x0), ...page.drawn.map(({ x0 }) => x0));
  const following = page.lines.filter((line, at) => line.role === 'paragraph' && page.lines[at - 1]?.block === line.block);
  return { nearest: mm(nearest), edge: following.length < 2 ? undefined : mm(Math.min(...following.map(({ x0 }) => x0))) };
}

function rightOf(page: LaidOutPage): Measured {
  const farthest = Math.max(...page.lines.map(({ x1 }) => x1), ...page.drawn.map(({ x1 }) => x1));
  const full = page.lines.filter((line, at) => line.role === 'paragraph' && page.lines[at + 1]?.block === line.block);
  return {
    nearest: mm(page.width - farthest),
    edge: full.length < 2 ? undefined : mm(page.width - Math.max(...full.map(({ x1 }) => x1))),
  };
}

/** Shares of the size of Times: from the baseline up to the accents of capitals and down to the tails. */
const ASCENT = 0.89;
const DESCENT = 0.22;
/** Half leading of the first line, and what a table's border adds. */
const TOP_SLACK_MM = 1.5;

export const marginTop: LayoutRule = {
  id: 'margin-top',
  article: annexI('mục I.2'),
  check: ({ parts, profile, values }) =>
    profile.certificate
      ? []
      : parts.pages.flatMap((page) => {
          const tops = [...inside(page).map((line) => line.y - line.size * ASCENT), ...page.drawn.map(({ y0 }) => y0)];
          const top = mm(Math.min(...tops));
          const { from, to } = values.margins.top;
          const wrong = top < from - values.tolerance.mm || top > to + TOP_SLACK_MM;
          return tops.length > 0 && wrong
            ? [{ page: page.number, what: 'lề trên', found: top, wanted: spanText({ from, to }), unit: 'mm' }]
            : [];
        }),
};

export const marginBottom: LayoutRule = {
  id: 'margin-bottom',
  article: annexI('mục I.2'),
  check: ({ parts, profile, values }) =>
    profile.certificate ? [] : parts.pages.flatMap((page) => bottomFindings(page, parts.pages, values)),
};

/** A page is known to be full when its last paragraph goes on overleaf; two lines may have gone with it. */
function bottomFindings(page: LaidOutPage, pages: readonly LaidOutPage[], values: RuleContext['values']): Finding[] {
  const lines = inside(page);
  const ends = [...lines.map((line) => line.y + line.size * DESCENT), ...page.drawn.map(({ y1 }) => y1)];
  const bottom = mm(page.height - Math.max(...ends));
  const { from, to } = values.margins.bottom;
  const last = lines.at(-1);
  const next = pages[page.number] === undefined ? undefined : inside(pages[page.number] as LaidOutPage)[0];
  const goesOn = last?.role === 'paragraph' && next?.role === 'paragraph' && !/[.:;]$/.test(last.text) && widthOf(last) > page.width / 2;
  const widest = goesOn ? to + mm(2 * 1.25 * last.size) : Infinity;
  const wrong = ends.length > 0 && (bottom < from - values.tolerance.mm || bottom > widest);
  return wrong ? [{ page: page.number, what: 'lề dưới', found: bottom, wanted: spanText({ from, to }), unit: 'mm' }] : [];
}

function inside(page: LaidOutPage): LaidOutPage['lines'] {
  return page.lines.filter(({ role }) => role !== 'outside');
}

export const fontFamily: LayoutRule = {
  id: 'font-family',
  article: annexI('mục I.3'),
  check: ({ parts, values }) =>
    parts.pages.flatMap((page) => {
      const from = (run: TextRun, fonts: readonly string[]): boolean => fonts.some((font) => run.font.replace(/\s/g, '').startsWith(font));
      const foreign = page.lines
        .flatMap(({ runs }) => runs)
        .filter((run) => !from(run, values.fonts) && (!from(run, values.borrowed) || /[\p{Script=Latin}\d]/u.test(run.text)));
      const [first] = foreign;
      return first === undefined
        ? []
        : [
            {
              page: page.number,
              what: 'phông chữ',
              found: first.font === '' ? '(không rõ)' : first.font,
              wanted: 'Times New Roman',
              at: first.text,
            },
          ];
    }),
};

export const blackInk: LayoutRule = {
  id: 'black-ink',
  article: annexI('mục I.3'),
  check: ({ parts, profile }) => {
    const noted = new Set(parts.signature?.columns.flatMap(({ notes }) => notes));
    return profile.certificate
      ? []
      : parts.pages.flatMap((page) =>
          page.lines
            .filter((line) => line.colour !== '#000000' && !isBanner(line) && !noted.has(line))
            .slice(0, 1)
            .map((line) => ({ page: page.number, what: 'màu chữ', found: line.colour, wanted: 'màu đen', at: line.text })),
        );
  },
};

export const pageNumbers: LayoutRule = {
  id: 'page-number',
  article: annexI('mục I.7'),
  check: (context) =>
    context.profile.certificate || !context.profile.pageNumbers
      ? []
      : [
          ...context.parts.main.flatMap((page, at) => numberFindings(page, at === 0 ? [''] : [String(at + 1)], context)),
          // The decree has annexes counted apart; whether the first bears its number it leaves open.
          ...context.parts.annexes.flatMap(({ pages }) =>
            pages.flatMap((page, at) => numberFindings(page, at === 0 ? ['', '1'] : [String(at + 1)], context)),
          ),
        ],
};

function numberFindings(page: LaidOutPage, wanted: readonly string[], { parts, values }: RuleContext): Finding[] {
  const middle = centreOf(parts.area);
  const lines = page.lines.filter((line) => line.role === 'outside' && mm(line.y) < values.margins.top.to);
  const [line] = lines;
  const found = line?.text ?? '';
  const at = { page: page.number, what: 'số trang' };
  if (!wanted.includes(found)) {
    return [
      { ...at, found: found === '' ? 'không có' : found, wanted: wanted.map((text) => (text === '' ? 'không có' : text)).join(' hoặc ') },
    ];
  }
  if (line === undefined) {
    return [];
  }
  const off = Math.min(Math.abs(centreOf(line) - page.width / 2), Math.abs(centreOf(line) - middle));
  return [
    ...(mm(off) > 2 ? [{ ...at, what: 'độ lệch trục giữa của số trang', found: mm(off), wanted: '0–2', unit: 'mm' as const }] : []),
    ...(mm(line.y) > values.margins.top.from
      ? [{ ...at, what: 'vị trí số trang', found: mm(line.y), wanted: 'trong lề trên', unit: 'mm' as const }]
      : []),
    ...(Math.abs(line.size - 13.5) > 0.5 + values.tolerance.pt
      ? [{ ...at, what: 'cỡ chữ số trang', found: line.size, wanted: spanText(values.sizes.pageNumber), unit: 'pt' as const }]
      : []),
    ...(line.runs.some((run) => run.bold || run.italic)
      ? [{ ...at, what: 'kiểu chữ số trang', found: 'đậm hoặc nghiêng', wanted: 'đứng' }]
      : []),
  ];
}
