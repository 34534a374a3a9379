import { checkedUpload } from '../files/checked-upload';
import type { Handler } from '../handler';
import { once } from '../once';
import { blankToKeep } from './blank-at-hand';
import { noteOnBlank } from './note-blank';

/** A photograph or scan of the blank, to place the fields by; it is never part of a certificate. */
export const uploadBlankPicture: Handler<'uploadBlankPicture'> = async (deps, { actor, params, file, key }) => {
  const { blank, position } = await blankToKeep(deps, actor, params['id'] ?? '');
  const upload = await checkedUpload(deps, file, 'scan');
  return once(deps, key, async (tx) => {
    const sha256 = await deps.stores.files.put(tx, actor.provinceId, { ...upload, atMs: deps.clock.nowMs() });
    const version = await deps.stores.blanks.setPicture(tx, actor.provinceId, blank.id, sha256);
    await noteOnBlank(deps, tx, { actor, position, id: blank.id, action: 'blank-picture-set', facts: { sha256 } });
    return { id: blank.id, version: version ?? blank.version };
  });
};
