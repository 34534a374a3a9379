import { createHash } from 'node:crypto';
import { withLocalDays, workingCalendar, type LocalDay, type WorkingCalendar } from '@thidua/awards';
import { formatLocalDate, parseLocalDate } from '@thidua/kernel';
import type { CalendarDayRecord, CalendarDayStore } from '@thidua/store';
import type { CalendarBook, CalendarChange } from '../deps';

const LOOK_EVERY_MS = 3000;

/** The published tables with every place's approved days over them, kept in memory and read again when a day was approved or withdrawn. */
export class CalendarLibrary implements CalendarBook {
  private days: readonly CalendarDayRecord[] = [];
  private readonly made = new Map<string, WorkingCalendar>();
  private stamp = '';
  private readonly timer: NodeJS.Timeout;

  private constructor(
    private readonly store: CalendarDayStore,
    private readonly published: WorkingCalendar,
  ) {
    // A failed look keeps what is known; the next one comes.
    this.timer = setInterval(() => void this.refresh().catch(() => undefined), LOOK_EVERY_MS);
    this.timer.unref();
  }

  static async open(store: CalendarDayStore, published: WorkingCalendar): Promise<CalendarLibrary> {
    const library = new CalendarLibrary(store, published);
    await library.refresh();
    return library;
  }

  async refresh(): Promise<void> {
    const stamp = await this.store.stamp();
    if (stamp === this.stamp) {
      return;
    }
    this.days = await this.store.inForce();
    this.made.clear();
    this.stamp = stamp;
  }

  of(provinceId: string, orgId: string | null = null): WorkingCalendar {
    const key = `${provinceId}/${orgId ?? ''}`;
    const known = this.made.get(key);
    if (known !== undefined) {
      return known;
    }
    const made = this.over(
      this.days.filter((day) => day.provinceId === provinceId),
      orgId,
    );
    this.made.set(key, made);
    return made;
  }

  changed(provinceId: string, { add, without }: CalendarChange): (orgId: string) => WorkingCalendar {
    const days = [...this.days.filter((day) => day.provinceId === provinceId && !without.includes(day.id)), ...add];
    const made = new Map<string, WorkingCalendar>();
    return (orgId) => {
      // Most offices have no days of their own: they share one table.
      const key = days.some((day) => day.orgId === orgId) ? orgId : '';
      const known = made.get(key) ?? this.over(days, key === '' ? null : orgId);
      made.set(key, known);
      return known;
    };
  }

  fingerprint(provinceId: string): string {
    const local = this.days.filter((day) => day.provinceId === provinceId).map((day) => [day.orgId, day.day, day.kind, day.closesAt]);
    const tables = this.published.tables.flatMap((year) =>
      [year.holidays, year.swapDays, year.workingSaturdays, year.halfDays, year.closures].map((list) =>
        list.map((row) => formatLocalDate(row.date)),
      ),
    );
    return createHash('sha256')
      .update(JSON.stringify([tables, local]))
      .digest('hex');
  }

  close(): void {
    clearInterval(this.timer);
  }

  /** Days of one province; an office's own day takes the place of the province's. */
  private over(days: readonly DayOf[], orgId: string | null): WorkingCalendar {
    const here = days.filter((day) => day.orgId === null || day.orgId === orgId);
    const kept = here.filter((day) => day.orgId !== null || !here.some((other) => other.orgId !== null && other.day === day.day));
    return kept.length === 0 ? this.published : workingCalendar(withLocalDays(this.published.tables, kept.map(localDay)));
  }
}

type DayOf = CalendarChange['add'][number];

function localDay({ day, kind, name, citation, closesAt }: DayOf): LocalDay {
  const date = parseLocalDate(day);
  if (date === undefined) {
    throw new Error(`the database gave no day: ${day}`);
  }
  return { date, kind, name, citation, closesAt };
}
