import { mayPropose } from '@thidua/access';
import { dossierFor } from '../dossiers/dossier-sight';
import type { Handler } from '../handler';
import { Refused } from '../refused';

/** Last year's list as the beginning of this year's. What each did is written anew: one achievement, one award. */
export const dossierCopy: Handler<'dossierCopy'> = async (deps, { actor, params }) => {
  const found = await dossierFor(deps, actor, params['id'] ?? '');
  if (found.secrecy !== 'none' || !mayPropose(actor, found.orgId, found.deskOrgId ?? found.orgId).allowed) {
    throw new Refused('forbidden', { dossierId: found.id });
  }
  const rows = await deps.stores.rows.ofDossier(actor.provinceId, found.id);
  const { title, movementId, underMovementId, occasion, year } = found;
  return {
    title,
    movementId,
    underMovementId,
    occasion,
    year,
    rows: rows.map(({ kind, name, title: post, personId, subjectOrgId, scope, award }) => ({
      kind,
      name,
      title: post,
      personId,
      subjectOrgId,
      scope,
      award,
    })),
  };
};
