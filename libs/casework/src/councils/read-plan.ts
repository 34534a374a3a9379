import type { Actor } from '@thidua/access';
import type { PlannedItemView, RecusalView, SessionPlanView } from '@thidua/contract';
import { dayOf, formatLocalDate, isoOf, type LocalDate } from '@thidua/kernel';
import type { RecusalRecord } from '@thidua/store';
import type { Handler } from '../handler';
import { nameOfAward } from '../law/names';
import { tiersOf } from '../law/tiers-of';
import { Refused } from '../refused';
import { roundFor } from '../rounds/sight';
import { isSecretaryOf } from './offices';
import { planSession, type PlannedItem, type SessionPlan } from './session-plan';
import { isRecused } from './voices';

/** The rule a conflict of interest is handled by. */
const CONFLICT_RULE = 'V-14';

/** Before a session opens: members and conflicts, quorum, what each row needs and whether it can be reached, what must wait and until when. */
export const sessionPlan: Handler<'sessionPlan'> = async (deps, { actor, params, query }): Promise<SessionPlanView> => {
  const { provinceId } = actor;
  const round = await roundFor(deps, actor, params['id'] ?? '');
  const today = dayOf(deps.clock.nowMs());
  const [absent, leaveOff] = [idsOf(query.absent), idsOf(query.leaveOff)];
  const plan = await planSession(deps, { provinceId, round, today, absent, leaveOff });
  if (plan === undefined) {
    throw new Refused('state-conflict', { reason: 'no-council', orgId: round.orgId });
  }
  const tiers = await tiersOf(deps, provinceId, round.orgId);
  const session = await deps.stores.sessions.ofRound(provinceId, round.id);
  const postponements = await deps.stores.sessions.postponements(provinceId, round.id);
  const ended = session === undefined || session.status === 'postponed';
  const preparing = round.status === 'council' && ended;
  const mine = plan.members.some((member) => member.personId === actor.personId);
  const chair = plan.council.members.some((member) => member.role === 'chair' && member.personId === actor.personId);
  const secretary = isSecretaryOf(actor, round);
  return {
    ...{ roundId: round.id, councilName: plan.council.name, body: plan.body, total: plan.members.length },
    members: membersOf(plan),
    quorum: plan.quorum ?? null,
    items: plan.items.map((item) => itemOf(item, { plan, tiers, actor })),
    off: plan.off.map(({ id, name, state }) => ({ rowId: id, name, state })),
    recusals: plan.recusals.map((one) => recusalOf(one, plan, actor)),
    conflict: conflictOf(plan),
    postponements: postponements.map(({ reason, nextAt, present, total, quorumNeeded }) => {
      return { reason, nextAt: isoOf(nextAt.getTime()), present, needed: quorumNeeded, total };
    }),
    sessionId: ended ? null : session.id,
    may: { declare: preparing && mine, record: preparing && secretary, rule: preparing && chair, postpone: preparing && secretary },
  };
};

function idsOf(text: string | undefined): readonly string[] {
  return (text ?? '').split(',').filter((id) => id !== '');
}

function membersOf({ members, absent, items, recusals }: SessionPlan): SessionPlanView['members'] {
  return members.map(({ personId, fullName, title, role }) => ({
    ...{ personId, fullName, title, role, absent: absent.includes(personId) },
    conflicts: items.filter(({ row }) => isRecused({ rowId: row.id, personId: row.personId }, personId, recusals)).length,
  }));
}

function itemOf(
  { row, rule, recused, outlook, notice, tooSoon, leftOff }: PlannedItem,
  { plan, tiers, actor }: { readonly plan: SessionPlan; readonly tiers: readonly string[]; readonly actor: Actor },
): PlannedItemView {
  const { id: rowId, name, title, kind, award } = row;
  const dayText = (day: LocalDate | null): string | null => (day === null ? null : formatLocalDate(day));
  return {
    ...{ rowId, name, title, kind, award, awardName: nameOfAward(plan.pack, award, tiers, 'full') },
    ...{ ruleId: rule?.id ?? '', citation: rule?.citation ?? '', confirmed: rule?.confirmed ?? false },
    ...{ secret: rule?.secret ?? true, inWriting: rule?.absentInWriting ?? false },
    ...{ needed: outlook?.needed ?? 0, feasible: outlook?.feasible ?? false, line: outlook?.line ?? '' },
    recused: plan.members.filter((member) => recused.includes(member.personId)).map((member) => member.fullName),
    mineToJudge: plan.members.some((member) => member.personId === actor.personId) && !recused.includes(actor.personId),
    notice:
      notice?.required === true
        ? {
            ...{ ruleId: notice.ruleId ?? '', citation: notice.citation, ok: notice.ok, why: notice.why },
            ...{ publishedOn: dayText(notice.publishedOn), possibleOn: dayText(notice.possibleOn) },
          }
        : null,
    onAgenda: !leftOff && !tooSoon && rule !== undefined,
  };
}

function recusalOf(
  { id, personId, fullName, rowId, reason, declaredAt, declaredBy, ruling }: RecusalRecord,
  plan: SessionPlan,
  actor: Actor,
): RecusalView {
  const name = plan.items.find((item) => item.row.id === rowId)?.row.name ?? null;
  const mine = personId === actor.personId;
  return { id, fullName, mine, rowId, name, reason, declaredAt: isoOf(declaredAt.getTime()), bySelf: declaredBy === personId, ruling };
}

function conflictOf({ pack, conflict }: SessionPlan): SessionPlanView['conflict'] {
  const rule = pack.rules.find((row) => row.id === CONFLICT_RULE);
  return { policy: conflict, ruleId: CONFLICT_RULE, citation: rule?.citation ?? '' };
}
