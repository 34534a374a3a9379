import type { JsonObject } from '@thidua/kernel';
import type { CouncilSessionRecord, RoundRecord } from '@thidua/store';
import { countSession, type CountedItem } from '../councils/count-session';
import { ballotNotOver, tallyRoom, type CountingRoom } from '../councils/counting-room';
import { teamOf } from '../councils/counting-team';
import { placesTaken, type PlacesTaken } from '../councils/places-taken';
import { abandonSession } from '../councils/abandon-session';
import { Refused } from '../refused';
import { branches } from '../rounds/round-law';
import type { Act, ActContext, ActResult } from './act';
import { entriesOf, textOf, textsOf } from './form-data';
import { roundOfTask } from './round-of-task';

/**
 * Closes the session: the counting team opens the written opinions, everything is counted on all members, the council's choice among too many
 * is written down, and every row gets what came of it. A session whose members have left is postponed instead.
 */
export const kiemPhieu: Act = async (context) => {
  const { deps, data, task, tx } = context;
  const round = await roundOfTask(context);
  const session = await openSessionOf(context, round);
  const room = await tallyRoom(deps, tx, { provinceId: task.provinceId, session, round });
  if (data['postpone'] === true) {
    return abandonSession(context, room);
  }
  const waiting = ballotNotOver(room, context.nowMs);
  if (waiting > 0) {
    throw new Refused('state-conflict', { reason: 'session-open', waiting, closesAt: session.closesAt.toISOString() });
  }
  const team = teamOf(room, { head: textOf(data, 'head') ?? '', others: textsOf(data, 'team') });
  const counted = await countSession(context, room, { scans: entriesOf(data, 'rows'), invalid: textsOf(data, 'invalid') });
  const taken = await placesTaken(context, room, counted.items, {
    chosen: textsOf(data, 'chosen'),
    reason: textOf(data, 'tieReason') ?? '',
  });
  await deps.stores.counts.setTeam(tx, task.provinceId, session.id, team);
  await closed(context, room, { counted, taken, head: team.find((one) => one.head)?.fullName ?? '' });
  return outcomesOf(context, room, taken.items, counted.facts);
};

async function openSessionOf({ deps, tx, task }: ActContext, round: RoundRecord): Promise<CouncilSessionRecord> {
  const found = await deps.stores.sessions.ofRound(task.provinceId, round.id, tx);
  const session = found === undefined ? undefined : await deps.stores.sessions.lock(tx, task.provinceId, found.id);
  if (session?.status !== 'open') {
    throw new Refused('session-closed', { roundId: round.id });
  }
  return session;
}

interface Closing {
  readonly counted: Awaited<ReturnType<typeof countSession>>;
  readonly taken: PlacesTaken;
  readonly head: string;
}

/** What the minutes are written from; who wrote what stands nowhere. */
async function closed(
  { deps, tx, task, data, nowMs }: ActContext,
  { session }: CountingRoom,
  { counted, taken, head }: Closing,
): Promise<void> {
  const { provinceId } = task;
  await deps.stores.writtenOpinions.setValid(tx, provinceId, session.id, textsOf(data, 'invalid'));
  for (const tie of taken.ties) {
    await deps.stores.counts.addTieBreak(tx, provinceId, session.id, { ...tie, atMs: nowMs });
  }
  const minutes = { head, opinions: textOf(data, 'opinions') ?? '', ...counted.facts };
  await deps.stores.sessions.close(tx, provinceId, session.id, { atMs: nowMs, minutes, items: taken.items });
}

async function outcomesOf(
  { deps, tx, task, nowMs, today }: ActContext,
  { session, round, pack }: CountingRoom,
  items: readonly CountedItem[],
  facts: JsonObject,
): Promise<ActResult> {
  const { roundRows, rounds } = deps.stores;
  const isRecommended = (one: CountedItem): boolean => one.passed && one.chosen !== false;
  const rowsOf = (recommended: boolean): readonly string[] =>
    items.filter((one) => isRecommended(one) === recommended).map((one) => one.item.rowId);
  await roundRows.setOutcome(tx, task.provinceId, round.id, rowsOf(true), 'recommended');
  await roundRows.setOutcome(tx, task.provinceId, round.id, rowsOf(false), 'not-recommended');
  await roundRows.setAside(tx, task.provinceId, round.id);
  await rounds.setStatus(tx, task.provinceId, round.id, 'deciding', nowMs);
  const rows = await roundRows.ofRound(task.provinceId, round.id, tx);
  return {
    variables: { ...branches(pack, round.level, rows, today), postponed: false },
    audit: { action: 'ballots-counted', facts: { sessionId: session.id, ...facts, passed: rowsOf(true).length } },
  };
}
