import { dayOf } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import { problem } from '../dossiers/row-entries';
import type { Handler } from '../handler';
import { once } from '../once';
import { Refused } from '../refused';
import { roundFor } from '../rounds/sight';
import { secretaryPost } from './offices';
import { demandPreparing } from './recusals';
import { planSession } from './session-plan';
import { note } from '../note';

/** The session does not open today, for want of members or another reason: written down with the new day; the step stays where it is. */
export const postponeSession: Handler<'postponeSession'> = async (deps, { actor, params, body, key }) => {
  const round = await roundFor(deps, actor, params['id'] ?? '');
  const position = secretaryPost(actor, round);
  if (position === undefined) {
    throw new Refused('forbidden', { roundId: round.id });
  }
  const { provinceId, personId } = actor;
  return once(deps, key, async (tx) => {
    await demandPreparing(deps, tx, provinceId, round);
    const [atMs, nextMs] = [deps.clock.nowMs(), Date.parse(body.nextAt)];
    if (!(nextMs > atMs)) {
      throw new Refused('form-invalid', { problems: [problem('nextAt', 'not-in-future', 'Thời gian họp lại')] });
    }
    const plan = await planSession(deps, { provinceId, round, today: dayOf(atMs), absent: body.absent, leaveOff: [] }, tx);
    const total = plan?.members.length ?? 0;
    const numbers = { present: total - (plan?.absent.length ?? 0), total, quorumNeeded: plan?.quorum?.needed ?? null };
    const postponement = {
      ...numbers,
      roundId: round.id,
      reason: body.reason,
      nextMs,
      ruleId: plan?.quorum?.ruleId ?? null,
      atMs,
      personId,
    };
    await deps.stores.sessions.postpone(tx, provinceId, { ...postponement, id: newId(deps.clock) });
    const facts = { ...numbers, nextAt: body.nextAt };
    await note(deps, tx, actor, { on: 'round', id: round.id, position, action: 'session-postponed', facts });
    return { done: true as const };
  });
};
