import { tally } from '@thidua/awards';
import type { JsonObject } from '@thidua/kernel';
import type { BallotOption, ItemCount, RollEntry, SessionItem, WrittenOpinionRecord } from '@thidua/store';
import type { ActContext } from '../acts/act';
import { numberOf } from '../acts/form-data';
import { problem } from '../dossiers/row-entries';
import { Refused } from '../refused';
import { ruleOfItem, type CountingRoom } from './counting-room';
import { unsealed } from './seal';
import { choicesOf } from './typed-opinion';
import { asked, voices } from './voices';

export type CountedItem = ItemCount & { readonly item: SessionItem; readonly passed: boolean; readonly chosen: boolean | null };

/** What the team read from scanned papers: sums per row, and whose papers are void. */
export interface ReadByHand {
  readonly scans: readonly JsonObject[];
  readonly invalid: readonly string[];
}

/** Adds the written opinions to the ballots and counts everything on all members; Σ counts = roll, or nothing is counted. */
export async function countSession(
  { deps, tx, task, nowMs }: ActContext,
  room: CountingRoom,
  read: ReadByHand,
): Promise<{ readonly items: readonly CountedItem[]; readonly facts: JsonObject }> {
  const { provinceId } = task;
  const { session, items, roll } = room;
  const invalid = invalidOpinions(room, read.invalid);
  const typed = await openTyped({ deps, tx, task }, room);
  const scans = room.opinions.filter((one) => one.kind === 'scan' && !invalid.includes(one));
  demandOpened(room);
  const handCounts = scanCounts(room, scans, read.scans);
  await deps.stores.writtenOpinions.open(tx, provinceId, session.id, nowMs);
  await deps.stores.sessions.addCounts(tx, provinceId, session.id, summed(items, [...typed.map((one) => one.choices), ...handCounts]));
  for (const { personId, choices } of typed) {
    const open = items.filter((item) => !item.secret).flatMap((item) => voteOn(item.id, choices));
    await deps.stores.counts.addOpenVotes(tx, provinceId, session.id, personId, open);
  }
  const counts = await deps.stores.sessions.countsForClosing(tx, provinceId, session.id);
  const answered = roll.filter((member) => member.voted || isCounted(member, room, invalid));
  demandWhole(room, counts, answered);
  const voted = roll.filter((member) => member.voted).length;
  return {
    items: items.map((item) => countItem(room, item, counts)),
    facts: {
      ...{ voted, written: room.opinions.length, invalid: invalid.length },
      ...{ issued: asked(roll, items, room.recusals).length, returned: voted + room.opinions.length },
    },
  };
}

function voteOn(
  itemId: string,
  choices: ReadonlyMap<string, BallotOption>,
): readonly { readonly itemId: string; readonly option: BallotOption }[] {
  const option = choices.get(itemId);
  return option === undefined ? [] : [{ itemId, option }];
}

function isCounted(member: RollEntry, { opinions }: CountingRoom, invalid: readonly WrittenOpinionRecord[]): boolean {
  return opinions.some((one) => one.personId === member.personId) && !invalid.some((one) => one.personId === member.personId);
}

/** Only a paper can be void; what was typed was checked when it was sent. */
function invalidOpinions({ opinions }: CountingRoom, personIds: readonly string[]): readonly WrittenOpinionRecord[] {
  const found = opinions.filter((one) => one.kind === 'scan' && personIds.includes(one.personId));
  if (found.length < new Set(personIds).size) {
    throw new Refused('form-invalid', { problems: [problem('invalid', 'not-a-choice', 'Ý kiến không hợp lệ')] });
  }
  return found;
}

/** The team has the scans in hand before it tells what they say. */
function demandOpened({ session, opinions }: CountingRoom): void {
  if (session.opinionsOpenedAt === null && opinions.some((one) => one.kind === 'scan')) {
    throw new Refused('counts-sealed', { sessionId: session.id, reason: 'opinions-not-opened' });
  }
}

async function openTyped(
  { deps, tx, task }: Pick<ActContext, 'deps' | 'tx' | 'task'>,
  { session, items, opinions }: CountingRoom,
): Promise<readonly { readonly personId: string; readonly choices: ReadonlyMap<string, BallotOption> }[]> {
  const opened: { personId: string; choices: ReadonlyMap<string, BallotOption> }[] = [];
  for (const { personId } of opinions.filter((one) => one.kind === 'typed')) {
    const bytes = await deps.stores.writtenOpinions.sealed(task.provinceId, session.id, personId, tx);
    if (bytes !== undefined) {
      opened.push({ personId, choices: choicesOf(items, unsealed(deps.sealSecret, { sessionId: session.id, personId }, bytes)) });
    }
  }
  return opened;
}

/** One voice per valid paper and item, but for rows its sender does not vote on. */
function scanCounts(
  { items, recusals, roll }: CountingRoom,
  scans: readonly WrittenOpinionRecord[],
  entries: readonly JsonObject[],
): readonly ItemCount[] {
  const senders = roll.filter((member) => scans.some((one) => one.personId === member.personId));
  const counts = items.map((item) => {
    const entry = entries.find((one) => one['rowId'] === item.rowId) ?? {};
    return { itemId: item.id, yes: numberOf(entry, 'yes'), no: numberOf(entry, 'no'), blank: numberOf(entry, 'blank'), item };
  });
  const problems = counts.flatMap(({ item, yes, no, blank }, index) => {
    const expected = voices(item, senders, recusals);
    const sound = [yes, no, blank].every((part) => Number.isSafeInteger(part) && part >= 0);
    return sound && yes + no + blank === expected
      ? []
      : [problem(`rows.${index}.yes`, 'written-sum', item.name, { expected, rowId: item.rowId })];
  });
  if (problems.length > 0) {
    throw new Refused('form-invalid', { problems });
  }
  return counts;
}

function summed(items: readonly SessionItem[], parts: readonly (ReadonlyMap<string, BallotOption> | ItemCount)[]): readonly ItemCount[] {
  return items.map(({ id: itemId }) => {
    const of = (option: BallotOption): number =>
      parts.reduce((sum, part) => {
        if ('itemId' in part) {
          return part.itemId === itemId ? sum + part[option] : sum;
        }
        return part.get(itemId) === option ? sum + 1 : sum;
      }, 0);
    return { itemId, yes: of('yes'), no: of('no'), blank: of('blank') };
  });
}

/** Σ counts = roll, item by item; anything else is a bug and nothing is closed on it. */
function demandWhole({ items, recusals }: CountingRoom, counts: readonly ItemCount[], answered: readonly RollEntry[]): void {
  for (const item of items) {
    const count = counts.find((one) => one.itemId === item.id);
    const cast = count === undefined ? -1 : count.yes + count.no + count.blank;
    if (cast !== voices(item, answered, recusals)) {
      throw new Error(`item ${item.id}: ${cast} ballots counted, ${voices(item, answered, recusals)} on the roll`);
    }
  }
}

function countItem({ pack, round, session }: CountingRoom, item: SessionItem, counts: readonly ItemCount[]): CountedItem {
  const count = counts.find((one) => one.itemId === item.id);
  if (count === undefined) {
    throw new Error(`item ${item.id} has no counts`);
  }
  const { yes, no, blank } = count;
  const { passed } = tally({ yes, no, blank, total: session.total }, ruleOfItem(pack, round, item));
  return { itemId: item.id, item, yes, no, blank, passed, chosen: null };
}
