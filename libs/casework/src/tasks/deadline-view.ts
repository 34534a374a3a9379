import { limitFor, type Pack } from '@thidua/awards';
import type { DeadlineView, LimitReading } from '@thidua/contract';
import { compareDates, dayOf, isoOf } from '@thidua/kernel';
import type { CaseworkDeps } from '../deps';
import type { DiagramElement } from './load-task';

export interface DeadlineFacts {
  readonly provinceId: string;
  readonly createdAt: Date;
  readonly dueAt: Date | null;
  readonly element: DiagramElement | undefined;
  readonly pack: Pack | undefined;
  /** From receipt and from the complete file, where they are known. */
  readonly readings?: readonly LimitReading[];
}

/** A step is at risk on its last working days: as many as its diagram reminds before, else two. */
export const AT_RISK_DAYS = 2;

/** When a step must be done, counted in working days of its province, with the row of law the limit comes from. */
export function deadlineView({ calendars, clock }: Pick<CaseworkDeps, 'calendars' | 'clock'>, facts: DeadlineFacts): DeadlineView {
  const { provinceId, createdAt, dueAt, element, pack, readings } = facts;
  const calendar = calendars.of(provinceId);
  const nowMs = clock.nowMs();
  const between = (fromMs: number, toMs: number): number | null => {
    const [from, to] = [dayOf(fromMs), dayOf(toMs)];
    const known = [from, to].every(({ year }) => calendar.years.includes(year));
    return known ? calendar.workingDaysBetween(from, to) : null;
  };
  const limit = element?.legal.deadline;
  const row = limit?.row === undefined || pack === undefined ? undefined : limitFor(pack, limit.row);
  const legal = {
    elapsedDays: between(createdAt.getTime(), nowMs) ?? 0,
    legalDays: row?.amount.unit === 'working-day' ? row.amount.value : (limit?.workingDays ?? null),
    ruleId: row?.id ?? limit?.row ?? null,
    citation: row?.citation ?? null,
    ...(readings === undefined ? {} : { readings: [...readings] }),
  };
  if (dueAt === null) {
    // A step that has a limit and no due day waits for somebody: its clock stands.
    return limit === undefined
      ? { ...legal, legalDays: null, dueAt: null, workingDaysLeft: null, state: 'none' }
      : { ...legal, dueAt: null, workingDaysLeft: null, state: 'paused' };
  }
  const dueMs = dueAt.getTime();
  const left = between(nowMs, dueMs);
  return { ...legal, dueAt: isoOf(dueMs), workingDaysLeft: left, state: stateOf(nowMs, dueMs, left, limit?.remindBefore ?? AT_RISK_DAYS) };
}

function stateOf(nowMs: number, dueMs: number, left: number | null, remindBefore: number): DeadlineView['state'] {
  if (nowMs >= dueMs && compareDates(dayOf(nowMs), dayOf(dueMs)) >= 0) {
    return 'overdue';
  }
  return left !== null && left <= remindBefore ? 'at-risk' : 'on-time';
}
