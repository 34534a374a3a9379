import type * as pdfjs from 'pdfjs-dist';
import type { Box, RuledLine } from './laid-out';

type Ops = (typeof pdfjs)['OPS'];
type Matrix = readonly [number, number, number, number, number, number];

interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** Where text begins and the colour it is filled with. */
export interface ColourMark {
  readonly x: number;
  readonly y: number;
  readonly colour: string;
}

export interface DrawnPage {
  readonly boxes: readonly Box[];
  readonly rules: readonly RuledLine[];
  readonly colours: readonly ColourMark[];
}

/** A stroke or a filled bar up to this height is a ruled line. */
const THICKEST = 1.6;
const SHORTEST = 6;

/** Walks a page's operators: what is drawn and in which colour text is set; points from the top left corner. */
export function drawnOn(list: OperatorList, ops: Ops, page: { readonly width: number; readonly height: number }): DrawnPage {
  const painting = new Set<number>([
    ops.stroke,
    ops.closeStroke,
    ops.fill,
    ops.eoFill,
    ops.fillStroke,
    ops.eoFillStroke,
    ops.closeFillStroke,
  ]);
  const boxes: Box[] = [];
  const colours: ColourMark[] = [];
  const saved: { matrix: Matrix; colour: string }[] = [];
  let state: { matrix: Matrix; colour: string } = { matrix: [1, 0, 0, 1, 0, 0], colour: '#000000' };
  list.fnArray.forEach((operator, at) => {
    const args = (list.argsArray[at] ?? []) as readonly unknown[];
    if (operator === ops.save) {
      saved.push(state);
    } else if (operator === ops.restore) {
      state = saved.pop() ?? state;
    } else if (operator === ops.transform) {
      state = { ...state, matrix: times(state.matrix, args as unknown as Matrix) };
    } else if (operator === ops.setFillRGBColor) {
      state = { ...state, colour: String(args[0]) };
    } else if (operator === ops.setTextMatrix) {
      const text = (Array.isArray(args[0]) || ArrayBuffer.isView(args[0]) ? args[0] : args) as unknown as Matrix;
      const [x, y] = place(state.matrix, text[4], text[5]);
      colours.push({ x, y: page.height - y, colour: state.colour });
    } else if (operator === ops.constructPath && painting.has(Number(args[0]))) {
      boxes.push(boxOf(state.matrix, args[2] as ArrayLike<number>, page.height));
    }
  });
  const rules = boxes
    .filter((box) => box.y1 - box.y0 <= THICKEST && box.x1 - box.x0 >= SHORTEST)
    .map(({ x0, x1, y0, y1 }) => ({ x0, x1, y: (y0 + y1) / 2 }));
  return { boxes, rules, colours };
}

function boxOf(matrix: Matrix, extent: ArrayLike<number>, height: number): Box {
  const [left, bottom] = place(matrix, extent[0] ?? 0, extent[1] ?? 0);
  const [right, top] = place(matrix, extent[2] ?? 0, extent[3] ?? 0);
  const [y0, y1] = [height - Math.max(top, bottom), height - Math.min(top, bottom)];
  return { x0: Math.min(left, right), x1: Math.max(left, right), y0, y1 };
}

function place(matrix: Matrix, x: number, y: number): [number, number] {
  return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
}

function times(outer: Matrix, inner: Matrix): Matrix {
  const [e, f] = place(outer, inner[4], inner[5]);
  return [
    outer[0] * inner[0] + outer[2] * inner[1],
    outer[1] * inner[0] + outer[3] * inner[1],
    outer[0] * inner[2] + outer[2] * inner[3],
    outer[1] * inner[2] + outer[3] * inner[3],
    e,
    f,
  ];
}
