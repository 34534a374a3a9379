import type { JsonObject } from '@thidua/kernel';
import type { OpenWork, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { actorOf, type HandOverOrder } from './hand-over-order';
import { heirFor, type Estate } from './heirs';
import { pointProcessAt } from './point-process-at';

/**
 * Movements that the ended body carries out go on under its successor with the plan they have, and so do the works it does or has asked of
 * others; steps of its posts pass to the same posts of the successor.
 */
export async function handOverMovements(
  deps: CaseworkDeps,
  tx: Tx,
  estate: Estate,
  order: HandOverOrder,
): Promise<{ readonly movements: number; readonly works: number }> {
  const { provinceId, predecessor } = estate;
  const { handOvers, people, trail } = deps.stores;
  const heir = heirFor(estate, await people.orgs(provinceId, tx), { communeId: null, unitParentId: null });
  const passing = { from: predecessor.id, to: heir.successorId };
  const movementIds = await handOvers.moveMovements(tx, provinceId, passing, order.nowMs);
  for (const id of movementIds) {
    await trail.append(tx, provinceId, {
      ...{ subjectType: 'movement', subjectId: passing.to, atMs: order.nowMs, action: 'handed-over' },
      ...actorOf(order),
      facts: { movementId: id, fromOrgId: passing.from, toOrgId: passing.to },
    });
  }
  const works = await handOvers.openWorks(tx, provinceId, predecessor.id);
  await handOvers.moveWorks(
    tx,
    provinceId,
    works.map((work) => work.id),
    passing,
  );
  for (const work of works) {
    if (work.instanceId !== null) {
      await pointProcessAt(deps, tx, { provinceId, instanceId: work.instanceId, variables: variablesFor(work, passing) });
    }
  }
  const instanceIds = works.flatMap(({ instanceId }) => (instanceId === null ? [] : [instanceId]));
  await handOvers.moveTasks(tx, provinceId, instanceIds, passing);
  return { movements: movementIds.length, works: works.length };
}

/** A commune or unit that ended prepared its papers itself. */
function variablesFor(work: OpenWork, { from, to }: { readonly from: string; readonly to: string }): JsonObject {
  return {
    ...(work.orgId === from ? { org: to, desk: to } : {}),
    ...(work.askedByOrg === from ? { askedBy: to, askedByDesk: to } : {}),
  };
}
