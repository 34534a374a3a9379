import type { Handler } from '../handler';
import { once } from '../once';
import { isId } from '../papers/sight';
import { Refused } from '../refused';
import { lockRunning, roundToRun } from './round-at-hand';
import { note } from '../note';
import { KEPT_FOR_MS } from '../kept-for';

/** A question is taken back with a reason; its task ends. What the law asks for must then be asked of somebody else. */
export const withdrawOpinion: Handler<'withdrawOpinion'> = async (deps, { actor, params, body, key }) => {
  const { seen, position } = await roundToRun(deps, actor, params['id'] ?? '');
  const opinionId = params['opinionId'] ?? '';
  return once(deps, key, async (tx) => {
    const { provinceId, personId } = actor;
    const atMs = deps.clock.nowMs();
    const round = await lockRunning(deps, tx, provinceId, seen.id);
    const question = isId(opinionId) ? await deps.stores.opinions.lock(tx, provinceId, opinionId) : undefined;
    if (question?.roundId !== round.id) {
      throw new Refused('not-found', { what: 'opinion' });
    }
    if (!(await deps.stores.opinions.withdraw(tx, provinceId, opinionId, { reason: body.reason, by: personId, atMs }))) {
      throw new Refused('state-conflict', { reason: 'opinion-ended', opinionId });
    }
    await deps.runtime.publish({ provinceId, name: 'rut-y-kien', correlationKey: opinionId, variables: {}, ttlMs: KEPT_FOR_MS }, tx);
    await note(deps, tx, actor, { on: 'round', id: round.id, position, action: 'opinion-withdrawn', facts: { opinionId } });
    return { done: true as const };
  });
};
