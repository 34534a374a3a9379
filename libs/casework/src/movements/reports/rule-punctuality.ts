import { mayRunMovement } from '@thidua/access';
import { newId } from '@thidua/runtime';
import type { Handler } from '../../handler';
import { note } from '../../note';
import { once } from '../../once';
import { Refused } from '../../refused';
import { reportFor } from './report-at-hand';

/** The standing office says otherwise than the days do, and why; what the days say stays beside it. */
export const rulePunctuality: Handler<'rulePunctuality'> = async (deps, { actor, params, body, key }) => {
  const { report } = await reportFor(deps, actor, params['id'] ?? '');
  const verdict = mayRunMovement(actor, report.askedByOrg);
  if (!verdict.allowed) {
    throw new Refused('forbidden', { workId: report.workId });
  }
  if (report.dueOn === null) {
    throw new Refused('state-conflict', { reason: 'report-without-day', workId: report.workId });
  }
  const { position } = verdict;
  return once(deps, key, async (tx) => {
    const id = newId(deps.clock);
    const one = { id, workId: report.workId, onTime: body.onTime, reason: body.reason, atMs: deps.clock.nowMs() };
    await deps.stores.reports.rule(tx, actor.provinceId, { ...one, personId: actor.personId, positionId: position.id });
    const facts = { workId: report.workId, orgId: report.orgId, onTime: body.onTime, dueOn: report.dueOn, rulingId: id };
    await note(deps, tx, actor, { on: 'movement-work', id: report.workId, position, action: 'report-punctuality-ruled', facts });
    return { done: true as const };
  });
};
