import { feasibility, tally, type BallotRow, type Pack } from '@thidua/awards';
import type { CouncilSessionView, SessionItemView } from '@thidua/contract';
import { dayOf, isoOf } from '@thidua/kernel';
import type { Actor } from '@thidua/access';
import type { CouncilSessionRecord, RollEntry, SessionItem } from '@thidua/store';
import type { Handler } from '../handler';
import { nameOfAward } from '../law/names';
import { tiersOf } from '../law/tiers-of';
import { isId } from '../papers/sight';
import { Refused } from '../refused';
import { packOfRound } from '../rounds/round-law';
import { roundFor } from '../rounds/sight';

/** A session as its council sees it: who has voted, and nothing of what was voted before it is closed. */
export const councilSession: Handler<'councilSession'> = async (deps, { actor, params }): Promise<CouncilSessionView> => {
  const { provinceId } = actor;
  const id = params['id'] ?? '';
  const session = isId(id) ? await deps.stores.sessions.byId(provinceId, id) : undefined;
  if (session === undefined) {
    throw new Refused('not-found', { what: 'council-session' });
  }
  const round = await roundFor(deps, actor, session.roundId);
  const [pack, tiers, items, roll] = await Promise.all([
    packOfRound(deps, round),
    tiersOf(deps, provinceId, round.orgId),
    deps.stores.sessions.items(provinceId, session.id),
    deps.stores.sessions.roll(provinceId, session.id),
  ]);
  const tasks = round.instanceId === null ? [] : await deps.stores.tasks.ofInstance(provinceId, round.instanceId);
  const open = tasks.filter((task) => task.status === 'open');
  const myTask = open.find((task) => task.step === 'ballot' && task.assignee === `person:${actor.personId}`);
  const secretary = actor.positions.some((position) => position.orgId === round.standingOrgId && position.role === 'council-secretary');
  const { id: sessionId, roundId, councilName, body, status, total } = session;
  return {
    ...{ id: sessionId, roundId, councilName, body, status, total },
    openedAt: isoOf(session.openedAt.getTime()),
    closesAt: isoOf(session.closesAt.getTime()),
    closedAt: session.closedAt === null ? null : isoOf(session.closedAt.getTime()),
    roll: roll.map(({ fullName, title, role, voted, attendance }) => ({ fullName, title, role, voted, attendance })),
    votedCount: roll.filter((member) => member.voted).length,
    items: items.map((item) => itemView(item, { pack, tiers, session, roll, actor, today: deps.clock.nowMs() })),
    myBallot: ballotOf(session, roll, actor, myTask !== undefined),
    myTaskId: myTask?.id ?? null,
    mayClose: secretary && open.some((task) => task.formId === 'kiem-phieu'),
  };
};

interface Around {
  readonly pack: Pack;
  readonly tiers: readonly string[];
  readonly session: CouncilSessionRecord;
  readonly roll: readonly RollEntry[];
  readonly actor: Actor;
  readonly today: number;
}

function itemView(item: SessionItem, { pack, tiers, session, roll, actor, today }: Around): SessionItemView {
  const rule = ruleOf(pack, item, today);
  const out = roll.filter((member) => member.personId === item.personId).length;
  const { feasible, sentence } = feasibility({ total: session.total, out }, rule);
  const { id, seq, rowId, name, title, kind, award, needed, ruleId } = item;
  return {
    ...{ id, seq, rowId, name, title, kind, award, needed, ruleId },
    awardName: nameOfAward(pack, award, tiers, 'full'),
    summary: item.achievement,
    ruleText: sentence,
    citation: rule.citation,
    feasible,
    ownRow: item.personId !== null && item.personId === actor.personId,
    count: countOf(item, session, rule),
  };
}

function ruleOf(pack: Pack, item: SessionItem, nowMs: number): BallotRow {
  const rule = pack.ballots.find((row) => row.id === item.ruleId);
  if (rule === undefined) {
    throw new Error(`pack ${pack.id} has no ballot rule ${item.ruleId} on ${JSON.stringify(dayOf(nowMs))}`);
  }
  return rule;
}

function countOf(item: SessionItem, session: CouncilSessionRecord, rule: BallotRow): SessionItemView['count'] {
  const { yes, no, blank, passed } = item;
  if (session.status === 'open' || yes === null || no === null || blank === null || passed === null) {
    return null;
  }
  const { total, shareText } = tally({ yes, no, blank, total: session.total }, rule);
  return { yes, no, blank, total, share: shareText, passed };
}

function ballotOf(
  session: CouncilSessionRecord,
  roll: readonly RollEntry[],
  actor: Actor,
  waiting: boolean,
): CouncilSessionView['myBallot'] {
  const mine = roll.find((member) => member.personId === actor.personId);
  if (mine === undefined) {
    return 'not-member';
  }
  if (mine.voted) {
    return 'cast';
  }
  return waiting && session.status === 'open' && mine.attendance === 'present' ? 'open' : 'closed';
}
