import type { ColourMark } from './drawn';
import type { Box, TextLine, TextRun } from './laid-out';
import type { BlockOfContent } from './roles';

/** A run with the marked content it stands in; undefined: in none. */
export interface TaggedRun extends TextRun {
  readonly content: string | undefined;
}

const OUTSIDE: BlockOfContent = { role: 'outside', block: 'outside' };

/**
 * Joins runs to lines in the file's order. Of one box, all that stands on one height is a line, however wide its gaps: words may be
 * justified and numbers left out. Of two boxes it is only when they touch.
 */
export function linesOf(
  runs: readonly TaggedRun[],
  roles: ReadonlyMap<string, BlockOfContent>,
  colours: readonly ColourMark[],
): TextLine[] {
  const groups: TaggedRun[][] = [];
  let white: TaggedRun[] = [];
  for (const run of runs) {
    // White space belongs to a line only when words follow on it.
    if (run.text.trim() === '') {
      white.push(run);
      continue;
    }
    const last = groups.at(-1);
    const before = last?.findLast(({ text }) => text.trim() !== '');
    if (last !== undefined && before !== undefined && continues(before, run, roles)) {
      last.push(...white, run);
    } else {
      groups.push([run]);
    }
    white = [];
  }
  return groups.flatMap((group) => {
    const line = lineOf(group, roles, colours);
    return line === undefined ? [] : [line];
  });
}

function continues(before: TaggedRun, run: TaggedRun, roles: ReadonlyMap<string, BlockOfContent>): boolean {
  const gap = run.x0 - before.x1;
  const size = Math.max(before.size, run.size);
  if (Math.abs(run.y - before.y) > size / 4 || gap < -size / 2) {
    return false;
  }
  const [last, next] = [blockOf(before, roles), blockOf(run, roles)];
  return gap <= size / 3 || (last !== OUTSIDE && last.block === next.block);
}

function blockOf({ content }: TaggedRun, roles: ReadonlyMap<string, BlockOfContent>): BlockOfContent {
  return (content === undefined ? undefined : roles.get(content)) ?? OUTSIDE;
}

function lineOf(
  group: readonly TaggedRun[],
  roles: ReadonlyMap<string, BlockOfContent>,
  colours: readonly ColourMark[],
): TextLine | undefined {
  const inked = group.filter((run) => run.text.trim() !== '');
  const [first] = inked;
  if (first === undefined) {
    return undefined;
  }
  const { role, block } = blockOf(first, roles);
  const x0 = Math.min(...inked.map((run) => run.x0));
  const x1 = Math.max(...inked.map((run) => run.x1));
  const mark = colours.find(({ x, y }) => Math.abs(y - first.y) < 1 && x >= x0 - 2 && x <= x1 + 2);
  return {
    text: group
      .map((run) => run.text)
      .join('')
      .normalize('NFC')
      .replace(/\s+/g, ' ')
      .trim(),
    x0,
    x1,
    y: first.y,
    size: Math.max(...inked.map((run) => run.size)),
    runs: inked,
    role,
    block,
    colour: mark?.colour ?? '#000000',
  };
}

/** Room left for a number or a day belongs to the line whose end it touches. Boxes are measured from the top left corner. */
export function withGaps(lines: readonly TextLine[], gaps: readonly Box[]): TextLine[] {
  return lines.map((line) => {
    const beside = gaps.filter((gap) => line.y > gap.y0 && line.y <= gap.y1 + 1);
    const [x0, x1] = [line.x0, line.x1];
    return {
      ...line,
      x0: Math.min(x0, ...beside.filter((gap) => gap.x0 < x0 && x0 - gap.x1 < line.size / 2).map((gap) => gap.x0)),
      x1: Math.max(x1, ...beside.filter((gap) => gap.x1 > x1 && gap.x0 - x1 < line.size / 2).map((gap) => gap.x1)),
    };
  });
}
