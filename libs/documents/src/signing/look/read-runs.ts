import { PdfParser } from '../file/parse-object';
import { asNumber, PdfName, type PdfValue } from '../file/values';

/** Where a piece of text begins on the page, in points from its lower left. */
export interface TextRun {
  readonly x: number;
  readonly baseline: number;
  readonly size: number;
  /** Resource name of the font. */
  readonly font: string;
}

type Matrix = readonly [number, number, number, number, number, number];
const UNIT: Matrix = [1, 0, 0, 1, 0, 0];
const MAX_RUNS = 100_000;

/** The places of all text in a page's content: enough of the operators for pages that a browser printed (8.4.4, 9.4). */
export function readRuns(content: Buffer): readonly TextRun[] {
  const parser = new PdfParser(content);
  const runs: TextRun[] = [];
  const stack: Matrix[] = [];
  let ctm = UNIT;
  let text = UNIT;
  let font = { name: '', size: 0 };
  let operands: PdfValue[] = [];
  while (!parser.done && runs.length < MAX_RUNS) {
    const operand = operandAt(parser);
    if (operand !== undefined) {
      operands.push(operand);
      continue;
    }
    const operator = parser.word();
    const numbers = operands.map((value) => asNumber(value) ?? 0);
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers;
    if (operator === 'q') {
      stack.push(ctm);
    } else if (operator === 'Q') {
      ctm = stack.pop() ?? UNIT;
    } else if (operator === 'cm') {
      ctm = times([a, b, c, d, e, f], ctm);
    } else if (operator === 'BT') {
      text = UNIT;
    } else if (operator === 'Tm') {
      text = [a, b, c, d, e, f];
    } else if (operator === 'Td') {
      text = times([1, 0, 0, 1, a, b], text);
    } else if (operator === 'Tf') {
      const [given] = operands;
      font = { name: given instanceof PdfName ? given.name : '', size: b };
    } else if (operator === 'Tj' || operator === 'TJ') {
      const [, , , scale, x, y] = times(text, ctm);
      runs.push({ x, baseline: y, size: Math.abs(font.size * scale), font: font.name });
    } else if (operator === '') {
      // A delimiter that begins nothing: step over it.
      parser.at += 1;
    }
    operands = [];
  }
  return runs;
}

/** The next operand; undefined when an operator comes. */
function operandAt(parser: PdfParser): PdfValue | undefined {
  const before = parser.at;
  const text = parser.word();
  parser.at = before;
  if (text !== '' && !/^[+-]?[\d.]+$/.test(text) && !['true', 'false', 'null'].includes(text)) {
    return undefined;
  }
  try {
    return parser.value();
  } catch {
    parser.at = before;
    return undefined;
  }
}

function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}
