import type { Finding } from '../deviation';
import { centreOf, mm, spanText, usual, within, wordsOf } from '../measure';
import type { Paragraph } from '../parts';
import { annexI, lookOf, type LayoutRule, type RuleContext } from '../rule';

const BODY = annexI('mục II.6.b');

/** Paragraphs of the paper itself, where they are held to the decree's form. */
function flowing({ parts, profile }: RuleContext): readonly Paragraph[] {
  return profile.paragraphs ? parts.paragraphs : [];
}

/** Alone in the middle of the sheet: 'QUYẾT ĐỊNH:', the decider's office, '(Có danh sách kèm theo)'. */
function isCentred({ lines }: Paragraph, { parts }: RuleContext): boolean {
  return lines.every((line) => Math.abs(mm(centreOf(line) - centreOf(parts.area))) < 2 && mm(line.x0 - parts.area.x0) > 5);
}

export const textSize: LayoutRule = {
  id: 'text-size',
  article: BODY,
  check: (context) => {
    const sizes = flowing(context).flatMap(({ lines }) => lines.map(({ size }) => size));
    const common = usual(sizes);
    return flowing(context).flatMap(({ page, lines }) => {
      const [line] = lines.filter(({ size }) => common === undefined || Math.abs(size - common) > context.values.tolerance.pt);
      const first = lines[0];
      const bad = first === undefined ? [] : lookOf(first, page.number, 'nội dung', { size: 'text' }, context.values);
      if (bad.length > 0 || line === undefined || common === undefined) {
        return bad;
      }
      return [
        {
          page: page.number,
          what: 'cỡ chữ nội dung',
          found: line.size,
          wanted: `${common} như cả văn bản`,
          unit: 'pt' as const,
          at: line.text,
        },
      ];
    });
  },
};

export const justified: LayoutRule = {
  id: 'text-justified',
  article: BODY,
  check: (context) => {
    const wrapped = flowing(context).filter((paragraph) => paragraph.lines.length > 1 && !isCentred(paragraph, context));
    const right = Math.max(...wrapped.flatMap(({ lines }) => lines.slice(0, -1).map(({ x1 }) => x1)));
    return wrapped.flatMap(({ page, lines }) => {
      const ragged = lines.slice(0, -1).find((line) => mm(right - line.x1) > 1);
      return ragged === undefined
        ? []
        : [
            {
              page: page.number,
              what: 'khoảng hở cuối dòng',
              found: mm(right - ragged.x1),
              wanted: '0 (canh đều hai lề)',
              unit: 'mm' as const,
              at: ragged.text,
            },
          ];
    });
  },
};

export const indent: LayoutRule = {
  id: 'text-indent',
  article: BODY,
  check: (context) => {
    const { parts, values } = context;
    const following = flowing(context).flatMap(({ lines }) => lines.slice(1).map(({ x0 }) => x0));
    const left = following.length > 1 ? Math.min(...following) : parts.area.x0;
    const pageOf = new Map<string, number>();
    return flowing(context).flatMap((paragraph) => {
      const [first] = paragraph.lines;
      if (first === undefined || isCentred(paragraph, context) || goesOn(paragraph, context)) {
        return [];
      }
      pageOf.set(first.text, paragraph.page.number);
      const found = mm(first.x0 - left);
      return values.indents.some((wanted) => Math.abs(found - wanted) <= values.tolerance.mm)
        ? []
        : [
            {
              page: paragraph.page.number,
              what: 'thụt đầu dòng',
              found,
              wanted: values.indents.join(' hoặc ').replace('.', ','),
              unit: 'mm' as const,
              at: first.text,
            },
          ];
    });
  },
};

/** The first paragraph of a page may be the rest of the last one before. */
function goesOn({ page, lines }: Paragraph, { parts }: RuleContext): boolean {
  const first = page.lines.find(({ role }) => role !== 'outside');
  const before = parts.paragraphs.findLast((paragraph) => paragraph.page.number === page.number - 1);
  return first !== undefined && lines[0]?.block === first.block && before !== undefined && !/[.:;!?]$/.test(wordsOf(before.lines));
}

export const lineSpacing: LayoutRule = {
  id: 'line-spacing',
  article: BODY,
  check: (context) =>
    flowing(context).flatMap(({ page, lines }) => {
      const { values } = context;
      const wrong = lines.slice(1).find((line, at) => !within((line.y - (lines[at]?.y ?? 0)) / line.size, values.lineSpacing, 0.03));
      const at = wrong === undefined ? -1 : lines.indexOf(wrong);
      const before = lines[at - 1];
      return wrong === undefined || before === undefined
        ? []
        : [
            {
              page: page.number,
              what: 'khoảng cách dòng',
              found: wrong.y - before.y,
              wanted: spanText({ from: values.lineSpacing.from * wrong.size, to: values.lineSpacing.to * wrong.size }),
              unit: 'pt' as const,
              at: wrong.text,
            },
          ];
    }),
};

