import { maySeeDossier, maySeeWork, type Actor } from '@thidua/access';
import type { InstanceRecord } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { movementAtHand, partiesOf } from '../movements/movement-at-hand';
import { Refused } from '../refused';

/** The instance, for administrators and for whoever may see its dossier, round or work. @throws Refused not-found */
export async function instanceFor(deps: CaseworkDeps, actor: Actor, id: string): Promise<InstanceRecord> {
  const instance = await deps.stores.instances.byId(actor.provinceId, id);
  const admin = actor.positions.some((position) => position.role === 'admin');
  if (instance === undefined || !(admin || (await isParty(deps, actor, instance)))) {
    throw new Refused('not-found', { what: 'instance' });
  }
  return instance;
}

async function isParty(deps: CaseworkDeps, actor: Actor, { id, dossierId, roundId, orgId }: InstanceRecord): Promise<boolean> {
  const { stores } = deps;
  if (dossierId !== null) {
    const parties = await stores.dossiers.parties(actor.provinceId, dossierId);
    return maySeeDossier(actor, { orgId, parties }).allowed;
  }
  if (roundId === null) {
    const work = await stores.works.byInstance(actor.provinceId, id);
    const movement = work === undefined ? undefined : await movementAtHand(deps, actor.provinceId, work.movementId);
    return work !== undefined && movement !== undefined && maySeeWork(actor, partiesOf(work, movement)).allowed;
  }
  const who = { orgIds: actor.positions.map((position) => position.orgId), personId: actor.personId };
  return stores.rounds.isSeenBy(actor.provinceId, roundId, who);
}
