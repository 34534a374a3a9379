import { mayKeepRecords } from '@thidua/access';
import { DomainError } from '@thidua/kernel';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { Refused } from '../refused';
import { signatureViews } from '../verification/signature-views';
import { awaitsScan, fileName, fileOf } from './read-paper';
import { scanView } from './scan-view';
import { paperFor } from './sight';

/** Whether the paper's file is the one that was issued, what its signatures say, and how its scan was checked. */
export const paperTrust: Handler<'paperTrust'> = async (deps, { actor, params }) => {
  const { provinceId } = actor;
  const paper = await paperFor(deps, actor, params['id'] ?? '');
  const check = await deps.stores.scanChecks.of(provinceId, paper.id);
  const { intact, bytes } = await bytesOf(deps, provinceId, paper.fileSha256);
  return {
    intact,
    signatures: bytes === null ? [] : await signatureViews(deps, bytes),
    scan: check === undefined ? null : await scanView(deps, provinceId, check),
    mayConfirmScan: check !== undefined && check.confirmedAt === null && awaitsScan(paper) && mayKeepRecords(actor, paper.orgId).allowed,
    hasPrint: paper.signatureMode === 'wet-ink' && (paper.state === 'issued' || paper.state === 'canceled') && check !== undefined,
  };
};

/** The scan that waits to be confirmed, for the clerks of the body; later it is the paper itself. */
export const waitingScan: Handler<'waitingScan'> = async (deps, { actor, params }) => {
  const paper = await paperFor(deps, actor, params['id'] ?? '');
  const check = await deps.stores.scanChecks.of(actor.provinceId, paper.id);
  if (check === undefined || !mayKeepRecords(actor, paper.orgId).allowed) {
    throw new Refused('not-found', { what: 'scan' });
  }
  return fileOf(deps, actor.provinceId, { sha256: check.scanSha256, name: `${fileName(paper)}-ban-quet` });
};

/** What was printed, signed and stamped, as it was before. */
export const paperPrint: Handler<'paperPrint'> = async (deps, { actor, params }) => {
  const paper = await paperFor(deps, actor, params['id'] ?? '');
  const check = await deps.stores.scanChecks.of(actor.provinceId, paper.id);
  return fileOf(deps, actor.provinceId, { sha256: check?.printSha256 ?? null, name: `${fileName(paper)}-ban-in` });
};

async function bytesOf(
  deps: CaseworkDeps,
  provinceId: string,
  sha256: string | null,
): Promise<{ readonly intact: boolean | null; readonly bytes: Uint8Array | null }> {
  if (sha256 === null) {
    return { intact: null, bytes: null };
  }
  try {
    const file = await deps.stores.files.get(provinceId, sha256);
    return { intact: file !== undefined, bytes: file?.mime === 'application/pdf' ? file.bytes : null };
  } catch (error) {
    if (error instanceof DomainError && error.code === 'file-damaged') {
      return { intact: false, bytes: null };
    }
    throw error;
  }
}
