import type { FileAnswer } from '@thidua/contract';
import type { StoredFile } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { factFor } from '../evidence/evidence-scan';
import type { Handler } from '../handler';
import { paperFor } from '../papers/sight';
import { groundFor } from '../people/ground-papers';
import { Refused } from '../refused';

/** One page of an uploaded paper as a picture, so that nobody must open the file to judge it. */
export const paperPreview: Handler<'paperPreview'> = async (deps, { actor, params, query }) => {
  const found = await paperFor(deps, actor, params['id'] ?? '');
  return pictureOf(deps, actor.provinceId, { sha256: found.fileSha256, page: query.page ?? 1 });
};

export const evidencePreview: Handler<'evidencePreview'> = async (deps, { actor, params, query }) => {
  const { sha256 } = await factFor(deps, actor, query.kind, params['id'] ?? '');
  return pictureOf(deps, actor.provinceId, { sha256, page: query.page ?? 1 });
};

export const groundPaperPreview: Handler<'groundPaperPreview'> = async (deps, { actor, params, query }) => {
  const { sha256 } = await groundFor(deps, actor, query.kind, params['id'] ?? '');
  return pictureOf(deps, actor.provinceId, { sha256, page: query.page ?? 1 });
};

export const paperFile: Handler<'paperFile'> = async (deps, { actor, params }) => {
  const found = await paperFor(deps, actor, params['id'] ?? '');
  const about = await deps.stores.files.about(actor.provinceId, found.fileSha256 ?? found.draftSha256 ?? '');
  if (about === undefined) {
    throw new Refused('not-found', { what: 'file' });
  }
  const { mime, size, pages, scan, own } = about;
  return { mime, size, pages, scan, uploaded: !own };
};

/** @throws Refused not-found where there is no file, no such page, or nothing to draw; FileInQuarantine, FileInfected */
async function pictureOf(
  deps: CaseworkDeps,
  provinceId: string,
  { sha256, page }: { readonly sha256: string | null; readonly page: number },
): Promise<FileAnswer> {
  const file = sha256 === null ? undefined : await deps.stores.files.get(provinceId, sha256);
  const picture = file === undefined ? undefined : await drawn(deps, file, page);
  if (picture === undefined) {
    throw new Refused('not-found', { what: 'preview' });
  }
  return { bytes: picture, fileName: `trang-${page}.png`, mime: 'image/png' };
}

const MOST_KEPT = 64;
/** The last pictures by hash and page: whoever turns pages comes back, and a hash is never another file. Sight was asked before. */
const kept = new Map<string, Uint8Array>();

async function drawn({ attachments }: CaseworkDeps, { sha256, bytes, mime }: StoredFile, page: number): Promise<Uint8Array | undefined> {
  const key = `${sha256}/${page}`;
  const picture = kept.get(key) ?? (await attachments.preview(bytes, mime, page));
  kept.delete(key);
  if (picture !== undefined) {
    kept.set(key, picture);
  }
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) {
    kept.delete(oldest);
  }
  return picture;
}
