import { limitFor, type Pack } from '@thidua/awards';
import type { DeadlineView } from '@thidua/contract';
import { compareDates, dayOf, isoOf } from '@thidua/kernel';
import type { CaseworkDeps } from '../deps';
import type { DiagramElement } from './load-task';

export interface DeadlineFacts {
  readonly createdAt: Date;
  readonly dueAt: Date | null;
  readonly element: DiagramElement | undefined;
  readonly pack: Pack | undefined;
}

/** A step is at risk on its last working days: as many as its diagram reminds before, else two. */
export const AT_RISK_DAYS = 2;

/** When a step must be done, counted in working days, with the row of law the limit comes from. */
export function deadlineView({ calendar, clock }: Pick<CaseworkDeps, 'calendar' | 'clock'>, facts: DeadlineFacts): DeadlineView {
  const { createdAt, dueAt, element, pack } = facts;
  const nowMs = clock.nowMs();
  const between = (fromMs: number, toMs: number): number | null => {
    const [from, to] = [dayOf(fromMs), dayOf(toMs)];
    const known = [from, to].every(({ year }) => calendar.years.includes(year));
    return known ? calendar.workingDaysBetween(from, to) : null;
  };
  const elapsedDays = between(createdAt.getTime(), nowMs) ?? 0;
  if (dueAt === null) {
    return { dueAt: null, workingDaysLeft: null, elapsedDays, legalDays: null, state: 'none', ruleId: null, citation: null };
  }
  const dueMs = dueAt.getTime();
  const left = between(nowMs, dueMs);
  const limit = element?.legal.deadline;
  const row = limit?.row === undefined || pack === undefined ? undefined : limitFor(pack, limit.row);
  return {
    dueAt: isoOf(dueMs),
    workingDaysLeft: left,
    elapsedDays,
    legalDays: row?.amount.unit === 'working-day' ? row.amount.value : (limit?.workingDays ?? null),
    state: stateOf(nowMs, dueMs, left, limit?.remindBefore ?? AT_RISK_DAYS),
    ruleId: row?.id ?? limit?.row ?? null,
    citation: row?.citation ?? null,
  };
}

function stateOf(nowMs: number, dueMs: number, left: number | null, remindBefore: number): DeadlineView['state'] {
  if (nowMs >= dueMs && compareDates(dayOf(nowMs), dayOf(dueMs)) >= 0) {
    return 'overdue';
  }
  return left !== null && left <= remindBefore ? 'at-risk' : 'on-time';
}
