import { ballotRuleFor, tally, type Pack } from '@thidua/awards';
import type { JsonObject } from '@thidua/kernel';
import type { CouncilSessionRecord, ItemCount, RollEntry, RoundRecord, SessionItem } from '@thidua/store';
import { Refused } from '../refused';
import { branches, packOfRound } from '../rounds/round-law';
import type { Act, ActContext } from './act';
import { entriesOf, numberOf, textOf, textsOf } from './form-data';
import { roundOfTask } from './round-of-task';

type CountedItem = ItemCount & { readonly item: SessionItem; readonly passed: boolean; readonly chosen: null };

/** Closes the session: adds the written opinions of absent members, counts on all members, and writes what came of every row. */
export const kiemPhieu: Act = async (context) => {
  const { deps, tx, task, data, nowMs } = context;
  const round = await roundOfTask(context);
  const { sessions, roundRows, rounds } = deps.stores;
  const session = await openSessionOf(context, round);
  const items = await sessions.items(task.provinceId, session.id, tx);
  const roll = await sessions.roll(task.provinceId, session.id, tx);
  demandOver(session, roll, nowMs);
  const written = writtenMembers(roll, textsOf(data, 'written'));
  const opinions = writtenCounts(items, written, entriesOf(data, 'rows'));
  for (const member of written) {
    await sessions.markWritten(tx, task.provinceId, session.id, member.personId);
  }
  await sessions.addCounts(tx, task.provinceId, session.id, opinions);
  const counts = await sessions.countsForClosing(tx, task.provinceId, session.id);
  demandWhole(items, counts, [...roll.filter((member) => member.voted), ...written]);
  const pack = await packOfRound(deps, round);
  const counted = items.map((item) => countItem(pack, round, session, { item, counts }));
  const minutes = { head: textOf(data, 'head') ?? '', opinions: textOf(data, 'opinions') ?? '', written: written.length };
  await sessions.close(tx, task.provinceId, session.id, { atMs: nowMs, minutes, items: counted });
  const rowsOf = (passed: boolean): readonly string[] => counted.filter((one) => one.passed === passed).map((one) => one.item.rowId);
  await roundRows.setOutcome(tx, task.provinceId, round.id, rowsOf(true), 'recommended');
  await roundRows.setOutcome(tx, task.provinceId, round.id, rowsOf(false), 'not-recommended');
  await roundRows.setAside(tx, task.provinceId, round.id);
  await rounds.setStatus(tx, task.provinceId, round.id, 'deciding', nowMs);
  const rows = await roundRows.ofRound(task.provinceId, round.id, tx);
  return {
    variables: branches(pack, round.level, rows),
    audit: {
      action: 'ballots-counted',
      facts: {
        sessionId: session.id,
        voted: roll.filter((member) => member.voted).length,
        written: written.length,
        passed: rowsOf(true).length,
      },
    },
  };
};

async function openSessionOf({ deps, tx, task }: ActContext, round: RoundRecord): Promise<CouncilSessionRecord> {
  const found = await deps.stores.sessions.ofRound(task.provinceId, round.id, tx);
  const session = found === undefined ? undefined : await deps.stores.sessions.lock(tx, task.provinceId, found.id);
  if (session?.status !== 'open') {
    throw new Refused('session-closed', { roundId: round.id });
  }
  return session;
}

/** It closes when everybody present has voted, or at the announced time (decision 25). */
function demandOver(session: CouncilSessionRecord, roll: readonly RollEntry[], nowMs: number): void {
  const waiting = roll.filter((member) => member.attendance === 'present' && !member.voted);
  if (waiting.length > 0 && nowMs < session.closesAt.getTime()) {
    throw new Refused('state-conflict', { reason: 'session-open', waiting: waiting.length, closesAt: session.closesAt.toISOString() });
  }
}

function writtenMembers(roll: readonly RollEntry[], personIds: readonly string[]): readonly RollEntry[] {
  const members = [...new Set(personIds)].map((personId) => roll.find((member) => member.personId === personId));
  const known = members.filter((member) => member !== undefined);
  if (known.length < members.length || known.some((member) => member.voted)) {
    throw new Refused('form-invalid', { problems: [{ field: 'written', code: 'not-absent' }] });
  }
  return known;
}

/** One opinion per written member and item, but for the member's own row. */
function writtenCounts(items: readonly SessionItem[], written: readonly RollEntry[], entries: readonly JsonObject[]): readonly ItemCount[] {
  const counts = items.map((item) => {
    const entry = entries.find((one) => one['rowId'] === item.rowId) ?? {};
    return { itemId: item.id, yes: numberOf(entry, 'yes'), no: numberOf(entry, 'no'), blank: numberOf(entry, 'blank'), item };
  });
  const wrong = counts.filter((count) => {
    const parts = [count.yes, count.no, count.blank];
    const sound = parts.every((part) => Number.isSafeInteger(part) && part >= 0);
    return !sound || count.yes + count.no + count.blank !== voices(count.item, written);
  });
  if (wrong.length > 0) {
    const problems = wrong.map(({ item }) => ({ field: 'rows', code: 'written-sum', rowId: item.rowId, expected: voices(item, written) }));
    throw new Refused('form-invalid', { problems });
  }
  return counts;
}

/** How many of these members have a voice on an item: not on their own row. */
function voices(item: SessionItem, members: readonly RollEntry[]): number {
  return members.filter((member) => item.personId === null || member.personId !== item.personId).length;
}

/** Σ counts = roll, item by item; anything else is a bug and nothing is closed on it. */
function demandWhole(items: readonly SessionItem[], counts: readonly ItemCount[], voted: readonly RollEntry[]): void {
  for (const item of items) {
    const count = counts.find((one) => one.itemId === item.id);
    const cast = count === undefined ? -1 : count.yes + count.no + count.blank;
    if (cast !== voices(item, voted)) {
      throw new Error(`item ${item.id}: ${cast} ballots counted, ${voices(item, voted)} on the roll`);
    }
  }
}

function countItem(
  pack: Pack,
  round: RoundRecord,
  session: CouncilSessionRecord,
  { item, counts }: { readonly item: SessionItem; readonly counts: readonly ItemCount[] },
): CountedItem {
  const rule = pack.ballots.find((row) => row.id === item.ruleId) ?? ballotRuleFor(pack, item.award, round.level);
  const count = counts.find((one) => one.itemId === item.id);
  if (rule === undefined || count === undefined) {
    throw new Error(`item ${item.id} has no ballot rule or no counts`);
  }
  const { yes, no, blank } = count;
  return { itemId: item.id, item, yes, no, blank, chosen: null, passed: tally({ yes, no, blank, total: session.total }, rule).passed };
}
