import { mayReviewRow } from '@thidua/access';
import { reviewers } from '../dossiers/row-at-hand';
import { dossierFor } from '../dossiers/dossier-sight';
import { noteOnDossier } from '../dossiers/note';
import type { Handler, UploadedFile } from '../handler';
import { once } from '../once';
import { scanMime } from '../papers/scan-mime';
import { isId } from '../papers/sight';
import { Refused } from '../refused';

const LARGEST = 20 * 1024 * 1024;

/** The scan of the paper that concludes on a held row; the row resumes with it, and not before. */
export const uploadClosingPaper: Handler<'uploadClosingPaper'> = (deps, { actor, params, file, key }) =>
  once(deps, key, async (tx) => {
    const { provinceId } = actor;
    const id = params['id'] ?? '';
    const row = isId(id) ? await deps.stores.rows.lock(tx, provinceId, id) : undefined;
    if (row === undefined) {
      throw new Refused('not-found', { what: 'row' });
    }
    const dossier = await dossierFor(deps, actor, row.dossierId, tx);
    const verdict = mayReviewRow(actor, await reviewers(deps, dossier, row.stage));
    if (!verdict.allowed) {
      throw new Refused('forbidden', { rowId: row.id });
    }
    const { bytes, mime } = scanOf(file);
    const atMs = deps.clock.nowMs();
    const sha256 = await deps.stores.files.put(tx, provinceId, { bytes, mime, atMs });
    if (!(await deps.stores.holds.setFile(tx, provinceId, row.id, sha256))) {
      throw new Refused('row-not-open', { rowId: row.id, state: row.state });
    }
    const facts = { rowId: row.id, sha256 };
    await noteOnDossier(deps, tx, actor, { dossierId: dossier.id, position: verdict.position, action: 'closing-paper-uploaded', facts });
    return { sha256 };
  });

/** @throws Refused file-too-large, file-not-what-it-says */
function scanOf(file: UploadedFile | null): { readonly bytes: Uint8Array; readonly mime: string } {
  const bytes = file?.bytes ?? new Uint8Array();
  if (bytes.byteLength > LARGEST) {
    throw new Refused('file-too-large', { size: bytes.byteLength, largest: LARGEST });
  }
  const mime = scanMime(bytes, file?.name ?? '');
  if (mime === null) {
    throw new Refused('file-not-what-it-says', { name: file?.name ?? '' });
  }
  return { bytes, mime };
}
