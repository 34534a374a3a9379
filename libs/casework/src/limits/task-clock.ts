import { clockFacts, deadline, limitFor, type ClockEvent, type LimitRow, type Pack, type WorkingCalendar } from '@thidua/awards';
import { dayOf, instantOf } from '@thidua/kernel';
import type { LimitEventRecord, TaskInTime } from '@thidua/store';
import type { CaseworkDeps, LawBook } from '../deps';
import { elementIn, type DiagramElement } from '../tasks/load-task';

export interface TaskDue {
  readonly ruleId: string | null;
  /** Null while its clock stands. */
  readonly dueAt: Date | null;
}

export interface TaskTime {
  readonly task: Pick<TaskInTime, 'createdAt'>;
  readonly element: DiagramElement | undefined;
  readonly pack: Pack | undefined;
  readonly calendar: WorkingCalendar;
  /** Of its dossier, or of its round as a whole. */
  readonly events: readonly LimitEventRecord[];
}

/**
 * When a step is due: its limit counted from the day it opened, stopped or begun anew by what came after as its row of law says. Undefined for
 * a step without a limit, whose due day is not ours.
 */
export function taskDue({ task, element, pack, calendar, events }: TaskTime): TaskDue | undefined {
  const drawn = element?.legal.deadline;
  if (drawn === undefined) {
    return undefined;
  }
  const row = drawn.row === undefined || pack === undefined ? undefined : limitFor(pack, drawn.row);
  const opened = dayOf(task.createdAt.getTime());
  if (row === undefined || pack === undefined || row.amount.unit !== 'working-day') {
    const due = calendar.addWorkingDays(opened, drawn.workingDays);
    return { ruleId: drawn.row ?? null, dueAt: new Date(instantOf(due, calendar.closingHour(due))) };
  }
  const law = { ...pack, limits: [fromOpening(row)] };
  const { pauses } = clockFacts(events.filter((event) => event.at > task.createdAt).map(clockEvent));
  const question = { pack: law, rowId: row.id, receivedAt: opened, eventAt: opened, pauses, asOf: opened };
  const { dueOn } = deadline(question, calendar);
  return { ruleId: row.id, dueAt: dueOn === null ? null : new Date(instantOf(dueOn, calendar.closingHour(dueOn))) };
}

/** A step's own clock starts when the step opens, whatever starts the limit of the whole file. */
function fromOpening(row: LimitRow): LimitRow {
  return { ...row, kind: 'within', startsAt: 'event' };
}

export function clockEvent({ kind, at }: LimitEventRecord): ClockEvent {
  return { kind, on: dayOf(at.getTime()) };
}

/** The newest reading in a province of the pack something is pinned to: a limit that has changed counts when it is applied, not before. */
export function newestReading(law: LawBook, provinceId: string, packHash: string | null): Pack | undefined {
  const pinned = packHash === null ? undefined : law.packs.get(packHash);
  if (pinned === undefined) {
    return undefined;
  }
  const family = countryPackOf(pinned);
  const readings = law.effective(provinceId).filter((pack) => countryPackOf(pack) === family);
  return readings.findLast((pack) => pack.province !== null) ?? readings.at(-1) ?? pinned;
}

/** A province's pack is a reading of a pack of the country; one of the country stands for itself, whatever it was copied from. */
function countryPackOf(pack: Pack): string {
  return pack.province === null ? pack.id : (pack.basedOn ?? pack.id);
}

/** The element a task stands on. */
export async function elementOf(
  deps: CaseworkDeps,
  provinceId: string,
  task: Pick<TaskInTime, 'definitionId' | 'elementId'>,
): Promise<DiagramElement | undefined> {
  return elementIn(await deps.runtime.graphs.definition(provinceId, task.definitionId), task.elementId);
}
