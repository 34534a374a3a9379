import type { DossierView } from '@thidua/contract';
import type { DossierRecord } from '@thidua/store';
import type { CaseworkDeps } from '../deps';

/** Who receives a dossier, by which procedure, and who entered it, with the names of the bodies. */
export async function intakeView({ stores }: Pick<CaseworkDeps, 'stores'>, dossier: DossierRecord): Promise<DossierView['intake']> {
  const { provinceId, route, procedure, procedureGround, secrecy, paperOnly, receiverOrgId, deskOrgId, enteredByOrg } = dossier;
  const nameOf = async (orgId: string | null): Promise<string | null> =>
    orgId === null ? null : ((await stores.people.org(provinceId, orgId))?.name ?? null);
  const [receiver, desk, enteredBy] = await Promise.all([nameOf(receiverOrgId), nameOf(deskOrgId), nameOf(enteredByOrg)]);
  return { route, receiver, desk, procedure, ground: procedureGround, secrecy, paperOnly, enteredBy };
}
