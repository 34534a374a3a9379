import type { LocalDate } from '@thidua/kernel';

export interface CalendarDay {
  readonly date: LocalDate;
  /** 'Tết Nguyên đán', 'Quốc khánh' … */
  readonly name: string;
  readonly citation: string;
  readonly confirmed: boolean;
  readonly source: string;
  readonly note: string | null;
}

/** One year's working days: weekly rest is Saturday and Sunday, the rest is a published table, never computed (law.md section 14). */
export interface CalendarYear {
  readonly year: number;
  /** Public holidays, with their compensation days. */
  readonly holidays: readonly CalendarDay[];
  /** Weekdays off by a swap. */
  readonly swapDays: readonly CalendarDay[];
  /** Rest days worked by a swap. */
  readonly workingSaturdays: readonly CalendarDay[];
}
