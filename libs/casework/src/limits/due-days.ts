import { createHash } from 'node:crypto';
import type { Pack, WorkingCalendar } from '@thidua/awards';
import type { Actor, HeldPosition } from '@thidua/access';
import type { DueDayPreview } from '@thidua/contract';
import { isoOf } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { LimitEventRecord, MovedTask, TaskInTime, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { note } from '../note';
import type { DiagramElement } from '../tasks/load-task';
import { elementOf, newestReading, taskDue } from './task-clock';

/** An open step with all its due day is computed from, but the calendar. */
export interface StepInTime {
  readonly task: TaskInTime;
  readonly events: readonly LimitEventRecord[];
  readonly element: DiagramElement | undefined;
  readonly pack: Pack | undefined;
}

export interface Recomputed {
  readonly task: TaskInTime;
  readonly ruleId: string | null;
  readonly newDue: Date | null;
  readonly moved: boolean;
}

/** Reads what the due days of open steps depend on; elements and readings of the law once each. */
export async function stepsInTime(
  deps: CaseworkDeps,
  provinceId: string,
  tasks: readonly TaskInTime[],
  tx: Tx = deps.database.reader,
): Promise<readonly StepInTime[]> {
  const ids = (of: 'dossierId' | 'roundId'): readonly string[] => [...new Set(tasks.flatMap((task) => task[of] ?? []))];
  const { limitEvents } = deps.stores;
  const ofDossier = grouped(await limitEvents.ofDossiers(provinceId, ids('dossierId'), tx), (event) => event.dossierId);
  const ofRound = grouped(await limitEvents.ofRounds(provinceId, ids('roundId'), tx), (event) => event.roundId);
  const elements = new Map<string, DiagramElement | undefined>();
  const packs = new Map<string | null, Pack | undefined>();
  const steps: StepInTime[] = [];
  for (const task of tasks) {
    const place = `${task.definitionId}/${task.elementId}`;
    if (!elements.has(place)) {
      elements.set(place, await elementOf(deps, provinceId, task));
    }
    if (!packs.has(task.packHash)) {
      packs.set(task.packHash, newestReading(deps.law, provinceId, task.packHash));
    }
    const events = (task.dossierId === null ? ofRound.get(task.roundId) : ofDossier.get(task.dossierId)) ?? [];
    steps.push({ task, events, element: elements.get(place), pack: packs.get(task.packHash) });
  }
  return steps;
}

/** Events of whole dossiers and rounds by what they are about; those of single rows are another clock's. */
function grouped(
  events: readonly LimitEventRecord[],
  by: (event: LimitEventRecord) => string | null,
): ReadonlyMap<string | null, readonly LimitEventRecord[]> {
  const groups = new Map<string | null, LimitEventRecord[]>();
  for (const event of events.filter((one) => one.rowId === null)) {
    groups.set(by(event), [...(groups.get(by(event)) ?? []), event]);
  }
  return groups;
}

/** The due days by a calendar, of the steps that have a limit. @throws CalendarYearMissing */
export function dueDays(steps: readonly StepInTime[], calendarOf: (orgId: string) => WorkingCalendar): readonly Recomputed[] {
  return steps.flatMap(({ task, events, element, pack }) => {
    const due = taskDue({ task, element, pack, calendar: calendarOf(task.orgId), events });
    return due === undefined
      ? []
      : [{ task, ruleId: due.ruleId, newDue: due.dueAt, moved: due.dueAt?.getTime() !== task.dueAt?.getTime() }];
  });
}

/** Of what was computed: another open step, another day, and the preview is no longer what would be done. */
export function dueDaysHash(recomputed: readonly Recomputed[], about: readonly string[] = []): string {
  const lines = recomputed
    .map(({ task, newDue }) => [task.id, textOf(task.dueAt), textOf(newDue)])
    .sort(([a = ''], [b = '']) => ((a ?? '') < (b ?? '') ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify(about.length === 0 ? lines : [about, lines]))
    .digest('hex');
}

interface Move {
  readonly actor: Actor;
  readonly position: HeldPosition;
  readonly reason: string;
  readonly fingerprint: string;
}

/** Moves what moves, in one recomputation with a line in the trail of every dossier and round concerned. Answers its id and how many moved. */
export async function moveDueDays(
  deps: CaseworkDeps,
  tx: Tx,
  { actor, position, reason, fingerprint }: Move,
  recomputed: readonly Recomputed[],
): Promise<{ readonly id: string; readonly changed: number }> {
  const { provinceId, personId } = actor;
  const id = newId(deps.clock);
  const moved = recomputed.filter((one) => one.moved);
  const made = { id, fingerprint, reason, tasks: recomputed.length, appliedBy: personId, atMs: deps.clock.nowMs() };
  await deps.stores.recomputations.record(tx, provinceId, made, moved.map(lineOf));
  for (const { task, newDue, ruleId } of moved) {
    await deps.stores.recomputations.move(tx, provinceId, { taskId: task.id, ruleId, oldDue: task.dueAt, newDue });
    const facts = { recomputationId: id, taskId: task.id, ruleId, from: textOf(task.dueAt), to: textOf(newDue) };
    await note(deps, tx, actor, { ...subjectOf(task), position, action: 'due-day-moved', facts });
  }
  return { id, changed: moved.length };
}

export function dueDayView({ task, ruleId, newDue, moved }: Recomputed): DueDayPreview['tasks'][number] {
  const { id: taskId, name: taskName, code, dossierId, roundId, dueAt } = task;
  return { taskId, taskName, code, dossierId, roundId, ruleId, oldDue: textOf(dueAt), newDue: textOf(newDue), moved };
}

function lineOf({ task, ruleId, newDue }: Recomputed): MovedTask {
  return { taskId: task.id, ruleId, oldDue: task.dueAt, newDue };
}

/** The trail of the dossier or round it is about; of a step about neither, the recomputation's own record says it. */
function subjectOf(task: TaskInTime): { readonly on: 'dossier' | 'round' | 'calendar'; readonly id: string } {
  if (task.dossierId !== null) {
    return { on: 'dossier', id: task.dossierId };
  }
  return task.roundId === null ? { on: 'calendar', id: task.instanceId } : { on: 'round', id: task.roundId };
}

function textOf(at: Date | null): string | null {
  return at === null ? null : isoOf(at.getTime());
}
