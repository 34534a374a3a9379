import type { LaidOutPage, TextLine } from './laid-out';
import { centreOf } from './measure';

/** Ô 7, 9b: from the last paragraph or table to the end of the paper, on one page. */
export interface SignatureZone {
  readonly page: LaidOutPage;
  /** One for each who signs, from the left. */
  readonly columns: readonly SignatureColumn[];
  readonly recipientsLabel: TextLine | undefined;
  /** Entries of Nơi nhận, each with its lines. */
  readonly recipients: readonly (readonly TextLine[])[];
}

export interface SignatureColumn {
  /** Authority and title, from the top. */
  readonly authority: readonly TextLine[];
  /** '(Ký, ghi rõ họ tên)'. */
  readonly hints: readonly TextLine[];
  /** What the signature leaves: 'Đã ký số …'. */
  readonly notes: readonly TextLine[];
  readonly name: TextLine | undefined;
}

/** Between title and name stands the signature: at least this many points. */
const SPACE = 30;

export function findSignature(main: readonly LaidOutPage[], area: { x0: number; x1: number }): SignatureZone | undefined {
  for (const page of main.toReversed()) {
    const lines = page.lines.filter(({ role }) => role !== 'outside');
    const last = lines.findLastIndex(({ role }) => role !== 'plain');
    // The head of page 1 is plain too: without a paragraph before it, it is no signature.
    const zone = last < 0 && page.number === 1 ? [] : lines.slice(last + 1);
    if (zone.length > 0) {
      return zoneOf(page, zone, area);
    }
  }
  return undefined;
}

function zoneOf(page: LaidOutPage, zone: readonly TextLine[], area: { x0: number; x1: number }): SignatureZone {
  const middle = centreOf(area);
  const label = zone.find((line) => /^Nơi nhận/i.test(line.text));
  const left = label === undefined ? [] : zone.filter((line) => line.y > label.y && line.x0 < label.x0 + 20 && line.x0 < middle);
  const signing = zone.filter((line) => line !== label && !left.includes(line));
  return { page, columns: columnsOf(signing), recipientsLabel: label, recipients: entriesOf(left) };
}

function entriesOf(lines: readonly TextLine[]): TextLine[][] {
  const entries: TextLine[][] = [];
  for (const line of lines) {
    const last = entries.at(-1);
    if (last?.[0]?.block !== line.block) {
      entries.push([line]);
    } else {
      last.push(line);
    }
  }
  return entries;
}

/** Lines about one axis, a signature's width apart at most. */
function columnsOf(lines: readonly TextLine[]): SignatureColumn[] {
  const columns: TextLine[][] = [];
  for (const line of lines) {
    const column = columns.find(([first]) => first !== undefined && Math.abs(centreOf(first) - centreOf(line)) < 40);
    if (column === undefined) {
      columns.push([line]);
    } else {
      column.push(line);
    }
  }
  return columns
    .sort(([left], [right]) => (left === undefined || right === undefined ? 0 : centreOf(left) - centreOf(right)))
    .map(columnOf);
}

function columnOf(lines: readonly TextLine[]): SignatureColumn {
  const sorted = lines.toSorted((left, right) => left.y - right.y);
  const notes = sorted.filter((line) => line.colour !== '#000000' || /^Đã ký số/i.test(line.text));
  const hints = sorted.filter((line) => line.text.startsWith('('));
  const words = sorted.filter((line) => !notes.includes(line) && !hints.includes(line));
  const gap = words.findIndex((line, at) => at > 0 && line.y - (words[at - 1]?.y ?? 0) > SPACE);
  return { authority: gap < 0 ? words : words.slice(0, gap), hints, notes, name: gap < 0 ? undefined : words[gap] };
}
