import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { styleOf, type DocxStyle } from './docx-style';
import { BLOCKS, bodyOf, textOf, type HtmlElement } from './html-tree';

type Block = Paragraph | Table;

/** A text width of 165 mm in twentieths of a point. */
const WIDTH = 9354;
const HEAD = [4022, 5332];
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const THIN = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const bordersOf = (line: typeof THIN | typeof NONE): Record<'top' | 'bottom' | 'left' | 'right', typeof line> => ({
  top: line,
  bottom: line,
  left: line,
  right: line,
});

/** The same filled template as the PDF (`MadeFromTemplate.html`), as a Word file: the text is the same by construction. */
export async function makeDocx(html: string): Promise<Uint8Array> {
  const document = new Document({
    creator: 'Thi Đua',
    styles: { default: { document: { run: { font: 'Times New Roman', size: 28, language: { value: 'vi-VN' } } } } },
    sections: [
      {
        properties: {
          titlePage: true,
          page: { size: { width: 11906, height: 16838 }, margin: { top: 1134, bottom: 1134, left: 1701, right: 851, header: 567 } },
        },
        headers: { default: new Header({ children: [pageNumber()] }), first: new Header({ children: [new Paragraph('')] }) },
        children: blocksOf(bodyOf(html), {}),
      },
    ],
  });
  return await Packer.toBuffer(document);
}

function pageNumber(): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ size: 26, children: [PageNumber.CURRENT] })] });
}

function blocksOf(node: HtmlElement, style: DocxStyle): Block[] {
  if (node.tag === 'table') {
    return [tableOf(node, styleOf(style, 'table', node.classes))];
  }
  const own = styleOf(style, node.tag, node.classes);
  const blocks = node.children.some((child) => typeof child !== 'string' && BLOCKS.has(child.tag))
    ? innerBlocks(node, own)
    : leaf(node, own);
  return node.classes.includes('annex') ? [new Paragraph({ pageBreakBefore: true, children: [] }), ...blocks] : blocks;
}

/** Text that stands beside blocks gets a paragraph of its own; white space between tags gets none. */
function innerBlocks(node: HtmlElement, style: DocxStyle): Block[] {
  return node.children.flatMap((child) => {
    if (typeof child === 'string') {
      return child.trim() === '' ? [] : [paragraph([run(child.trim(), style)], style)];
    }
    return blocksOf(child, style);
  });
}

function leaf(node: HtmlElement, style: DocxStyle): Paragraph[] {
  if (node.classes.includes('rule')) {
    return [ruleParagraph(style)];
  }
  if (node.classes.includes('space')) {
    const note = textOf(node).trim();
    return note === ''
      ? [paragraph([], style), paragraph([], style), paragraph([], style)]
      : [paragraph([run(note, { ...style, size: 20 })], style)];
  }
  const runs = runsOf(node, style, true);
  return runs.length === 0 && node.tag === 'div' ? [] : [paragraph(runs, style)];
}

function runsOf(node: HtmlElement, style: DocxStyle, outermost: boolean): TextRun[] {
  return node.children.flatMap((child, at) => {
    if (typeof child !== 'string') {
      return runsOf(child, styleOf(style, child.tag, child.classes), false);
    }
    let text = child.replace(/[^\S\u00a0]+/g, ' ');
    text = outermost && at === 0 ? text.trimStart() : text;
    text = outermost && at === node.children.length - 1 ? text.replace(/ $/, '') : text;
    return text === '' ? [] : [run(text, style)];
  });
}

function run(text: string, style: DocxStyle): TextRun {
  return new TextRun({ text, bold: style.bold ?? false, italics: style.italics ?? false, size: style.size ?? 28 });
}

function paragraph(children: TextRun[], style: DocxStyle): Paragraph {
  return new Paragraph({
    children,
    alignment: style.align ?? AlignmentType.LEFT,
    indent: { firstLine: style.align === AlignmentType.JUSTIFIED ? (style.indent ?? 0) : 0 },
    spacing: { before: style.before ?? 0 },
    keepNext: style.keepNext ?? false,
  });
}

/** The line of 1/3 to 1/2 of the width under a title. */
function ruleParagraph(style: DocxStyle): Paragraph {
  return new Paragraph({
    children: [],
    alignment: style.align ?? AlignmentType.CENTER,
    indent: { left: 3200, right: 3200 },
    border: { top: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 } },
  });
}

function tableOf(node: HtmlElement, style: DocxStyle): Table {
  const listed = node.classes.includes('list');
  const rows = rowsOf(node);
  const columns = Math.max(...rows.map(({ row }) => cellsOf(row).reduce((sum, cell) => sum + cell.colspan, 0)));
  const widths = node.classes.includes('head') ? HEAD : widthsOf(columns, listed);
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: rows.map(({ row, head }) => {
      const own = styleOf(style, 'tr', row.classes);
      return new TableRow({
        tableHeader: head,
        cantSplit: true,
        children: cellsOf(row).map((cell, at) => cellOf(cell, own, { listed, width: widths[at] ?? 0 })),
      });
    }),
  });
}

function cellOf(cell: HtmlElement, style: DocxStyle, { listed, width }: { listed: boolean; width: number }): TableCell {
  const blocks = blocksOf(cell, style);
  return new TableCell({
    columnSpan: cell.colspan,
    ...(cell.colspan === 1 ? { width: { size: width, type: WidthType.DXA } } : {}),
    borders: bordersOf(listed ? THIN : NONE),
    margins: listed ? { left: 85, right: 85, top: 40, bottom: 40 } : { left: 0, right: 0, top: 0, bottom: 0 },
    children: blocks.length === 0 ? [new Paragraph('')] : blocks,
  });
}

function rowsOf(table: HtmlElement): { row: HtmlElement; head: boolean }[] {
  return table.children
    .filter((child): child is HtmlElement => typeof child !== 'string')
    .flatMap((child) =>
      child.tag === 'tr'
        ? [{ row: child, head: false }]
        : child.children.filter((row): row is HtmlElement => typeof row !== 'string').map((row) => ({ row, head: child.tag === 'thead' })),
    );
}

function cellsOf(row: HtmlElement): HtmlElement[] {
  return row.children.filter((cell): cell is HtmlElement => typeof cell !== 'string');
}

/** In a list the first column holds only the ordinal number. */
function widthsOf(columns: number, listed: boolean): number[] {
  const first = listed ? 620 : Math.floor(WIDTH / columns);
  const rest = Math.floor((WIDTH - first) / Math.max(1, columns - 1));
  return Array.from({ length: columns }, (_none, at) => (at === 0 ? first : rest));
}
