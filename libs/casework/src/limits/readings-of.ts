import { clockFacts, deadline, limitFor, type ClockFacts, type Pack } from '@thidua/awards';
import type { LimitReading } from '@thidua/contract';
import { compareDates, dayOf, formatLocalDate } from '@thidua/kernel';
import type { CaseworkDeps } from '../deps';
import { clockEvent } from './task-clock';

export interface ReadingQuestion {
  readonly provinceId: string;
  readonly dossierId: string | null;
  readonly roundId: string | null;
  readonly pack: Pack | undefined;
  /** The row the step's limit comes from. */
  readonly ruleId: string | null;
}

/**
 * Both readings of a step's limit: from receipt, and from the complete file. Of a round those of the file that came first; a higher level has
 * received, and has a complete file, on the day the first row joined. Undefined while nothing was received.
 */
export async function readingsOf(deps: CaseworkDeps, question: ReadingQuestion): Promise<readonly LimitReading[] | undefined> {
  const { provinceId, pack, ruleId } = question;
  const row = pack === undefined || ruleId === null ? undefined : limitFor(pack, ruleId);
  if (pack === undefined || row === undefined || row.kind === 'by-date' || row.amount.unit === 'month') {
    return undefined;
  }
  const facts = await earliest(deps, question);
  if (facts === undefined || facts.receivedAt === null) {
    return undefined;
  }
  const { receivedAt, completeAt, pauses } = facts;
  const asOf = dayOf(deps.clock.nowMs());
  const law = { ...pack, limits: [row] };
  const { readings } = deadline({ pack: law, rowId: row.id, receivedAt, completeAt, pauses, asOf }, deps.calendars.of(provinceId));
  return readings.map(({ from, startedOn, dueOn, elapsedDays }) => ({
    from,
    startedOn: startedOn === null ? null : formatLocalDate(startedOn),
    dueOn: dueOn === null ? null : formatLocalDate(dueOn),
    elapsedDays,
  }));
}

async function earliest(deps: CaseworkDeps, { provinceId, dossierId, roundId }: ReadingQuestion): Promise<ClockFacts | undefined> {
  const { limitEvents, rounds, roundRows } = deps.stores;
  if (dossierId !== null) {
    return firstReceived(await limitEvents.ofDossiers(provinceId, [dossierId]));
  }
  const round = roundId === null ? undefined : await rounds.byId(provinceId, roundId);
  if (round === undefined) {
    return undefined;
  }
  const rows = await roundRows.ofRound(provinceId, round.id);
  const [joined] = rows
    .filter((row) => row.sourceRoundId !== null)
    .map((row) => row.joinedAt.getTime())
    .toSorted((a, b) => a - b);
  if (joined !== undefined) {
    return { receivedAt: dayOf(joined), completeAt: dayOf(joined), pauses: [] };
  }
  return firstReceived(await limitEvents.ofDossiers(provinceId, [...new Set(rows.map((row) => row.dossierId))]));
}

/** Of several files the one received first; what befell single nominees is theirs alone. */
function firstReceived(events: Awaited<ReturnType<CaseworkDeps['stores']['limitEvents']['ofDossiers']>>): ClockFacts | undefined {
  const whole = events.filter((event) => event.rowId === null);
  return [...new Set(whole.map((event) => event.dossierId))]
    .map((id) => clockFacts(whole.filter((event) => event.dossierId === id).map(clockEvent)))
    .reduce<ClockFacts | undefined>((first, one) => {
      if (one.receivedAt === null) {
        return first;
      }
      const before = first?.receivedAt ?? null;
      return before === null || compareDates(one.receivedAt, before) < 0 ? one : first;
    }, undefined);
}
