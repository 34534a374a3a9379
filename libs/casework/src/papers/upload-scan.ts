import { mayKeepRecords } from '@thidua/access';
import type { PaperRecord } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { checkedUpload } from '../files/checked-upload';
import type { Handler } from '../handler';
import { once } from '../once';
import { Refused } from '../refused';
import { awaitsScan } from './read-paper';
import { scanView } from './scan-view';
import { paperFor } from './sight';
import { note } from '../note';

/**
 * The scan of a paper signed by hand and stamped is held against the frozen print and lies beside it; it becomes the paper when a records
 * clerk has confirmed it (decision 28).
 */
export const uploadScan: Handler<'uploadScan'> = async (deps, { actor, params, file, key }) => {
  const { provinceId } = actor;
  const seen = await paperFor(deps, actor, params['id'] ?? '');
  const verdict = mayKeepRecords(actor, seen.orgId);
  if (!verdict.allowed) {
    throw new Refused('forbidden', { orgId: seen.orgId });
  }
  const upload = await checkedUpload(deps, file, 'scan');
  const print = await printOf(deps, provinceId, seen);
  const findings = await deps.signatures.compareScan({
    scan: upload.bytes,
    scanMime: upload.mime,
    print: print.bytes,
    number: seen.numberText,
  });
  return once(deps, key, async (tx) => {
    const atMs = deps.clock.nowMs();
    const paper = (await deps.stores.papers.byId(provinceId, seen.id, tx)) ?? seen;
    const sha256 = await deps.stores.files.put(tx, provinceId, { ...upload, atMs });
    const check = { ...findings, paperId: seen.id, scanSha256: sha256, printSha256: print.sha256, uploadedBy: actor.personId, atMs };
    if (!awaitsScan(paper) || !(await deps.stores.scanChecks.put(tx, provinceId, check))) {
      throw new Refused('paper-state', { paperId: seen.id, state: paper.state });
    }
    await note(deps, tx, actor, {
      on: 'paper',
      id: seen.id,
      position: verdict.position,
      action: 'scan-uploaded',
      facts: { paperId: seen.id, sha256, printed: print.sha256, verdict: findings.verdict },
    });
    const kept = await deps.stores.scanChecks.of(provinceId, seen.id, tx);
    if (kept === undefined) {
      throw new Error(`the check of paper ${seen.id} was just written`);
    }
    return { paperId: seen.id, sha256, pages: findings.pages ?? 1, check: await scanView(deps, provinceId, kept) };
  });
};

/** @throws Refused paper-state when nothing was printed to be signed */
async function printOf(
  deps: CaseworkDeps,
  provinceId: string,
  paper: PaperRecord,
): Promise<{ readonly sha256: string; readonly bytes: Uint8Array }> {
  const file = awaitsScan(paper) ? await deps.stores.files.get(provinceId, paper.fileSha256 ?? '') : undefined;
  if (file === undefined) {
    throw new Refused('paper-state', { paperId: paper.id, state: paper.state });
  }
  return file;
}
