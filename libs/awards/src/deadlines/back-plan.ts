import { addDays, compareDates, type LocalDate } from '@thidua/kernel';
import type { WorkingCalendar } from '../calendar/working-calendar';
import { LEVELS, type LimitRow, type Pack } from '../pack/pack';
import { rowsOn } from '../pack/rows';
import { fixedDueOn } from './fixed-date';

/** What is planned back from: a session of the council, or a day that a row of law fixes. */
export type BackTarget =
  { readonly kind: 'council'; readonly on: LocalDate } | { readonly kind: 'by-date'; readonly rowId: string; readonly year: number };

export interface BackQuestion {
  readonly pack: Pack;
  readonly award: string;
  readonly target: BackTarget;
  /** Levels the file passes through on its way, the receiving one included. */
  readonly levels: readonly LimitRow['level'][];
}

/** One step of the way back; it has to begin by `startOn` so that it has run by `endOn`. */
export interface BackStep {
  readonly rowId: string;
  readonly text: string;
  readonly days: number;
  readonly unit: 'working-day' | 'day';
  readonly startOn: LocalDate;
  readonly endOn: LocalDate;
  readonly citation: string;
  readonly confirmed: boolean;
}

export interface BackPlan {
  readonly award: string;
  readonly targetOn: LocalDate;
  /** The row that fixes the day; null for a council's session. */
  readonly targetRowId: string | null;
  /** From the target backwards: publication, the province, the commune. */
  readonly steps: readonly BackStep[];
  /** The last day on which a complete file can be handed in. */
  readonly latestSafeOn: LocalDate;
  readonly confirmed: boolean;
}

/**
 * The latest safe day of submission: from the session or the fixed day back through the publication that must have run before it, then the
 * time each level has for a complete file, the highest first. Undefined when the target row names no day. Throws CalendarYearMissing.
 */
export function backPlan(question: BackQuestion, calendar: WorkingCalendar): BackPlan | undefined {
  const { award, target } = question;
  const targetRow = target.kind === 'council' ? undefined : rowsOn(question.pack.limits).find((row) => row.id === target.rowId);
  const targetOn = target.kind === 'council' ? target.on : targetRow === undefined ? undefined : fixedDueOn(targetRow, target.year);
  if (targetOn === undefined) {
    return undefined;
  }
  const rows = rowsOnTheWay(question, targetOn);
  const steps: BackStep[] = [];
  let end = targetOn;
  for (const row of rows) {
    const step = stepOf(row, end, calendar);
    steps.push(step);
    end = step.startOn;
  }
  return {
    award,
    targetOn,
    targetRowId: targetRow?.id ?? null,
    steps,
    latestSafeOn: steps.length === 0 ? calendar.rollBack(end) : end,
    confirmed: [...rows, ...(targetRow === undefined ? [] : [targetRow])].every((row) => row.confirmed),
  };
}

/** What must run before the session, then the levels from the top down; of several rows of a level the longest, to be safe. */
function rowsOnTheWay({ pack, award, levels }: BackQuestion, on: LocalDate): readonly LimitRow[] {
  const mine = rowsOn(pack.limits, on).filter((row) => row.awards.includes(award) && row.amount.unit !== 'month');
  const before = mine.filter((row) => row.kind === 'at-least' && row.level !== null && levels.includes(row.level));
  const topDown = LEVELS.filter((level) => levels.includes(level)).toReversed();
  const appraisals = topDown.flatMap((level) => {
    const own = mine.filter((row) => row.kind === 'within' && row.level === level && row.startsAt === 'complete');
    return own.toSorted((a, b) => b.amount.value - a.amount.value).slice(0, 1);
  });
  return [...before, ...appraisals];
}

function stepOf(row: LimitRow, endOn: LocalDate, calendar: WorkingCalendar): BackStep {
  const { value, unit } = row.amount;
  const terms = { rowId: row.id, text: row.text, days: value, endOn, citation: row.citation, confirmed: row.confirmed };
  if (unit === 'working-day') {
    return { ...terms, unit, startOn: calendar.latestStart(endOn, value) };
  }
  return { ...terms, unit: 'day', startOn: latestStartInDays(endOn, value, calendar) };
}

/** Calendar days that end on a rest day end later: the start goes back until the end is in time. */
function latestStartInDays(endOn: LocalDate, days: number, calendar: WorkingCalendar): LocalDate {
  let start = calendar.rollBack(addDays(endOn, -days));
  while (compareDates(calendar.rollForward(addDays(start, days)), endOn) > 0) {
    start = calendar.rollBack(addDays(start, -1));
  }
  return start;
}
