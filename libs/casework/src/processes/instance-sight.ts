import { maySeeDossier, maySeeWork, type Actor } from '@thidua/access';
import type { InstanceRecord } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { Refused } from '../refused';

/** The instance, for administrators and for whoever may see its dossier or round. @throws Refused not-found */
export async function instanceFor({ stores }: CaseworkDeps, actor: Actor, id: string): Promise<InstanceRecord> {
  const instance = await stores.instances.byId(actor.provinceId, id);
  const admin = actor.positions.some((position) => position.role === 'admin');
  if (instance === undefined || !(admin || (await isParty(stores, actor, instance)))) {
    throw new Refused('not-found', { what: 'instance' });
  }
  return instance;
}

async function isParty(stores: CaseworkDeps['stores'], actor: Actor, { id, dossierId, roundId, orgId }: InstanceRecord): Promise<boolean> {
  if (dossierId !== null) {
    const parties = await stores.dossiers.parties(actor.provinceId, dossierId);
    return maySeeDossier(actor, { orgId, parties }).allowed;
  }
  if (roundId === null) {
    const work = await stores.works.byInstance(actor.provinceId, id);
    return work !== undefined && maySeeWork(actor, [work.orgId, work.askedByOrg]).allowed;
  }
  const who = { orgIds: actor.positions.map((position) => position.orgId), personId: actor.personId };
  return stores.rounds.isSeenBy(actor.provinceId, roundId, who);
}
