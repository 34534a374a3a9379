import { mayReviewRow, type Actor, type HeldPosition } from '@thidua/access';
import type { DossierRecord, NomineeRow, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { reviewers } from '../dossiers/row-at-hand';
import { dossierFor } from '../dossiers/dossier-sight';
import { note } from '../note';
import { checkedUpload } from '../files/checked-upload';
import type { Handler } from '../handler';
import { once } from '../once';
import { isId } from '../papers/sight';
import { Refused } from '../refused';

/** The scan of the paper that concludes on a held row; the row resumes with it, and not before. */
export const uploadClosingPaper: Handler<'uploadClosingPaper'> = async (deps, { actor, params, file, key }) => {
  const { provinceId } = actor;
  const id = params['id'] ?? '';
  await reviewed(deps, actor, isId(id) ? await deps.stores.rows.byId(provinceId, id) : undefined);
  const upload = await checkedUpload(deps, file, 'scan');
  return once(deps, key, async (tx) => {
    const { row, dossier, position } = await reviewed(deps, actor, await deps.stores.rows.lock(tx, provinceId, id), tx);
    const atMs = deps.clock.nowMs();
    const sha256 = await deps.stores.files.put(tx, provinceId, { ...upload, atMs });
    if (!(await deps.stores.holds.setFile(tx, provinceId, row.id, sha256))) {
      throw new Refused('row-not-open', { rowId: row.id, state: row.state });
    }
    const facts = { rowId: row.id, sha256 };
    await note(deps, tx, actor, { on: 'dossier', id: dossier.id, position, action: 'closing-paper-uploaded', facts });
    return { sha256 };
  });
};

/** @throws Refused not-found · forbidden to who does not review the row */
async function reviewed(
  deps: CaseworkDeps,
  actor: Actor,
  row: NomineeRow | undefined,
  tx?: Tx,
): Promise<{ readonly row: NomineeRow; readonly dossier: DossierRecord; readonly position: HeldPosition }> {
  if (row === undefined) {
    throw new Refused('not-found', { what: 'row' });
  }
  const dossier = await dossierFor(deps, actor, row.dossierId, tx);
  const verdict = mayReviewRow(actor, await reviewers(deps, dossier, row.stage));
  if (!verdict.allowed) {
    throw new Refused('forbidden', { rowId: row.id });
  }
  return { row, dossier, position: verdict.position };
}
