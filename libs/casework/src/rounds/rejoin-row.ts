import { formatLocalDate, dayOf } from '@thidua/kernel';
import type { RoundOrgs, RowDossier, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { openRoundFor, type RoundFound, type RoundWanted } from './open-round-for';

/** A released row whose round went on without it joins the next collecting round of its level; undefined before it reached one. */
export async function rejoinRow(
  deps: CaseworkDeps,
  tx: Tx,
  { provinceId, rowId, nowMs }: { readonly provinceId: string; readonly rowId: string; readonly nowMs: number },
): Promise<RoundFound | undefined> {
  const dossier = await deps.stores.roundRows.dossierOf(tx, provinceId, rowId);
  if (dossier === undefined || dossier.packHash === null || dossier.communeId === null) {
    return undefined;
  }
  const { occasion, movementId, year, packHash, communeId } = dossier;
  const body = bodyOf(dossier, await deps.stores.rounds.orgsOf(provinceId, communeId, tx), formatLocalDate(dayOf(nowMs)));
  return body === undefined
    ? undefined
    : openRoundFor(deps, tx, { ...body, provinceId, occasion, movementId, year, packHash, nowMs, rowIds: [rowId] });
}

/** The body whose round a row of this stage belongs to; a district that has ended has left its rows to the province. */
function bodyOf(dossier: RowDossier, orgs: RoundOrgs | undefined, day: string): Pick<RoundWanted, 'level' | 'orgId'> | undefined {
  switch (dossier.stage) {
    case 'UNIT':
      return undefined;
    case 'XA':
      return { level: 'XA', orgId: dossier.communeId ?? '' };
    case 'HUYEN':
      return orgs?.district !== null && orgs?.district !== undefined && existsOn(orgs.district, day)
        ? { level: 'HUYEN', orgId: orgs.district.id }
        : provinceOf(orgs);
    default:
      return provinceOf(orgs);
  }
}

function provinceOf(orgs: RoundOrgs | undefined): Pick<RoundWanted, 'level' | 'orgId'> | undefined {
  return orgs === undefined ? undefined : { level: 'TINH', orgId: orgs.province.id };
}

/** Whether a body still exists on a day, YYYY-MM-DD. */
export function existsOn(org: { readonly validTo: string | null }, day: string): boolean {
  return org.validTo === null || org.validTo >= day;
}
