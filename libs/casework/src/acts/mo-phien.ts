import { neededVotes } from '@thidua/awards';
import { formatLocalDate, isoOf, type JsonObject } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { AnnouncedPlaces, NewSession, RoundRecord } from '@thidua/store';
import { quotaPlaces } from '../councils/quota-places';
import { planSession, type PlannedItem, type SessionPlan } from '../councils/session-plan';
import { asked } from '../councils/voices';
import { problem } from '../dossiers/row-entries';
import { Refused } from '../refused';
import { rejoinRow } from '../rounds/rejoin-row';
import type { Act, ActContext } from './act';
import { entriesOf, instantOfText, numberOf, textOf, textsOf } from './form-data';
import { roundOfTask } from './round-of-task';

/** Opens the session of a round: freezes agenda, roll, recusals and counters, and names who may vote or write. */
export const moPhien: Act = async (context) => {
  const { deps, tx, task, data, nowMs } = context;
  const round = await roundOfTask(context);
  const plan = await planOf(context, round);
  const items = agendaOf(plan, round);
  demandQuorum(plan);
  const session = { ...sessionOf(context, plan, round), ...(await frozen(context, { plan, round, items })) };
  await deps.stores.sessions.open(tx, task.provinceId, session, nowMs);
  const carried = await carryOver(context, round, textsOf(data, 'leaveOff'));
  const agenda = session.items.map((item) => ({ ...item, personId: items.find((one) => one.row.id === item.rowId)?.row.personId ?? null }));
  const voters = asked(session.roll, agenda, plan.recusals);
  return {
    variables: {
      session: session.id,
      voters: voters.map((member) => `person:${member.personId}`),
      sessionClosesAt: isoOf(session.closesMs),
    },
    audit: {
      action: 'council-session-opened',
      facts: {
        ...{ sessionId: session.id, body: session.body, total: session.total, voters: voters.length, items: session.items.length },
        ...{
          present: plan.members.length - plan.absent.length,
          quorum: session.quorum?.needed ?? null,
          recusals: plan.recusals.length,
          carried,
        },
      },
    },
  };
};

async function planOf({ deps, tx, task, data, today }: ActContext, round: RoundRecord): Promise<SessionPlan> {
  const [absent, leaveOff] = [textsOf(data, 'absent'), textsOf(data, 'leaveOff')];
  const plan = await planSession(deps, { provinceId: task.provinceId, round, today, absent, leaveOff }, tx);
  if (plan === undefined) {
    throw new Refused('state-conflict', { reason: 'no-council', orgId: round.orgId });
  }
  return plan;
}

type Votable = PlannedItem & { readonly rule: NonNullable<PlannedItem['rule']> };

/** @throws Refused when nothing is left, the pack holds no ballot on an award, or a public notice is too short */
function agendaOf(plan: SessionPlan, round: RoundRecord): readonly Votable[] {
  const kept = plan.items.filter((item) => !item.leftOff);
  if (kept.length === 0) {
    throw new Refused('state-conflict', { reason: 'empty-agenda', roundId: round.id });
  }
  const unruled = kept.find((item) => item.rule === undefined);
  if (unruled !== undefined) {
    throw new Refused('state-conflict', { reason: 'no-ballot-rule', award: unruled.row.award, level: round.level });
  }
  const early = kept.filter((item) => item.tooSoon);
  const [first] = early;
  if (first !== undefined) {
    throw new Refused('notice-too-short', tooSoonFacts(first, early));
  }
  return kept.filter((item): item is Votable => item.rule !== undefined);
}

/** The rule, and the day on which the council may meet on all of them. */
function tooSoonFacts({ notice }: PlannedItem, early: readonly PlannedItem[]): JsonObject {
  const days = early.map((item) => item.notice?.possibleOn ?? null).flatMap((day) => (day === null ? [] : [formatLocalDate(day)]));
  return {
    ...{ ruleId: notice?.ruleId ?? '', citation: notice?.citation ?? '', why: notice?.why ?? '' },
    ...{
      possibleOn: days.toSorted().at(-1) ?? '',
      names: early.map((item) => item.row.name).join('; '),
      rowIds: early.map((item) => item.row.id),
    },
  };
}

