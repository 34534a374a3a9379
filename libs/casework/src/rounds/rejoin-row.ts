import type { Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { openRoundFor, type RoundFound } from './open-round-for';

/** A released row whose round went on without it joins the next collecting round of its level; undefined before it reached one. */
export async function rejoinRow(
  deps: CaseworkDeps,
  tx: Tx,
  { provinceId, rowId, nowMs }: { readonly provinceId: string; readonly rowId: string; readonly nowMs: number },
): Promise<RoundFound | undefined> {
  const dossier = await deps.stores.roundRows.dossierOf(tx, provinceId, rowId);
  if (dossier === undefined || dossier.stage === 'UNIT') {
    return undefined;
  }
  const { occasion, movementId, year, packHash, communeId } = dossier;
  if (packHash === null || communeId === null) {
    return undefined;
  }
  const level = dossier.stage === 'XA' ? 'XA' : 'TINH';
  const orgs = await deps.stores.rounds.orgsOf(provinceId, communeId, tx);
  const orgId = level === 'XA' ? communeId : orgs?.province.id;
  return orgId === undefined
    ? undefined
    : openRoundFor(deps, tx, { provinceId, level, orgId, occasion, movementId, year, packHash, nowMs, rowIds: [rowId] });
}
