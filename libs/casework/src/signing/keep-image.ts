import type { Handler } from '../handler';
import { Refused } from '../refused';
import { placeFor } from './place';

const LARGEST = 512 * 1024;
const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

/** The picture that papers show: a signature is the person's, whatever his posts; a seal the body's. */
export const keepSignatureImage: Handler<'keepSignatureImage'> = async (deps, { actor, body, file }) => {
  const place = await placeFor(deps, actor, body);
  const bytes = file?.bytes ?? new Uint8Array();
  if (bytes.byteLength > LARGEST) {
    throw new Refused('file-too-large', { size: bytes.byteLength, largest: LARGEST });
  }
  if (!Buffer.from(bytes.subarray(0, PNG.length)).equals(PNG)) {
    throw new Refused('file-not-what-it-says', { name: file?.name ?? '' });
  }
  const { provinceId, personId } = actor;
  const owner =
    place.personId === null
      ? ({ ownerKind: 'org', ownerId: place.ownerId } as const)
      : ({ ownerKind: 'person', ownerId: place.personId } as const);
  await deps.database.inTransaction(async (tx) => {
    const atMs = deps.clock.nowMs();
    const fileSha256 = await deps.stores.files.put(tx, provinceId, { bytes, mime: 'image/png', atMs });
    await deps.stores.signatureImages.put(tx, provinceId, { ...owner, fileSha256, keptBy: personId, atMs });
    await deps.stores.trail.append(tx, provinceId, {
      subjectType: 'credential',
      subjectId: place.ownerId,
      atMs,
      action: 'signature-image-kept',
      personId,
      positionId: place.by.id,
      grantVersion: place.by.version,
      facts: { ...owner, fileSha256 },
    });
  });
  return { done: true };
};
