import { secrecyRisk, tally } from '@thidua/awards';
import type { Actor } from '@thidua/access';
import type { CouncilSessionView, SessionItemView } from '@thidua/contract';
import { isoOf } from '@thidua/kernel';
import type { CounterRecord, OpenVote, RecusalRecord, RollEntry, SessionItem, TieBreakRecord, WrittenOpinionRecord } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { nameOfAward } from '../law/names';
import { tiersOf } from '../law/tiers-of';
import { isId } from '../papers/sight';
import { Refused } from '../refused';
import { packOfRound } from '../rounds/round-law';
import { roundFor } from '../rounds/sight';
import { ballotNotOver, ruleOfItem, type CountingRoom } from './counting-room';
import { isSecretaryOf } from './offices';
import { outlookOf } from './outlook-of';
import { hasVoice, isRecused } from './voices';

/** A session as its council sees it: who has voted, and nothing of what was voted before it is closed. */
export const councilSession: Handler<'councilSession'> = async (deps, { actor, params }): Promise<CouncilSessionView> => {
  const hall = await hallOf(deps, actor, params['id'] ?? '');
  const { session, round, roll, items, recusals } = hall;
  const tasks = round.instanceId === null ? [] : await deps.stores.tasks.ofInstance(actor.provinceId, round.instanceId);
  const open = tasks.filter((task) => task.status === 'open');
  const myTask = open.find((task) => task.step === 'ballot' && task.assignee === `person:${actor.personId}`);
  const counting = isSecretaryOf(actor, round) && session.status === 'open' && open.some((task) => task.formId === 'kiem-phieu');
  const { id, roundId, councilName, body, status, total } = session;
  const myBallot = ballotOf(hall, actor, myTask !== undefined);
  return {
    ...{ id, roundId, councilName, body, status, total },
    openedAt: isoOf(session.openedAt.getTime()),
    closesAt: isoOf(session.closesAt.getTime()),
    closedAt: session.closedAt === null ? null : isoOf(session.closedAt.getTime()),
    roll: roll.map(({ fullName, title, role, voted, attendance, personId }) => {
      const recused = items.filter((item) => isRecused(item, personId, recusals)).length;
      return { fullName, title, role, voted, attendance, recused };
    }),
    votedCount: roll.filter((member) => member.voted).length,
    quorum:
      session.quorumNeeded === null ? null : { present: session.present, needed: session.quorumNeeded, ruleId: session.quorumRule ?? '' },
    items: items.map((item) => itemView(item, hall, actor)),
    myBallot,
    myTaskId: myTask?.id ?? null,
    secrecy: myBallot === 'write' ? riskOf(hall) : null,
    opinions: hall.opinions.map(({ personId, fullName, kind, sentAt, openedAt }) => {
      return { personId, fullName, kind, sentAt: isoOf(sentAt.getTime()), opened: openedAt !== null };
    }),
    team: hall.team.map(({ fullName, title, head }) => ({ fullName, title, head })),
    tieBreaks: status === 'closed' ? hall.ties.map((tie) => tieView(tie, hall)) : [],
    mayClose: counting,
    mayOpenOpinions: counting && ballotNotOver(hall, deps.clock.nowMs()) === 0 && session.opinionsOpenedAt === null,
  };
};

interface Hall extends CountingRoom {
  readonly tiers: readonly string[];
  readonly votes: readonly OpenVote[];
  readonly team: readonly CounterRecord[];
  readonly ties: readonly TieBreakRecord[];
}

async function hallOf(deps: CaseworkDeps, actor: Actor, id: string): Promise<Hall> {
  const { provinceId } = actor;
  const { sessions, recusals, writtenOpinions, counts } = deps.stores;
  const session = isId(id) ? await sessions.byId(provinceId, id) : undefined;
  if (session === undefined) {
    throw new Refused('not-found', { what: 'council-session' });
  }
  const round = await roundFor(deps, actor, session.roundId);
  const [pack, tiers, items, roll, declared, opinions, team] = await Promise.all([
    packOfRound(deps, round),
    tiersOf(deps, provinceId, round.orgId),
    sessions.items(provinceId, id),
    sessions.roll(provinceId, id),
    recusals.ofRound(provinceId, round.id),
    writtenOpinions.ofSession(provinceId, id),
    counts.team(provinceId, id),
  ]);
  // Votes of open items and what was made of ties are told with the result, never before.
  const [votes, ties] =
    session.status === 'closed'
      ? await Promise.all([counts.openVotes(provinceId, id), counts.tieBreaks(provinceId, id)])
      : [[] as readonly OpenVote[], [] as readonly TieBreakRecord[]];
  return { session, round, pack, tiers, items, roll, recusals: declared, opinions, team, votes, ties };
}

