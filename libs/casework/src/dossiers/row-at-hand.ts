import type { Actor } from '@thidua/access';
import type { DossierRecord, NomineeRow, RowState, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { Refused } from '../refused';
import { dossierFor } from './dossier-sight';

export interface RowAtHand {
  readonly row: NomineeRow;
  readonly dossier: DossierRecord;
}

/** A row of a dossier the actor may see, locked, unchanged since it was read. @throws Refused not-found, task-changed, row-not-open */
export async function rowAtHand(
  deps: CaseworkDeps,
  tx: Tx,
  actor: Actor,
  { id, version, states }: { readonly id: string; readonly version: number; readonly states: readonly RowState[] },
): Promise<RowAtHand> {
  const row = await deps.stores.rows.lock(tx, actor.provinceId, id);
  if (row === undefined) {
    throw new Refused('not-found', { what: 'row' });
  }
  const dossier = await dossierFor(deps, actor, row.dossierId, tx);
  if (!states.includes(row.state)) {
    throw new Refused('row-not-open', { rowId: row.id, state: row.state });
  }
  if (row.version !== version) {
    throw new Refused('task-changed', { rowId: row.id, version: row.version });
  }
  return { row, dossier };
}

/** Bodies that look after a row where it stands now: the commune, the district, or the province's Sở Nội vụ. */
export async function reviewers({ stores }: CaseworkDeps, dossier: DossierRecord, stage: NomineeRow['stage']): Promise<readonly string[]> {
  if (stage === 'UNIT') {
    return [];
  }
  if (stage === 'XA') {
    return dossier.communeId === null ? [] : [dossier.communeId];
  }
  const orgs = await stores.rounds.orgsOf(dossier.provinceId, dossier.communeId ?? dossier.receiverOrgId ?? dossier.orgId);
  const id = stage === 'HUYEN' ? orgs?.district?.id : orgs?.department.id;
  return id === undefined ? [] : [id];
}
