import type { Handler } from '../handler';
import { note } from '../note';
import { checkedUpload } from '../files/checked-upload';
import { once } from '../once';
import { demandPursuer, revocationFor } from './case-sight';

/** The scan of the conclusion a case rests on. */
export const uploadConclusion: Handler<'uploadConclusion'> = async (deps, { actor, params, file, key }) => {
  const found = await revocationFor(deps, actor, params['id'] ?? '');
  const position = await demandPursuer(deps, actor, found);
  const upload = await checkedUpload(deps, file, 'scan');
  return once(deps, key, async (tx) => {
    const atMs = deps.clock.nowMs();
    const sha256 = await deps.stores.files.put(tx, actor.provinceId, { ...upload, atMs });
    await deps.stores.revocations.keepConclusion(tx, actor.provinceId, found.id, sha256);
    const facts = { revocationId: found.id, sha256 };
    await note(deps, tx, actor, { on: 'dossier', id: found.dossierId ?? '', position, action: 'conclusion-uploaded', facts });
    return { sha256 };
  });
};
