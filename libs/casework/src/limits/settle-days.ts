import type { Actor, HeldPosition } from '@thidua/access';
import type { CalendarDayRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { note } from '../note';
import { once } from '../once';
import { demandAdministrator } from '../processes/administrator';
import { Refused } from '../refused';
import { dueDays, dueDaysHash, moveDueDays, stepsInTime } from './due-days';
import { settlementOf } from './plan-days';

interface Settling {
  readonly approve: readonly CalendarDayRecord[];
  readonly withdraw: readonly CalendarDayRecord[];
}

/**
 * Another person approves days, anybody withdraws them; both halves of a pair go together. New limits count by it from then on; those that run
 * move in the same act, exactly as they were seen, or stay until somebody recomputes them.
 */
export const settleCalendarDays: Handler<'settleCalendarDays'> = async (deps, { actor, body, key }) => {
  const position = demandAdministrator(actor);
  const { provinceId } = actor;
  await deps.law.refresh();
  const done = await once(deps, key, async (tx) => {
    const settling = await lockedDays(deps, tx, actor, body);
    // Whoever changed days before us has committed: we count by what stands now.
    await deps.calendars.refresh();
    const moved = body.moveDueDays ? await moveAsSeen(deps, tx, { actor, position, settling, fingerprint: body.fingerprint }) : 0;
    const by = { personId: actor.personId, atMs: deps.clock.nowMs() };
    for (const { id } of settling.approve) {
      await deps.stores.calendarDays.approve(tx, provinceId, id, by);
      await note(deps, tx, actor, { on: 'calendar', id, position, action: 'calendar-day-approved', facts: { calendarDayId: id } });
    }
    for (const { id } of settling.withdraw) {
      await deps.stores.calendarDays.withdraw(tx, provinceId, id, by);
      await note(deps, tx, actor, { on: 'calendar', id, position, action: 'calendar-day-withdrawn', facts: { calendarDayId: id } });
    }
    return { days: settling.approve.length + settling.withdraw.length, moved };
  });
  await deps.calendars.refresh();
  return done;
};

/** @throws Refused not-found, state-conflict, four-eyes */
async function lockedDays(
  deps: CaseworkDeps,
  tx: Tx,
  actor: Actor,
  body: { readonly approve: readonly string[]; readonly withdraw: readonly string[] },
): Promise<Settling> {
  const named = [...body.approve, ...body.withdraw];
  const found = named.length === 0 ? [] : await deps.stores.calendarDays.lock(tx, actor.provinceId, named);
  if (named.length === 0 || named.some((id) => !found.some((day) => day.id === id))) {
    throw new Refused('not-found', { what: 'calendar-day' });
  }
  const withHalves = (ids: readonly string[]): readonly CalendarDayRecord[] => {
    const pairs = found.flatMap((day) => (ids.includes(day.id) ? (day.pairId ?? []) : []));
    return found.filter((day) => ids.includes(day.id) || (day.pairId !== null && pairs.includes(day.pairId)));
  };
  const settling = { approve: withHalves(body.approve), withdraw: withHalves(body.withdraw) };
  const both = settling.approve.some((day) => settling.withdraw.includes(day));
  if (both || settling.approve.some((day) => day.approvedBy !== null)) {
    throw new Refused('state-conflict', { reason: both ? 'approved-and-withdrawn' : 'approved-already' });
  }
  if (settling.approve.some((day) => day.proposedBy === actor.personId)) {
    throw new Refused('four-eyes');
  }
  return settling;
}

interface Seen {
  readonly actor: Actor;
  readonly position: HeldPosition;
  readonly settling: Settling;
  readonly fingerprint: string;
}

/** @throws Refused due-days-stale */
async function moveAsSeen(deps: CaseworkDeps, tx: Tx, { actor, position, settling, fingerprint }: Seen): Promise<number> {
  const { provinceId } = actor;
  const { approve, withdraw } = settling;
  const steps = await stepsInTime(deps, provinceId, await deps.stores.recomputations.lockOpenTasks(tx, provinceId), tx);
  const calendarOf = deps.calendars.changed(provinceId, { add: approve, without: withdraw.map((day) => day.id) });
  const recomputed = dueDays(steps, calendarOf);
  if (dueDaysHash(recomputed, settlementOf(approve, withdraw)) !== fingerprint) {
    throw new Refused('due-days-stale');
  }
  const reason = reasonOf(settling);
  const { changed } = await moveDueDays(deps, tx, { actor, position, reason, fingerprint }, recomputed);
  return changed;
}

/** 'Lịch làm việc: thêm 11/03/2026 (Đại hội); bỏ 12/03/2026 (Nghỉ)'. */
function reasonOf({ approve, withdraw }: Settling): string {
  const list = (days: readonly CalendarDayRecord[]): string =>
    days.map((day) => `${day.day.split('-').reverse().join('/')} (${day.name})`).join(', ');
  const parts = [...(approve.length === 0 ? [] : [`thêm ${list(approve)}`]), ...(withdraw.length === 0 ? [] : [`bỏ ${list(withdraw)}`])];
  const text = Array.from(`Lịch làm việc: ${parts.join('; ')}`);
  return text.length > 500 ? `${text.slice(0, 499).join('')}…` : text.join('');
}
