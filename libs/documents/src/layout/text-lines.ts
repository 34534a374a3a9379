import type { ColourMark } from './drawn';
import type { TextLine, TextRun } from './laid-out';
import type { BlockOfContent } from './roles';

/** A run with the marked content it stands in; undefined: in none. */
export interface TaggedRun extends TextRun {
  readonly content: string | undefined;
}

const OUTSIDE: BlockOfContent = { role: 'outside', block: 'outside' };

/**
 * Joins runs to lines in the file's order. A gap parts two lines of one height when it is wider than a third of the type and the
 * marked content changes, or wider than two and a half types at all: columns stand so, justified words never.
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
    if (last !== undefined && before !== undefined && continues(before, run)) {
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

function continues(before: TaggedRun, run: TaggedRun): boolean {
  const gap = run.x0 - before.x1;
  const size = Math.max(before.size, run.size);
  if (Math.abs(run.y - before.y) > size / 4 || gap < -size / 2) {
    return false;
  }
  return gap <= (before.content === run.content ? size * 2.5 : size / 3);
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
  const { role, block } = (first.content === undefined ? undefined : roles.get(first.content)) ?? OUTSIDE;
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