function demandQuorum({ quorum }: SessionPlan): void {
  if (quorum !== undefined && !quorum.met) {
    const { present, needed, total, ruleId, citation, sentence } = quorum;
    throw new Refused('quorum-not-met', { present, needed, total, ruleId, citation, sentence });
  }
}

function sessionOf({ deps, data, nowMs }: ActContext, plan: SessionPlan, round: RoundRecord): Omit<NewSession, 'items' | 'places'> {
  const closesMs = instantOfText(textOf(data, 'closesAt'));
  if (closesMs === undefined || closesMs <= nowMs) {
    throw new Refused('form-invalid', { problems: [problem('closesAt', 'not-in-future', 'Giờ kết thúc bỏ phiếu')] });
  }
  const { council, body, members, quorum } = plan;
  const roll = members.map(({ personId, positionId, role, title }) => {
    const attendance = plan.absent.includes(personId) ? ('absent' as const) : ('present' as const);
    return { personId, positionId, role, title, attendance };
  });
  return {
    ...{
      id: newId(deps.clock),
      roundId: round.id,
      councilId: council.id,
      body,
      total: members.length,
      place: textOf(data, 'place') ?? '',
      closesMs,
      roll,
    },
    quorum: quorum === undefined ? null : { needed: quorum.needed, ruleId: quorum.ruleId },
  };
}

interface Opening {
  readonly plan: SessionPlan;
  readonly round: RoundRecord;
  readonly items: readonly Votable[];
}

interface Opening {
  readonly plan: SessionPlan;
  readonly round: RoundRecord;
  readonly items: readonly Votable[];
}

async function frozen(context: ActContext, opening: Opening): Promise<Pick<NewSession, 'items' | 'places'>> {
  const { deps } = context;
  const { plan, items } = opening;
  return {
    items: items.map(({ row, rule }, index) => ({
      ...{ id: newId(deps.clock), rowId: row.id, seq: index + 1, ruleId: rule.id, needed: neededVotes(plan.members.length, rule) },
      ...{ secret: rule.secret, inWriting: rule.absentInWriting },
    })),
    places: await placesOf(context, opening),
  };
}

/** What the secretary announces, and never more than the pack's quota lets through. */
async function placesOf({ deps, tx, task, data, today }: ActContext, { plan, round, items }: Opening): Promise<readonly AnnouncedPlaces[]> {
  const rows = items.map((item) => item.row);
  const quotas = await quotaPlaces(deps, { provinceId: task.provinceId, pack: plan.pack, round, rows, today }, tx);
  return [...new Set(rows.map((row) => row.award))].flatMap((award) => {
    const quota = quotas.find((one) => one.award === award);
    const entry = entriesOf(data, 'places').find((one) => one['rowId'] === award);
    const announced = typeof entry?.['places'] === 'number' ? numberOf(entry, 'places') : undefined;
    if (announced === undefined || (quota !== undefined && quota.places <= announced)) {
      return quota === undefined ? [] : [quota];
    }
    return [{ award, places: announced, ruleId: null, text: `Hội đồng ấn định ${announced} trường hợp.` }];
  });
}

/** Rows left off go on to the next round of the level at once: their dossiers wait for nobody's memory. */
async function carryOver({ deps, tx, task, nowMs }: ActContext, round: RoundRecord, rowIds: readonly string[]): Promise<number> {
  if (rowIds.length === 0) {
    return 0;
  }
  await deps.stores.roundRows.setOutcome(tx, task.provinceId, round.id, rowIds, 'carried-over');
  for (const rowId of rowIds) {
    const next = await rejoinRow(deps, tx, { provinceId: task.provinceId, rowId, nowMs });
    if (next === undefined) {
      throw new Refused('state-conflict', { reason: 'no-next-round', rowId });
    }
  }
  return rowIds.length;
}
