import type { Handler } from '../handler';
import { noteOnDossier } from '../dossiers/note';
import { once } from '../once';
import { scanMime } from '../papers/scan-mime';
import { Refused } from '../refused';
import { demandPursuer, revocationFor } from './case-sight';

const LARGEST = 20 * 1024 * 1024;

/** The scan of the conclusion a case rests on. */
export const uploadConclusion: Handler<'uploadConclusion'> = async (deps, { actor, params, file, key }) => {
  const found = await revocationFor(deps, actor, params['id'] ?? '');
  const position = await demandPursuer(deps, actor, found);
  const bytes = file?.bytes ?? new Uint8Array();
  if (bytes.byteLength > LARGEST) {
    throw new Refused('file-too-large', { size: bytes.byteLength, largest: LARGEST });
  }
  const mime = scanMime(bytes, file?.name ?? '');
  if (mime === null) {
    throw new Refused('file-not-what-it-says', { name: file?.name ?? '' });
  }
  return once(deps, key, async (tx) => {
    const atMs = deps.clock.nowMs();
    const sha256 = await deps.stores.files.put(tx, actor.provinceId, { bytes, mime, atMs });
    await deps.stores.revocations.keepConclusion(tx, actor.provinceId, found.id, sha256);
    const facts = { revocationId: found.id, sha256 };
    await noteOnDossier(deps, tx, actor, { dossierId: found.dossierId ?? '', position, action: 'conclusion-uploaded', facts });
    return { sha256 };
  });
};
