import type { FileAnswer } from '@thidua/contract';
import { mayKeepRecords } from '@thidua/access';
import { isoOf } from '@thidua/kernel';
import type { PaperRecord } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { fileEnding } from '../files/file-ending';
import type { Handler } from '../handler';
import { Refused } from '../refused';
import { paperSummary } from './paper-summary';
import { paperFor } from './sight';
import { signatureOf } from './signature-of';

export const paper: Handler<'paper'> = async (deps, { actor, params }) => {
  const found = await paperFor(deps, actor, params['id'] ?? '');
  const [post] = found.signerPosition === null ? [] : await deps.stores.people.positionsById(actor.provinceId, [found.signerPosition]);
  const [person] = found.signerPerson === null ? [] : await deps.stores.people.persons(actor.provinceId, [found.signerPerson]);
  return {
    ...paperSummary(found),
    dossierId: found.dossierId,
    roundId: found.roundId,
    signatureMode: found.signatureMode,
    signer:
      post === undefined || person === undefined
        ? null
        : { fullName: person.fullName, title: post.title, lines: [...signatureOf(found.kind, post)] },
    signedAt: found.signedAt === null ? null : isoOf(found.signedAt.getTime()),
    verifyToken: found.verifyToken,
    mayUploadScan: awaitsScan(found) && mayKeepRecords(actor, found.orgId).allowed,
  };
};

export const paperContent: Handler<'paperContent'> = async (deps, { actor, params }) => {
  const found = await paperFor(deps, actor, params['id'] ?? '');
  return fileOf(deps, actor.provinceId, { sha256: found.fileSha256 ?? found.draftSha256, name: fileName(found) });
};

export const paperDocx: Handler<'paperDocx'> = async (deps, { actor, params }) => {
  const found = await paperFor(deps, actor, params['id'] ?? '');
  return fileOf(deps, actor.provinceId, { sha256: found.docxSha256, name: fileName(found) });
};

/** Printed for a signature by hand, and not yet back. */
export function awaitsScan(found: PaperRecord): boolean {
  return found.signatureMode === 'wet-ink' && found.fileSha256 !== null && (found.state === 'signed' || found.state === 'numbered');
}

/** @throws Refused not-found when the file is not made (yet) */
export async function fileOf(
  deps: CaseworkDeps,
  provinceId: string,
  { sha256, name }: { readonly sha256: string | null; readonly name: string },
): Promise<FileAnswer> {
  const file = sha256 === null ? undefined : await deps.stores.files.get(provinceId, sha256);
  if (file === undefined) {
    throw new Refused('not-found', { what: 'file' });
  }
  return { bytes: file.bytes, fileName: `${name}.${fileEnding(file.mime)}`, mime: file.mime, foreign: !file.own };
}

/** ASCII, for every mail program: 'quyet-dinh-12-QD-UBND'. */
export function fileName(found: PaperRecord): string {
  const number = (found.numberText ?? '').replace(/[Đđ]/g, 'D').replace(/[^A-Za-z0-9]+/g, '-');
  return [found.kind, number].filter((part) => part !== '').join('-');
}
