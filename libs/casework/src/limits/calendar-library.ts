import { createHash } from 'node:crypto';
import { withLocalDays, workingCalendar, type LocalDay, type WorkingCalendar } from '@thidua/awards';
import { formatLocalDate, parseLocalDate } from '@thidua/kernel';
import type { CalendarDayRecord, CalendarDayStore } from '@thidua/store';
import type { CalendarBook } from '../deps';

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
    const days = this.daysOf(provinceId, orgId);
    const made = days.length === 0 ? this.published : workingCalendar(withLocalDays(this.published.tables, days.map(localDay)));
    this.made.set(key, made);
    return made;
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

  /** An office's own day takes the place of the province's. */
  private daysOf(provinceId: string, orgId: string | null): readonly CalendarDayRecord[] {
    const here = this.days.filter((day) => day.provinceId === provinceId && (day.orgId === null || day.orgId === orgId));
    return here.filter((day) => day.orgId !== null || !here.some((other) => other.orgId !== null && other.day === day.day));
  }
}

function localDay({ day, kind, name, citation, closesAt }: CalendarDayRecord): LocalDay {
  const date = parseLocalDate(day);
  if (date === undefined) {
    throw new Error(`the database gave no day: ${day}`);
  }
  return { date, kind, name, citation, closesAt };
}
