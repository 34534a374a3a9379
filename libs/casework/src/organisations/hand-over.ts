import { dayOf, formatLocalDate, type JsonObject } from '@thidua/kernel';
import type { OpenDossier, OrgRecord, Succession, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { Refused } from '../refused';
import { actorOf, type HandOverOrder } from './hand-over-order';
import { handOverMovements } from './hand-over-movements';
import { handOverRounds } from './hand-over-rounds';
import { heirFor, type Estate } from './heirs';
import { pointProcessAt } from './point-process-at';

export interface HandedOver {
  readonly rounds: number;
  readonly rows: number;
  readonly dossiers: number;
}

/**
 * What an ended body left open goes to its recorded successors: rows into their rounds under the pack and the day of receipt they have,
 * dossiers on their desks, movements with their works, bodies under them. Doing it twice finds nothing the second time. @throws Refused state-conflict, not-found
 */
export async function handOver(deps: CaseworkDeps, tx: Tx, order: HandOverOrder): Promise<HandedOver> {
  const { provinceId, predecessorId, nowMs } = order;
  const { organisations, people } = deps.stores;
  const predecessor = await people.org(provinceId, predecessorId, tx);
  if (predecessor === undefined) {
    throw new Refused('not-found', { what: 'organisation' });
  }
  const today = formatLocalDate(dayOf(nowMs));
  const heirs = (await organisations.lockSuccessors(tx, provinceId, predecessorId)).filter(
    (one) => one.takesOpenFiles && one.onDate <= today,
  );
  demandEnded(predecessor, heirs, today);
  const estate: Estate = { provinceId, predecessor, heirs };
  const { rounds, rows } = await handOverRounds(deps, tx, estate, order);
  const dossiers = await handOverDossiers(deps, tx, estate, order);
  await handOverMovements(deps, tx, estate, order);
  await handOverOffice(deps, tx, estate);
  await organisations.markHandedOver(tx, provinceId, predecessorId, nowMs);
  return { rounds, rows, dossiers };
}

/** Hands over everything whose day has passed; answers how many bodies it was. The worker calls it now and then. */
export async function handOverDue(deps: CaseworkDeps): Promise<number> {
  const nowMs = deps.clock.nowMs();
  const due = await deps.stores.organisations.dueHandOvers(formatLocalDate(dayOf(nowMs)));
  for (const { provinceId, orgId } of due) {
    await deps.database.inTransaction((tx) => handOver(deps, tx, { provinceId, predecessorId: orgId, nowMs }));
  }
  return due.length;
}

function demandEnded(predecessor: OrgRecord, heirs: readonly Succession[], today: string): void {
  if (predecessor.validTo === null || predecessor.validTo >= today) {
    throw new Refused('state-conflict', { reason: 'organisation-not-ended', orgId: predecessor.id, validTo: predecessor.validTo });
  }
  if (heirs.length === 0) {
    throw new Refused('state-conflict', { reason: 'no-successor', orgId: predecessor.id });
  }
}

/** Dossiers on the way: the successor stands in the ended body's place in the row, in the running process and in the inbox. */
async function handOverDossiers(deps: CaseworkDeps, tx: Tx, estate: Estate, order: HandOverOrder): Promise<number> {
  const { provinceId, predecessor } = estate;
  const { handOvers, people, trail } = deps.stores;
  const open = await handOvers.openDossiers(tx, provinceId, predecessor.id);
  const orgs = await people.orgs(provinceId, tx);
  for (const dossier of open) {
    const heir = heirFor(estate, orgs, dossier);
    const passing = { from: predecessor.id, to: heir.successorId };
    await handOvers.moveDossier(tx, provinceId, dossier.id, passing);
    if (dossier.instanceId !== null) {
      await pointProcessAt(deps, tx, { provinceId, instanceId: dossier.instanceId, variables: variablesFor(dossier, passing) });
      await handOvers.moveTasks(tx, provinceId, [dossier.instanceId], passing);
    }
    await trail.append(tx, provinceId, {
      ...{ subjectType: 'dossier', subjectId: dossier.id, atMs: order.nowMs, action: 'handed-over' },
      ...actorOf(order),
      facts: { fromOrgId: passing.from, toOrgId: passing.to },
    });
  }
  for (const { successorId } of estate.heirs) {
    await handOvers.addParties(tx, provinceId, { from: predecessor.id, to: successorId }, order.nowMs);
  }
  return open.length;
}

function variablesFor(dossier: OpenDossier, { from, to }: { readonly from: string; readonly to: string }): JsonObject {
  return {
    ...(dossier.orgId === from ? { unit: to } : {}),
    ...(dossier.receiverOrgId === from || dossier.communeId === from ? { receiver: to, commune: to } : {}),
    ...(dossier.deskOrgId === from ? { desk: to } : {}),
  };
}

/** Rounds an office prepared for another body, and the bodies that stood under it. */
async function handOverOffice(deps: CaseworkDeps, tx: Tx, { provinceId, predecessor, heirs }: Estate): Promise<void> {
  const [heir] = heirs;
  if (heir === undefined) {
    return;
  }
  const { handOvers } = deps.stores;
  const passing = { from: predecessor.id, to: heir.successorId };
  const instanceIds = await handOvers.moveStanding(tx, provinceId, passing);
  for (const instanceId of instanceIds) {
    await pointProcessAt(deps, tx, { provinceId, instanceId, variables: { department: heir.successorId } });
  }
  await handOvers.moveTasks(tx, provinceId, instanceIds, passing);
  await handOvers.moveChildren(tx, provinceId, passing, heir);
}
