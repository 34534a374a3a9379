import type { PaperRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { PaperPlan } from '../papers/paper-plan';
import { packOfRound } from '../rounds/round-law';
import { commitMoney, holdMoney } from './move-money';

/** The paper that gives awards: its draft holds money, its issue owes it. */
const DECISION = 'quyet-dinh';

/** Reserves what a draft decision would give. */
export async function holdForDraft(
  deps: CaseworkDeps,
  tx: Tx,
  { provinceId, plan, atMs }: { readonly provinceId: string; readonly plan: PaperPlan; readonly atMs: number },
): Promise<void> {
  if (plan.kind !== DECISION || plan.rowIds === undefined || plan.roundId === undefined) {
    return;
  }
  const round = await deps.stores.rounds.byId(provinceId, plan.roundId, tx);
  if (round !== undefined) {
    const pack = await packOfRound(deps, round);
    const { level, orgId } = round;
    await holdMoney(deps, tx, { provinceId, rowIds: plan.rowIds, slot: plan.slot, pack, level, deciderOrgId: orgId, atMs });
  }
}

/** Owes what an issued decision gives; a print that still waits for its scan owes nothing. */
export async function commitForPaper(
  deps: CaseworkDeps,
  tx: Tx,
  {
    provinceId,
    paper,
    issued,
    atMs,
  }: { readonly provinceId: string; readonly paper: PaperRecord; readonly issued: boolean; readonly atMs: number },
): Promise<void> {
  if (issued && paper.kind === DECISION && paper.decisionId !== null) {
    await commitMoney(deps, tx, { provinceId, decisionIds: [paper.decisionId], paperId: paper.id, atMs });
  }
}
