import type { PaperChange } from '@thidua/store';
import type { Act, ActContext } from '../acts/act';
import { textOf } from '../acts/form-data';
import { demandPapers, papersAtHand } from '../acts/papers-at-hand';
import { signerOf } from '../acts/signer';
import { demandPower } from '../authority/demand-power';
import { packOn } from '../law/pack-of';
import { Refused } from '../refused';

/** The signature under what corrects, cancels, copies or replaces a paper; its return; or the refusal of the whole change. */
export const kyVanBan: Act = async (context) => {
  const { deps, tx, task, data, nowMs } = context;
  const outcome = textOf(data, 'outcome') ?? 'sign';
  const change = await deps.stores.paperChanges.ofInstance(tx, task.provinceId, task.instanceId);
  if (change === undefined) {
    throw new Error(`process ${task.instanceId} changes no paper`);
  }
  if (outcome === 'sign') {
    return sign(context, change);
  }
  const reason = textOf(data, 'reason');
  if (reason === undefined) {
    throw new Refused('form-invalid', { problems: [{ field: 'reason', code: 'required' }] });
  }
  if (outcome === 'refuse') {
    await deps.stores.paperChanges.end(tx, task.provinceId, change.id, { status: 'refused', refusal: reason, atMs: nowMs });
  }
  const action = outcome === 'refuse' ? 'paper-change-refused' : 'papers-sent-back';
  return { variables: { outcome }, audit: { action, facts: { changeId: change.id } } };
};

async function sign(context: ActContext, change: PaperChange): ReturnType<Act> {
  const { deps, tx, task, data, nowMs } = context;
  const mode = textOf(data, 'signatureMode');
  if (mode !== 'digital' && mode !== 'wet-ink') {
    throw new Refused('form-invalid', { problems: [{ field: 'signatureMode', code: 'not-a-choice' }] });
  }
  const { positionId, personId, capacity } = signerOf(context);
  await demandSameDecider(context, change);
  const papers = await papersAtHand(context, 'drafted');
  demandPapers(papers, context);
  for (const paper of papers) {
    if (paper.draftSha256 === null) {
      throw new Refused('paper-state', { reason: 'not-made-yet', paperId: paper.id });
    }
    await deps.stores.papers.sign(tx, task.provinceId, paper.id, { mode, positionId, personId, decisionId: null, atMs: nowMs });
  }
  const paperIds = papers.map((paper) => paper.id);
  return {
    variables: { outcome: 'sign' },
    audit: { action: 'papers-signed', facts: { changeId: change.id, paperIds, signatureMode: mode, capacity } },
  };
}

/** What an award decision says is corrected by whoever may give that award today, and certificates are his as well. */
async function demandSameDecider(context: ActContext, change: PaperChange): Promise<void> {
  const { deps, tx, task, today } = context;
  const paper = await deps.stores.papers.byId(task.provinceId, change.paperId, tx);
  const decides = change.action === 'correct-content' || change.action === 'replace';
  if (!decides || paper?.decisionId === undefined || paper.decisionId === null) {
    return;
  }
  const [decision] = await deps.stores.decisions.byIds(task.provinceId, [paper.decisionId], tx);
  if (decision === undefined || decision.external) {
    return;
  }
  const { positionId, capacity, onBehalfOf } = signerOf(context);
  const { pack } = packOn(deps.law, today, task.provinceId);
  await demandPower(deps, { provinceId: task.provinceId, pack, award: decision.award, positionId, capacity, onBehalfOf, date: today }, tx);
}
