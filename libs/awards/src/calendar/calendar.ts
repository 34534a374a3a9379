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

/** A working day that ends early; it counts as a whole day, and what is due that day is due at that hour. */
export interface HalfDay extends CalendarDay {
  /** Hour of the day, 1–23. */
  readonly closesAt: number;
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
  readonly halfDays: readonly HalfDay[];
  /** Days on which one office or one province is closed. */
  readonly closures: readonly CalendarDay[];
}

export const LOCAL_DAY_KINDS = ['holiday', 'swap-day', 'working-day', 'half-day', 'closure'] as const;

/** A day that a province, or one office of it, has set over the published table. */
export interface LocalDay {
  readonly date: LocalDate;
  readonly kind: (typeof LOCAL_DAY_KINDS)[number];
  readonly name: string;
  readonly citation: string;
  /** Of a half day; null otherwise. */
  readonly closesAt: number | null;
}
