import { compareDates, dayNumber, type LocalDate } from '@thidua/kernel';

/** When a report was due and came in, and what the standing office says instead where it says anything. */
export interface ReportTiming {
  readonly due: LocalDate;
  /** Day of the first sending; a mend asked for later does not move it. */
  readonly sent: LocalDate | null;
  readonly override: { readonly onTime: boolean } | null;
}

export interface Punctuality {
  /** open: not sent, and the due day is not over. */
  readonly state: 'open' | 'on-time' | 'late' | 'missing';
  /** Null while it is open: nothing is proved yet. */
  readonly onTime: boolean | null;
  /** Calendar days after the due day, of a report that is late or missing. */
  readonly daysLate: number;
  readonly by: 'day' | 'override';
}

/** A report sent on its due day is on time, whoever accepts it when; after it, late; unsent after it, missing. */
export function punctualityOf({ due, sent, override }: ReportTiming, today: LocalDate): Punctuality {
  const until = sent ?? today;
  const over = compareDates(until, due) > 0;
  const daysLate = over ? dayNumber(until) - dayNumber(due) : 0;
  const state = sent === null ? (over ? 'missing' : 'open') : over ? 'late' : 'on-time';
  if (override !== null) {
    return { state, onTime: override.onTime, daysLate, by: 'override' };
  }
  return { state, onTime: state === 'open' ? null : state === 'on-time', daysLate, by: 'day' };
}
