import { readParagraphs } from '../src/text/paragraphs';
import { readRows } from '../src/text/rows';

/** Numbers in [0, 1) from a seed: the same text is disturbed the same way in every run. */
export function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Every paragraph wrapped at another width, each line a little shorter or longer. */
export function rewrapped(lines: readonly string[], width: number, next: () => number): readonly string[] {
  const rows = readRows(lines);
  return readParagraphs(rows).flatMap((paragraph) => wrapped(paragraph.text, () => width - Math.floor(next() * width * 0.06)));
}

/** Page numbers between lines, as a PDF leaves them; never inside the letterhead. */
export function paged(lines: readonly string[], every: number): readonly string[] {
  const marks = [
    (page: number): string => String(page),
    (page: number): string => `- ${page} -`,
    (page: number): string => `Trang ${page}`,
  ];
  return lines.flatMap((line, index) => {
    const page = Math.floor(index / every) + 1;
    return index > 12 && index % every === 0 ? [line, '', `${marks[page % marks.length]?.(page) ?? ''} `, ''] : [line];
  });
}

/** A blank line after every line. */
export function spaced(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => [line, ' ']);
}

function wrapped(text: string, width: () => number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let most = width();
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > most) {
      lines.push(line);
      line = word;
      most = width();
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
