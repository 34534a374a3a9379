/** One printed line, cleaned; `n` is its 1-based line in the text that was given. A line of two columns gives two rows of one number. */
export interface Row {
  readonly n: number;
  readonly text: string;
}

const PAGE_NUMBER = /^(?:[-–—]?\s*\d{1,3}\s*[-–—]?|[Tt]rang\s+\d{1,3}(?:\s*\/\s*\d{1,3})?|\d{1,3}\s*\/\s*\d{1,3})$/u;
const RULER = /^[-–—_=*.·\s]+$/u;
const RIGHT_COLUMN = /^(?:CỘNG H[OÒ][AÀ]|Độc lập|TM\.|KT\.|TL\.|TUQ\.|(?:PHÓ )?CHỦ TỊCH|[-–—_]{3,}|\p{Lu}[\p{L} ]*, ngày)/u;

/** The lines of a text: precomposed letters, plain spaces, no control characters. What a draft keeps and what every line number counts. */
export function planLines(text: string): readonly string[] {
  return text.replaceAll(/\r\n?/gu, '\n').split('\n').map(plain);
}

/** The rows that carry words: blank lines, page numbers and rulers are left out, two columns are taken apart. */
export function readRows(lines: readonly string[]): readonly Row[] {
  return lines.flatMap((line, index) =>
    columns(plain(line))
      .map((cell) => cell.replaceAll(/\s+/gu, ' ').trim())
      .filter((text) => text !== '' && !PAGE_NUMBER.test(text) && !RULER.test(text))
      .map((text) => ({ n: index + 1, text })),
  );
}

function plain(line: string): string {
  return line
    .normalize('NFC')
    .replaceAll(/[\u00a0\u2000-\u200a\u202f\t]/gu, ' ')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .trimEnd();
}

/** A letterhead or signature block in two columns; blanks left for a number or a day are no columns. */
function columns(line: string): readonly string[] {
  const gap = /\S(\s{5,})(\S.*)$/u.exec(line);
  const right = gap?.[2] ?? '';
  return gap !== null && RIGHT_COLUMN.test(right) ? [line.slice(0, line.length - right.length), right] : [line];
}
