import { newId } from '@thidua/runtime';
import type { Handler } from '../../handler';
import { note } from '../../note';
import { once } from '../../once';
import { Refused } from '../../refused';
import { demandRunner, movementFor } from '../movement-at-hand';

/** A person names the movement that a document above launches: from then on nominations may be made under it. */
export const recordDocumentAbove: Handler<'recordDocumentAbove'> = async (deps, { actor, params, body, key }) => {
  const movement = await movementFor(deps, actor, params['id'] ?? '');
  const position = demandRunner(actor, movement);
  const { provinceId } = actor;
  const { id: movementId } = movement.record;
  if (body.lineTo < body.lineFrom || (body.start !== null && body.end !== null && body.end < body.start)) {
    const path = body.lineTo < body.lineFrom ? 'lineTo' : 'end';
    throw new Refused('request-invalid', { fields: [{ path, problem: 'before-start', kind: 'custom' }] });
  }
  await once(deps, key, async (tx) => {
    const locked = await deps.stores.movements.lock(tx, provinceId, movementId);
    if (locked?.state !== 'in-force') {
      throw new Refused('state-conflict', { movementId, reason: 'movement-closed' });
    }
    const id = newId(deps.clock);
    const by = { personId: actor.personId, positionId: position.id, atMs: deps.clock.nowMs() };
    await deps.stores.choices.putAbove(tx, provinceId, { ...body, id, movementId, ...by });
    const facts = { movementId, aboveId: id, level: body.level };
    await note(deps, tx, actor, { on: 'movement', id, position, action: 'document-above-recorded', facts });
    return {};
  });
  await deps.law.refresh();
  return { done: true as const };
};
