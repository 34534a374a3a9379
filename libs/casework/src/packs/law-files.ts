import { mayAdminister } from '@thidua/access';
import { newId } from '@thidua/runtime';
import { checkedUpload } from '../files/checked-upload';
import { fileEnding } from '../files/file-ending';
import type { Handler } from '../handler';
import { once } from '../once';
import { demandAdministrator } from '../processes/administrator';
import { Refused } from '../refused';
import { note } from '../note';

/** The scan of a paper, or a table of rows: kept by its hash, and named by it in what is proposed next. */
export const uploadLawFile: Handler<'uploadLawFile'> = async (deps, { actor, file, key }) => {
  const position = demandAdministrator(actor);
  const upload = await checkedUpload(deps, file, 'law-file');
  return once(deps, key, async (tx) => {
    const sha256 = await deps.stores.files.put(tx, actor.provinceId, { ...upload, atMs: deps.clock.nowMs() });
    await note(deps, tx, actor, { on: 'law', id: newId(deps.clock), position, action: 'law-file-uploaded', facts: { sha256 } });
    return { sha256 };
  });
};

/** A scan that a confirmation or a local row names; nothing else in the store of files is read by this door. */
export const lawFile: Handler<'lawFile'> = async (deps, { actor, params }) => {
  const sha256 = params['sha256'] ?? '';
  const { provinceId } = actor;
  const [confirmations, proposals] = await Promise.all([
    deps.stores.confirmations.ofProvince(provinceId),
    mayAdminister(actor).allowed ? deps.stores.lawProposals.ofProvince(provinceId) : [],
  ]);
  const named = [...confirmations, ...proposals].some((one) => one.fileSha256 === sha256);
  const file = named ? await deps.stores.files.get(provinceId, sha256) : undefined;
  if (file === undefined) {
    throw new Refused('not-found', { what: 'file' });
  }
  return { foreign: !file.own, bytes: file.bytes, mime: file.mime, fileName: `van-ban-${sha256.slice(0, 8)}.${fileEnding(file.mime)}` };
};
