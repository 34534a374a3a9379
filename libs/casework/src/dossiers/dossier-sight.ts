import { maySeeDossier, type Actor } from '@thidua/access';
import type { DossierRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { Refused } from '../refused';

/** The dossier, for its parties; for anyone else there is none. @throws Refused not-found */
export async function dossierFor({ stores }: CaseworkDeps, actor: Actor, id: string, tx?: Tx): Promise<DossierRecord> {
  const dossier = await stores.dossiers.byId(actor.provinceId, id, tx);
  if (dossier === undefined) {
    throw new Refused('not-found', { what: 'dossier' });
  }
  const parties = await stores.dossiers.parties(actor.provinceId, id, tx);
  if (!maySeeDossier(actor, { orgId: dossier.orgId, parties }).allowed) {
    throw new Refused('not-found', { what: 'dossier' });
  }
  return dossier;
}
