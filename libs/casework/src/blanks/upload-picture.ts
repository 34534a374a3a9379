import type { CaseworkDeps } from '../deps';
import { checkedUpload, type CheckedUpload } from '../files/checked-upload';
import type { Handler } from '../handler';
import { once } from '../once';
import { Refused } from '../refused';
import { blankToKeep } from './blank-at-hand';
import { note } from '../note';

/** A photograph or scan of the blank, to place the fields by; it is never part of a certificate. */
export const uploadBlankPicture: Handler<'uploadBlankPicture'> = async (deps, { actor, params, file, key }) => {
  const { blank, position } = await blankToKeep(deps, actor, params['id'] ?? '');
  const upload = await asPicture(deps, await checkedUpload(deps, file, 'blank-picture'));
  return once(deps, key, async (tx) => {
    const sha256 = await deps.stores.files.put(tx, actor.provinceId, { ...upload, atMs: deps.clock.nowMs() });
    const version = await deps.stores.blanks.setPicture(tx, actor.provinceId, blank.id, sha256);
    await note(deps, tx, actor, { on: 'blank', position, id: blank.id, action: 'blank-picture-set', facts: { blankId: blank.id, sha256 } });
    return { id: blank.id, version: version ?? blank.version };
  });
};

/** Of a PDF its first page, as a picture. */
async function asPicture(deps: CaseworkDeps, upload: CheckedUpload): Promise<CheckedUpload> {
  if (upload.mime !== 'application/pdf') {
    return upload;
  }
  const bytes = await deps.attachments.preview(upload.bytes, upload.mime, 1);
  if (bytes === undefined) {
    throw new Refused('file-not-what-it-says', { name: upload.name });
  }
  return { ...upload, bytes, mime: 'image/png', pages: null };
}