export const paragraphGap: LayoutRule = {
  id: 'paragraph-gap',
  article: BODY,
  check: (context) => {
    const paragraphs = flowing(context);
    const spacings = paragraphs.flatMap(({ lines }) => lines.slice(1).map((line, at) => (line.y - (lines[at]?.y ?? 0)) / line.size));
    // Lines are put on whole pixels: the narrowest is the surest.
    const spacing = spacings.length === 0 ? context.values.lineSpacing.from : Math.min(...spacings);
    return paragraphs.flatMap((paragraph, at) => gapFindings(paragraphs[at - 1], paragraph, spacing, context));
  },
};

function gapFindings(before: Paragraph | undefined, { page, lines }: Paragraph, spacing: number, { values }: RuleContext): Finding[] {
  const [last, first] = [before?.lines.at(-1), lines[0]];
  if (last === undefined || first === undefined || before?.page !== page) {
    return [];
  }
  const between = page.lines.slice(
    page.lines.findIndex((line) => line.block === last.block),
    page.lines.findIndex((line) => line.block === first.block),
  );
  if (between.some((line) => line.role !== 'paragraph')) {
    return [];
  }
  const gap = first.y - last.y - spacing * first.size;
  const wanted = values.paragraphGapPt;
  // Two places, each off by as much as a pixel.
  return gap >= wanted - 0.9
    ? []
    : [{ page: page.number, what: 'khoảng cách đoạn', found: gap, wanted: `≥${wanted}`, unit: 'pt', at: first.text }];
}

export const tableText: LayoutRule = {
  id: 'table-size',
  article: annexI('mục IV.2'),
  check: ({ parts, profile, values }) =>
    profile.certificate
      ? []
      : parts.pages.flatMap((page) =>
          page.lines
            .filter((line) => line.role === 'cell')
            .flatMap((line) => lookOf(line, page.number, 'trong bảng', { size: 'table' }, values))
            .slice(0, 1),
        ),
};

export const grounds: LayoutRule = {
  id: 'grounds',
  article: annexI('mục II.6.b'),
  check: ({ parts, profile, values }) => {
    if (parts.grounds.length === 0) {
      return profile.grounds === 'required' ? [{ page: 1, what: 'căn cứ ban hành', found: 'không có', wanted: 'Căn cứ …;' }] : [];
    }
    return parts.grounds.flatMap(({ page, lines }, at) => {
      const text = wordsOf(lines);
      const end = at === parts.grounds.length - 1 ? '.' : ';';
      const look = lines.flatMap((line) => lookOf(line, page.number, 'căn cứ', { size: 'grounds', bold: false, italic: true }, values));
      const mark = text.endsWith(end) && !/[.;,]{2}$/.test(text);
      return [
        ...look.slice(0, 1),
        ...(mark ? [] : [{ page: page.number, what: 'dấu cuối căn cứ', found: text.slice(-1), wanted: end, at: text }]),
      ];
    });
  },
};

export const groundsLaw: LayoutRule = {
  id: 'grounds-law',
  article: annexI('mục II.6.b'),
  check: ({ parts }) =>
    parts.grounds.flatMap(({ page, lines }) => {
      const text = wordsOf(lines);
      const numbered = /^Căn cứ (Luật|Bộ luật)[^;]*? số \d+/.exec(text);
      return numbered === null
        ? []
        : [{ page: page.number, what: 'căn cứ luật', found: numbered[0], wanted: 'tên và ngày của luật, không ghi số', at: text }];
    }),
};

export const articles: LayoutRule = {
  id: 'article',
  article: annexI('mục II.6.b'),
  check: (context) => {
    const { parts, profile } = context;
    if (parts.articles.length === 0) {
      return profile.articles === 'required' ? [{ page: 1, what: 'Điều', found: 'không có', wanted: 'Điều 1.' }] : [];
    }
    return parts.articles.flatMap(({ page, lines }, at) => {
      const [line] = lines;
      const words = `Điều ${at + 1}.`;
      const text = line?.text ?? '';
      const lead = leadOf(line?.runs ?? [], words.replace(' ', '').length);
      return [
        ...(text.startsWith(`${words} `) || text === words
          ? []
          : [{ page: page.number, what: 'số thứ tự Điều', found: text.slice(0, 10), wanted: words }]),
        ...(lead.some((run) => !run.bold || run.italic)
          ? [{ page: page.number, what: 'kiểu chữ Điều', found: 'không đậm', wanted: 'đứng, đậm', at: text }]
          : []),
      ];
    });
  },
};

/** The runs in which the first `length` letters stand, white space not counted. */
function leadOf<Run extends { readonly text: string }>(runs: readonly Run[], length: number): Run[] {
  const lead: Run[] = [];
  let seen = 0;
  for (const run of runs) {
    if (seen >= length) {
      break;
    }
    lead.push(run);
    seen += run.text.replace(/\s/g, '').length;
  }
  return lead;
}
