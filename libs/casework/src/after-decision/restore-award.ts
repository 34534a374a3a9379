import { dayOf } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { RevocationPaper, RevocationRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { recordAwardHistory } from '../evidence/award-history';
import { packOn } from '../law/pack-of';

/** Phục hồi (L2022 93.8): the honour stands again, with its decision and certificates; what was given back stays on record. */
export async function restoreAward(
  deps: CaseworkDeps,
  tx: Tx,
  order: { readonly provinceId: string; readonly found: RevocationRecord; readonly paper: RevocationPaper; readonly nowMs: number },
): Promise<void> {
  const { provinceId, found, paper, nowMs } = order;
  const { stores } = deps;
  const rows = await stores.revocations.rows(provinceId, found.id, tx);
  for (const { rowId } of rows) {
    await stores.rows.setState(tx, provinceId, rowId, { state: 'awarded', reason: null });
  }
  await stores.decisions.setCanceled(tx, provinceId, found.decisionId, null);
  const [decision] = await stores.decisions.byIds(provinceId, [found.decisionId], tx);
  if (decision !== undefined) {
    const { pack } = packOn(deps.law, dayOf(nowMs), provinceId);
    const rowIds = rows.map((row) => row.rowId);
    await recordAwardHistory(deps, tx, { provinceId, rowIds, pack, orgId: decision.orgId, atMs: nowMs });
  }
  for (const about of await stores.papers.ofDecision(provinceId, found.decisionId, tx)) {
    if (about.rowId === null || rows.some((row) => row.rowId === about.rowId)) {
      await stores.paperChanges.restorePaper(tx, provinceId, about.id);
      await stores.paperChanges.mark(tx, provinceId, newId(deps.clock), {
        paperId: about.id,
        kind: 'restored',
        byTitle: 'Quyết định',
        byNumber: paper.numberText,
        byDate: paper.date,
        byBody: paper.body,
        byPaperId: null,
        atMs: nowMs,
      });
    }
  }
  await stores.revocations.setStatus(tx, provinceId, found.id, { status: 'restored', closedMs: nowMs });
}
