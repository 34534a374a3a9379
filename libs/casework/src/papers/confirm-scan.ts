import { mayKeepRecords } from '@thidua/access';
import type { Handler } from '../handler';
import { commitForPaper } from '../money/of-papers';
import { once } from '../once';
import { Refused } from '../refused';
import { paperFor } from './sight';
import { note } from '../note';

/** Văn thư has looked at the scan and what its check found: it becomes the paper, which is issued with it; the print is kept. */
export const confirmScan: Handler<'confirmScan'> = async (deps, { actor, params, body, key }) => {
  const { provinceId, personId } = actor;
  const seen = await paperFor(deps, actor, params['id'] ?? '');
  const verdict = mayKeepRecords(actor, seen.orgId);
  if (!verdict.allowed) {
    throw new Refused('forbidden', { orgId: seen.orgId });
  }
  return once(deps, key, async (tx) => {
    const atMs = deps.clock.nowMs();
    const { scanChecks, papers } = deps.stores;
    const check = await scanChecks.of(provinceId, seen.id, tx);
    if (check === undefined || check.scanSha256 !== body.scanSha256 || check.confirmedAt !== null) {
      throw new Refused('paper-state', { paperId: seen.id, state: seen.state });
    }
    const reason = body.reason ?? null;
    if (check.verdict !== 'alike' && reason === null) {
      throw new Refused('scan-needs-reason', { verdict: check.verdict });
    }
    const of = { paperId: seen.id, scanSha256: check.scanSha256 };
    const confirmed = await scanChecks.confirm(tx, provinceId, of, { personId, atMs, reason });
    if (!confirmed || !(await papers.seal(tx, provinceId, seen.id, { sha256: check.scanSha256, atMs }))) {
      throw new Refused('paper-state', { paperId: seen.id, state: seen.state });
    }
    await commitForPaper(deps, tx, { provinceId, paper: seen, issued: true, atMs });
    await note(deps, tx, actor, {
      on: 'paper',
      id: seen.id,
      position: verdict.position,
      action: 'scan-confirmed',
      facts: { ...of, printed: check.printSha256, verdict: check.verdict },
    });
    return { done: true };
  });
};
