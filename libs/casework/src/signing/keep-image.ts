import { checkedUpload } from '../files/checked-upload';
import type { Handler } from '../handler';
import { placeFor } from './place';
import { note } from '../note';

/** The picture that papers show: a signature is the person's, whatever his posts; a seal the body's. */
export const keepSignatureImage: Handler<'keepSignatureImage'> = async (deps, { actor, body, file }) => {
  const place = await placeFor(deps, actor, body);
  const upload = await checkedUpload(deps, file, 'picture');
  const { provinceId, personId } = actor;
  const owner =
    place.personId === null
      ? ({ ownerKind: 'org', ownerId: place.ownerId } as const)
      : ({ ownerKind: 'person', ownerId: place.personId } as const);
  await deps.database.inTransaction(async (tx) => {
    const atMs = deps.clock.nowMs();
    const fileSha256 = await deps.stores.files.put(tx, provinceId, { ...upload, atMs });
    await deps.stores.signatureImages.put(tx, provinceId, { ...owner, fileSha256, keptBy: personId, atMs });
    await note(deps, tx, actor, {
      on: 'credential',
      id: place.ownerId,
      position: place.by,
      action: 'signature-image-kept',
      facts: { ...owner, fileSha256 },
    });
  });
  return { done: true };
};
