import { mayKeepRecords } from '@thidua/access';
import { checkedUpload } from '../files/checked-upload';
import type { Handler } from '../handler';
import { commitForPaper } from '../money/of-papers';
import { once } from '../once';
import { Refused } from '../refused';
import { awaitsScan } from './read-paper';
import { paperFor } from './sight';

/** The scan of a paper signed by hand and stamped becomes the paper; it is issued with it (decision 28). */
export const uploadScan: Handler<'uploadScan'> = async (deps, { actor, params, file, key }) => {
  const seen = await paperFor(deps, actor, params['id'] ?? '');
  const verdict = mayKeepRecords(actor, seen.orgId);
  if (!verdict.allowed) {
    throw new Refused('forbidden', { orgId: seen.orgId });
  }
  const upload = await checkedUpload(deps, file, 'scan');
  return once(deps, key, async (tx) => {
    const atMs = deps.clock.nowMs();
    const sha256 = await deps.stores.files.put(tx, actor.provinceId, { ...upload, atMs });
    if (!awaitsScan(seen) || !(await deps.stores.papers.seal(tx, actor.provinceId, seen.id, { sha256, atMs }))) {
      throw new Refused('paper-state', { paperId: seen.id, state: seen.state });
    }
    await commitForPaper(deps, tx, { provinceId: actor.provinceId, paper: seen, issued: true, atMs });
    await deps.stores.trail.append(tx, actor.provinceId, {
      subjectType: 'paper',
      subjectId: seen.id,
      atMs,
      action: 'scan-uploaded',
      personId: actor.personId,
      positionId: verdict.position.id,
      grantVersion: verdict.position.version,
      facts: { paperId: seen.id, sha256, printed: seen.fileSha256 },
    });
    return { paperId: seen.id, sha256, pages: seen.pages ?? 1 };
  });
};
