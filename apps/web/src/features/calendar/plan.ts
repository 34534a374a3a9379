import type { CalendarPlan, CalendarView } from '@thidua/contract';

export type DayKind = CalendarView['local'][number]['kind'];

/** A change of the calendar that is being put together here; nothing of it is saved. */
export type PlanItem =
  | {
      readonly type: 'day';
      readonly key: string;
      readonly date: string;
      readonly kind: DayKind;
      readonly name: string;
      readonly citation: string;
      readonly closesAt: number | null;
      readonly org: { readonly id: string; readonly name: string } | null;
    }
  | {
      readonly type: 'pair';
      readonly key: string;
      readonly off: string;
      readonly worked: string;
      readonly name: string;
      readonly citation: string;
    };

/** As the server takes it. */
export function planBody(items: readonly PlanItem[]): CalendarPlan {
  return {
    days: items.flatMap((item) => {
      if (item.type === 'pair') {
        return [];
      }
      const { date, kind, name, citation, closesAt, org } = item;
      return [{ date, kind, name, citation, ...(closesAt === null ? {} : { closesAt }), ...(org === null ? {} : { orgId: org.id }) }];
    }),
    pairs: items.flatMap((item) =>
      item.type === 'pair' ? [{ off: item.off, worked: item.worked, name: item.name, citation: item.citation }] : [],
    ),
  };
}

/** The days a change touches. */
export function datesOf(item: PlanItem): readonly string[] {
  return item.type === 'pair' ? [item.off, item.worked] : [item.date];
}

/** Adds changes; one that says the same day for the same place again takes the place of the earlier. */
export function withItems(items: readonly PlanItem[], added: readonly PlanItem[]): readonly PlanItem[] {
  const place = (item: PlanItem): string => (item.type === 'pair' ? `pair/${item.off}` : `${item.date}/${item.org?.id ?? ''}`);
  const places = new Set(added.map(place));
  const first = (item: PlanItem): string => datesOf(item)[0] ?? '';
  return [...items.filter((item) => !places.has(place(item))), ...added].toSorted((a, b) => (first(a) < first(b) ? -1 : 1));
}

export interface Mark {
  readonly kind: DayKind;
  readonly name: string;
  /** published: of the table · local: of the province, in force · proposed: waits for the second person · planned: being put together here. */
  readonly state: 'published' | 'local' | 'proposed' | 'planned';
}

/** What stands on each day of the calendar, the most special last. */
export function marksOf(view: CalendarView, items: readonly PlanItem[]): ReadonlyMap<string, readonly Mark[]> {
  const marks = new Map<string, readonly Mark[]>();
  const add = (date: string, mark: Mark): void => {
    marks.set(date, [...(marks.get(date) ?? []), mark]);
  };
  for (const { date, kind, name } of view.years.flatMap((year) => year.days)) {
    add(date, { kind, name, state: 'published' });
  }
  for (const { date, kind, name, orgName, status } of view.local) {
    add(date, { kind, name: orgName === null ? name : `${name} (${orgName})`, state: status === 'in-force' ? 'local' : 'proposed' });
  }
  for (const item of items) {
    if (item.type === 'pair') {
      add(item.off, { kind: 'swap-day', name: item.name, state: 'planned' });
      add(item.worked, { kind: 'working-day', name: item.name, state: 'planned' });
    } else {
      add(item.date, { kind: item.kind, name: item.name, state: 'planned' });
    }
  }
  return marks;
}

/** The text of an .ics file. Some programs fold a line in the middle of a letter: such lines are joined before they are read. Undefined when it is no UTF-8. */
export function calendarText(bytes: Uint8Array): string | undefined {
  return decoded(bytes) ?? decoded(joined(bytes));
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // The one way a decoder says that these bytes are no UTF-8.
    return undefined;
  }
}

const [LF, CR, SPACE, TAB] = [10, 13, 32, 9];

function joined(bytes: Uint8Array): Uint8Array {
  const kept: number[] = [];
  for (let at = 0; at < bytes.length; at++) {
    const end = bytes[at] === CR && bytes[at + 1] === LF ? 2 : bytes[at] === LF ? 1 : 0;
    const next = bytes[at + end];
    if (end > 0 && (next === SPACE || next === TAB)) {
      at += end;
    } else {
      kept.push(bytes[at] ?? 0);
    }
  }
  return new Uint8Array(kept);
}