function itemView(item: SessionItem, hall: Hall, actor: Actor): SessionItemView {
  const { pack, tiers, session, round, roll, recusals, votes } = hall;
  const rule = ruleOfItem(pack, round, item);
  const { feasible, line } = outlookOf(item, { total: session.total, roll, recusals }, rule);
  const { id, seq, rowId, name, title, kind, award, needed, ruleId, secret, inWriting } = item;
  const ownRow = item.personId !== null && item.personId === actor.personId;
  return {
    ...{ id, seq, rowId, name, title, kind, award, needed, ruleId, secret, inWriting, feasible, ownRow },
    awardName: nameOfAward(pack, award, tiers, 'full'),
    summary: item.achievement,
    ruleText: line,
    citation: rule.citation,
    recused: !ownRow && isRecused(item, actor.personId, recusals),
    count: countOf(item, hall),
    openVotes: votes
      .filter((vote) => vote.itemId === id && !secret)
      .map(({ personId, option }) => ({ fullName: roll.find((member) => member.personId === personId)?.fullName ?? '', vote: option })),
  };
}

function countOf(item: SessionItem, { pack, session, round }: Hall): SessionItemView['count'] {
  const { yes, no, blank, passed, chosen } = item;
  if (session.status !== 'closed' || yes === null || no === null || blank === null || passed === null) {
    return null;
  }
  const { total, shareText, sentence } = tally({ yes, no, blank, total: session.total }, ruleOfItem(pack, round, item));
  return { yes, no, blank, total, share: shareText, passed, sentence, chosen };
}

function tieView(
  { award, places, chosen, tied, ruleId, reason }: TieBreakRecord,
  { pack, items, tiers }: Hall,
): CouncilSessionView['tieBreaks'][number] {
  const names = (rowIds: readonly string[]): string[] => items.filter((item) => rowIds.includes(item.rowId)).map((item) => item.name);
  const citation = pack.rules.find((row) => row.id === ruleId)?.citation ?? '';
  return { awardName: nameOfAward(pack, award, tiers, 'full'), places, chosen: names(chosen), tied: names(tied), ruleId, citation, reason };
}

function riskOf({ items, roll, recusals, opinions }: Hall): CouncilSessionView['secrecy'] {
  return secrecyRisk({
    secret: items.some((item) => item.secret && item.inWriting),
    asked: writersOf(roll, items, recusals).length,
    sent: opinions.length,
  });
}

/** Absent members who are asked in writing, whether they have answered or not. */
export function writersOf(
  roll: readonly RollEntry[],
  items: readonly SessionItem[],
  recusals: readonly RecusalRecord[],
): readonly RollEntry[] {
  return roll.filter((member) => member.attendance !== 'present' && items.some((item) => hasVoice(item, member, recusals)));
}

function ballotOf({ session, roll, opinions }: Hall, actor: Actor, waiting: boolean): CouncilSessionView['myBallot'] {
  const mine = roll.find((member) => member.personId === actor.personId);
  if (mine === undefined) {
    return 'not-member';
  }
  if (mine.voted) {
    return 'cast';
  }
  if (hasWritten(mine, opinions)) {
    return 'written';
  }
  if (!waiting || session.status !== 'open') {
    return 'closed';
  }
  return mine.attendance === 'present' ? 'open' : 'write';
}

function hasWritten(member: RollEntry, opinions: readonly WrittenOpinionRecord[]): boolean {
  return member.attendance === 'written' || opinions.some((one) => one.personId === member.personId);
}
