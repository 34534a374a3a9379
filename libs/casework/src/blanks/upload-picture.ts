import type { Handler } from '../handler';
import { once } from '../once';
import { scanMime } from '../papers/scan-mime';
import { Refused } from '../refused';
import { blankToKeep } from './blank-at-hand';
import { noteOnBlank } from './note-blank';

const LARGEST = 20 * 1024 * 1024;

/** A photograph or scan of the blank, to place the fields by; it is never part of a certificate. */
export const uploadBlankPicture: Handler<'uploadBlankPicture'> = async (deps, { actor, params, file, key }) => {
  const { blank, position } = await blankToKeep(deps, actor, params['id'] ?? '');
  const bytes = file?.bytes ?? new Uint8Array();
  if (bytes.byteLength > LARGEST) {
    throw new Refused('file-too-large', { size: bytes.byteLength, largest: LARGEST });
  }
  const mime = scanMime(bytes, file?.name ?? '');
  if (mime === null) {
    throw new Refused('file-not-what-it-says', { name: file?.name ?? '' });
  }
  return once(deps, key, async (tx) => {
    const sha256 = await deps.stores.files.put(tx, actor.provinceId, { bytes, mime, atMs: deps.clock.nowMs() });
    const version = await deps.stores.blanks.setPicture(tx, actor.provinceId, blank.id, sha256);
    await noteOnBlank(deps, tx, { actor, position, id: blank.id, action: 'blank-picture-set', facts: { sha256 } });
    return { id: blank.id, version: version ?? blank.version };
  });
};
