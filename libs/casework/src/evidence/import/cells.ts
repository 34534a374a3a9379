import { parseLocalDate } from '@thidua/kernel';
import type { Cell } from '../../deps';
import { cellProblem, choiceProblem, type CellProblem } from './problem';
import { same, type TableLine } from './read-table';
import type { TableColumn } from './table';

/** Reads the cells of one line and keeps what is wrong with them, all of it at once. */
export class LineReader {
  readonly problems: CellProblem[] = [];

  constructor(
    private readonly line: TableLine,
    private readonly columns: readonly TableColumn[],
  ) {}

  text(key: string): string | null {
    const cell = this.cell(key);
    const value = cell === null ? null : cell instanceof Date ? dayOf(cell) : String(cell);
    return value ?? this.missing(key);
  }

  /** YYYY-MM-DD. A date typed as text is refused: nobody can tell 03/04 from 04/03. */
  day(key: string): string | null {
    const cell = this.cell(key);
    if (cell === null) {
      return this.missing(key);
    }
    if (!(cell instanceof Date)) {
      const text = String(cell);
      const code = typeof cell !== 'string' || /^\d+$/.test(text) ? 'not-a-date' : isNoDay(text) ? 'no-such-day' : 'date-as-text';
      return this.wrong(cellProblem(code, this.title(key), text));
    }
    const day = dayOf(cell);
    return parseLocalDate(day) === undefined ? this.wrong(cellProblem('not-a-date', this.title(key), day)) : day;
  }

  year(key: string, latest: number): number | null {
    const cell = this.cell(key);
    if (cell === null) {
      return this.missing(key);
    }
    const year = cell instanceof Date ? Number.NaN : Number(cell);
    if (!Number.isInteger(year) || year < 1945 || year > 2100) {
      return this.wrong(cellProblem('not-a-year', this.title(key), cell instanceof Date ? dayOf(cell) : String(cell)));
    }
    return year > latest ? this.wrong(cellProblem('year-ahead', this.title(key), String(year))) : year;
  }

  /** One of a list of words, by any writing of it. */
  choice<T extends string>(key: string, words: Readonly<Record<T, string>>): T | null {
    const value = this.text(key);
    if (value === null) {
      return null;
    }
    // The keys of such a table are its choices.
    const found = (Object.entries(words) as [T, string][]).find(([code, word]) => same(word, value) || code === value);
    const choices = Object.values<string>(words);
    return found === undefined ? this.wrong(choiceProblem('not-a-choice', this.title(key), { value, choices })) : found[0];
  }

  title(key: string): string {
    return this.columns.find((column) => column.key === key)?.title ?? key;
  }

  wrong(problem: CellProblem): null {
    this.problems.push(problem);
    return null;
  }

  private cell(key: string): Cell {
    return this.line.cells[key] ?? null;
  }

  private missing(key: string): null {
    const column = this.columns.find((one) => one.key === key);
    return column?.required === true ? this.wrong(cellProblem('required', column.title)) : null;
  }
}

/** Written as day, month, year (or the other way round), of a day that no calendar has: 31/02/1990. */
function isNoDay(text: string): boolean {
  const [, one = '', two = '', three = ''] = /^(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})$/.exec(text) ?? [];
  const [year, day] = one.length === 4 ? [one, three] : [three, one];
  const written = `${year}-${two.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return year.length === 4 && parseLocalDate(written) === undefined;
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
