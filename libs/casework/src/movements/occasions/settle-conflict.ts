import { pickProblem } from '@thidua/awards';
import { newId } from '@thidua/runtime';
import type { Handler } from '../../handler';
import { note } from '../../note';
import { once } from '../../once';
import { Refused } from '../../refused';
import { demandRunner, movementFor } from '../movement-at-hand';
import { planSide } from './plan-side';

/** A person of the standing office decides what the plan means; both citations of the moment are kept beside it. */
export const settlePlanConflict: Handler<'settlePlanConflict'> = async (deps, { actor, params, body, key }) => {
  const movement = await movementFor(deps, actor, params['id'] ?? '');
  const position = demandRunner(actor, movement);
  const { provinceId } = actor;
  const { id: movementId } = movement.record;
  const { conflicts } = await planSide(deps, provinceId, movementId);
  const conflict = conflicts.find((one) => one.path === body.path && one.code === body.code);
  const problem = conflict === undefined ? 'unknown' : pickProblem(conflict, body.picked);
  if (conflict === undefined || problem !== undefined) {
    throw new Refused('plan-choice-invalid', { path: body.path, code: body.code, problem: problem ?? 'unknown' });
  }
  await once(deps, key, async (tx) => {
    const locked = await deps.stores.movements.lock(tx, provinceId, movementId);
    if (locked?.state !== 'in-force') {
      throw new Refused('state-conflict', { movementId, reason: 'movement-closed' });
    }
    const { path, code, plan, law } = conflict;
    const id = newId(deps.clock);
    await deps.stores.choices.put(tx, provinceId, {
      ...{ id, movementId, path, code, quote: plan.quote, picked: body.picked, reason: body.reason },
      ...{ ruleId: law.ruleId, citation: law.citation, personId: actor.personId, positionId: position.id, atMs: deps.clock.nowMs() },
    });
    const facts = { movementId, choiceId: id, path, code, picked: [...body.picked], ruleId: law.ruleId };
    await note(deps, tx, actor, { on: 'movement', id, position, action: 'plan-choice-recorded', facts });
    return {};
  });
  await deps.law.refresh();
  return { done: true as const };
};
