import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type ImageRun,
} from 'docx';
import { lineWidth } from '../templates/balanced-lines';
import { styleOf, type DocxStyle } from './docx-style';
import { BLOCKS, elementsOf, millimetresOf, textOf, type HtmlElement } from './html-tree';
import { twips } from './page-setup';
import { pictureRun } from './picture';
import { widthsOf } from './table-widths';

type Block = Paragraph | Table;
type Run = TextRun | ImageRun;

/** How much lies between the margins, or in a cell; twentieths of a point. */
export interface Room {
  readonly width: number;
}

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const THIN = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const RULE = { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 };
const CELL_SIDES = 57;
/** Tables that keep a distance from what stands above them, in twentieths of a point. */
const ABOVE: Readonly<Record<string, number>> = { head: 20, to: 160, list: 120, sign: 200, facts: 60 };

/** The paragraphs and tables that an element of a filled template is in Word. */
export function blocksOf(node: HtmlElement, style: DocxStyle, room: Room): Block[] {
  if (node.tag === 'table') {
    return [...spaceAbove(node), tableOf(node, styleOf(style, 'table', node.classes), room)];
  }
  const own = styleOf(style, node.tag, node.classes);
  if (node.classes.includes('rule')) {
    return [ruleParagraph(twips(millimetresOf(node, 'width') ?? 50), room)];
  }
  const blocks = elementsOf(node).some((child) => BLOCKS.has(child.tag)) ? innerBlocks(node, own, room) : leaf(node, own);
  return node.classes.includes('under') ? [...blocks, underRule(node, own, room)] : blocks;
}

/** Word gives tables no margin: a paragraph of that height stands above them. */
function spaceAbove({ classes }: HtmlElement): Paragraph[] {
  const height = classes.map((name) => ABOVE[name]).find((one) => one !== undefined);
  return height === undefined
    ? []
    : [new Paragraph({ children: [], spacing: { before: 0, line: height, lineRule: 'exact' }, keepNext: classes.includes('sign') })];
}

/** Text that stands beside blocks gets a paragraph of its own; white space between tags gets none. */
function innerBlocks(node: HtmlElement, style: DocxStyle, room: Room): Block[] {
  return node.children.flatMap((child) => {
    if (typeof child !== 'string') {
      return blocksOf(child, style, room);
    }
    return child.trim() === '' ? [] : [paragraph([run(child.trim(), style)], style)];
  });
}

function leaf(node: HtmlElement, style: DocxStyle): Paragraph[] {
  if (node.classes.includes('space')) {
    const note = textOf(node).trim();
    const blank = (): Paragraph => paragraph([], style);
    return note === ''
      ? [blank(), blank(), blank()]
      : [blank(), ...note.split('\n').map((line) => paragraph([run(line, small(style))], style)), blank()];
  }
  const runs = runsOf(node, style, true);
  return runs.length === 0 && node.tag === 'div' ? [] : [paragraph(runs, style)];
}

function small(style: DocxStyle): DocxStyle {
  return { ...style, size: 20, bold: false };
}

function runsOf(node: HtmlElement, style: DocxStyle, outermost: boolean): Run[] {
  return node.children.flatMap((child, at): Run[] => {
    if (typeof child === 'string') {
      let text = child.replace(/[^\S\u00a0]+/g, ' ');
      text = outermost && at === 0 ? text.trimStart() : text;
      text = outermost && at === node.children.length - 1 ? text.replace(/ $/, '') : text;
      return text === '' ? [] : [run(text, style)];
    }
    if (child.tag === 'br') {
      return [new TextRun({ text: '', break: 1 })];
    }
    if (child.tag === 'img') {
      const picture = pictureRun(child);
      return picture === undefined ? [] : [picture];
    }
    return runsOf(child, styleOf(style, child.tag, child.classes), false);
  });
}

function run(text: string, style: DocxStyle): TextRun {
  return new TextRun({ text, bold: style.bold ?? false, italics: style.italics ?? false, size: style.size ?? 28 });
}

function paragraph(children: Run[], style: DocxStyle): Paragraph {
  return new Paragraph({
    children,
    alignment: style.align ?? AlignmentType.LEFT,
    indent: { firstLine: style.align === AlignmentType.JUSTIFIED ? (style.indent ?? 0) : 0 },
    spacing: { before: style.before ?? 0, ...(style.line === undefined ? {} : { line: style.line }) },
    keepNext: style.keepNext ?? false,
  });
}

/** A line of its own length, centred: Word draws it as the upper border of a paragraph with hardly any height. */
function ruleParagraph(width: number, room: Room): Paragraph {
  const side = Math.max(0, Math.floor((room.width - width) / 2));
  return new Paragraph({
    children: [],
    alignment: AlignmentType.CENTER,
    indent: { left: side, right: side },
    spacing: { before: 40, line: 80, lineRule: 'exact' },
    border: { top: RULE },
  });
}

/** Under the motto as long as it, under the issuing body about two fifths of its longest line. */
function underRule(node: HtmlElement, style: DocxStyle, room: Room): Paragraph {
  const lines = elementsOf(node);
  const points = (styleOf(style, 'div', lines.at(-1)?.classes ?? []).size ?? 28) / 2;
  const longest = Math.max(0, ...lines.map((line) => lineWidth(textOf(line).trim(), points)));
  return ruleParagraph(twips(node.classes.includes('third') ? longest * 0.4 : longest), room);
}

function tableOf(node: HtmlElement, style: DocxStyle, room: Room): Table {
  const listed = node.classes.includes('list');
  const rows = rowsOf(node);
  const widths = widthsOf(
    node,
    rows.map(({ row }) => row),
    room.width,
  );
  return new Table({
    width: { size: room.width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: rows.map(({ row, head }) => {
      const own = styleOf(style, 'tr', row.classes);
      let column = 0;
      const cells = elementsOf(row).map((cell) => {
        const width = widths.slice(column, column + cell.colspan).reduce((sum, one) => sum + one, 0);
        column += cell.colspan;
        return cellOf(cell, own, { listed: listed || cell.classes.includes('box'), width });
      });
      return new TableRow({ tableHeader: head, cantSplit: true, children: cells });
    }),
  });
}

function cellOf(cell: HtmlElement, style: DocxStyle, { listed, width }: { listed: boolean; width: number }): TableCell {
  const sides = listed ? CELL_SIDES : 0;
  const blocks = blocksOf(cell, style, { width: width - 2 * sides });
  const line = listed ? THIN : NONE;
  return new TableCell({
    columnSpan: cell.colspan,
    width: { size: width, type: WidthType.DXA },
    borders: { top: line, bottom: line, left: line, right: line },
    margins: { left: sides, right: sides, top: listed ? 40 : 0, bottom: listed ? 40 : 0 },
    verticalAlign: listed ? 'center' : 'top',
    children: blocks.length === 0 ? [new Paragraph('')] : blocks,
  });
}

function rowsOf(table: HtmlElement): { row: HtmlElement; head: boolean }[] {
  return elementsOf(table).flatMap((child) =>
    child.tag === 'tr' ? [{ row: child, head: false }] : elementsOf(child).map((row) => ({ row, head: child.tag === 'thead' })),
  );
}
