import { mayActForUnit, type Actor } from '@thidua/access';
import type { DossierLaunch, DossierLaunched } from '@thidua/contract';
import type { Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { makeDossier } from '../intake/new-dossier';
import { startDossier } from '../intake/start-dossier';
import { once } from '../once';
import { Refused } from '../refused';
import { stampOf } from '../stamp';

/** A unit begins a hồ sơ: rows checked against the menu of the day, a code taken, the process started. */
export const launchDossier: Handler<'launchDossier'> = (deps, { actor, body, key }) =>
  once(deps, key, (tx) => launch(deps, tx, actor, body));

/** The same inside another verb's transaction. @throws Refused forbidden, and whatever makes a dossier impossible */
export async function launch(deps: CaseworkDeps, tx: Tx, actor: Actor, body: DossierLaunch): Promise<DossierLaunched> {
  const { provinceId, personId } = actor;
  const verdict = mayActForUnit(actor, body.orgId);
  if (!verdict.allowed) {
    throw new Refused('forbidden', { orgId: body.orgId });
  }
  const { dossierId, code, place } = await makeDossier(deps, tx, { provinceId, personId, body, enteredByOrg: null });
  const dossier = await deps.stores.dossiers.byId(provinceId, dossierId, tx);
  if (dossier === undefined) {
    throw new Error(`dossier ${dossierId} is not there`);
  }
  const { submitter } = place;
  const stamp = stampOf(actor, verdict);
  const firstTaskId = await startDossier(deps, tx, { provinceId, dossier, submitter, entry: 'unit', stamp, action: 'dossier-launched' });
  return { dossierId, code, firstTaskId };
}
