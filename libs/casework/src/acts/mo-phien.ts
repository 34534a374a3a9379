import { ballotRuleFor, neededVotes, type Pack } from '@thidua/awards';
import { isoOf } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { NewSession, RoundRecord } from '@thidua/store';
import { benchOf, type Bench } from '../councils/bench-of';
import { Refused } from '../refused';
import { packOfRound } from '../rounds/round-law';
import type { Act, ActContext } from './act';
import { instantOfText, textOf, textsOf } from './form-data';
import { roundOfTask } from './round-of-task';

/** Opens the one session of a round: freezes agenda, roll and counters, and names who may vote. */
export const moPhien: Act = async (context) => {
  const { deps, tx, task, nowMs, today } = context;
  const round = await roundOfTask(context);
  const bench = await benchOf(deps, { provinceId: task.provinceId, round, today }, tx);
  if (bench === undefined) {
    throw new Refused('state-conflict', { reason: 'no-council', orgId: round.orgId });
  }
  const session = sessionOf(context, bench, { round, pack: await packOfRound(deps, round) });
  await deps.stores.sessions.open(tx, task.provinceId, session, nowMs);
  const voters = session.roll.filter((entry) => entry.attendance === 'present').map((entry) => `person:${entry.personId}`);
  return {
    variables: { session: session.id, voters, sessionClosesAt: isoOf(session.closesMs) },
    audit: {
      action: 'council-session-opened',
      facts: { sessionId: session.id, body: session.body, total: session.total, voters: voters.length, items: session.items.length },
    },
  };
};

function sessionOf(context: ActContext, bench: Bench, { round, pack }: { readonly round: RoundRecord; readonly pack: Pack }): NewSession {
  const { deps, data, nowMs, today } = context;
  const closesMs = instantOfText(textOf(data, 'closesAt'));
  if (closesMs === undefined || closesMs <= nowMs) {
    throw new Refused('form-invalid', { problems: [{ field: 'closesAt', code: 'not-in-future' }] });
  }
  const absent = textsOf(data, 'absent');
  const total = bench.members.length;
  const items = bench.agenda.map((row, index) => {
    const rule = ballotRuleFor(pack, row.award, round.level, today);
    if (rule === undefined) {
      throw new Refused('state-conflict', { reason: 'no-ballot-rule', award: row.award, level: round.level });
    }
    return {
      id: newId(deps.clock),
      rowId: row.id,
      seq: index + 1,
      ruleId: rule.id,
      needed: neededVotes(total, rule),
      secret: rule.secret,
      inWriting: true,
    };
  });
  const roll = bench.members.map(({ personId, positionId, role, title }) => ({
    personId,
    positionId,
    role,
    title,
    attendance: absent.includes(personId) ? ('absent' as const) : ('present' as const),
  }));
  const { council, body } = bench;
  const place = textOf(data, 'place') ?? '';
  return {
    id: newId(deps.clock),
    roundId: round.id,
    councilId: council.id,
    body,
    total,
    place,
    closesMs,
    items,
    roll,
    quorum: null,
    places: [],
  };
}
