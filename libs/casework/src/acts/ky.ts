import type { SignatureMode } from '@thidua/store';
import { signDecisions } from '../decisions/sign-decisions';
import { demandSubmission } from '../procedure/demand-submission';
import { Refused } from '../refused';
import type { Act, ActContext, ActResult } from './act';
import { textOf } from './form-data';
import { broughtByUnit, demandPapers, papersAtHand, signedTogether } from './papers-at-hand';
import { roundOfTask } from './round-of-task';
import { signerOf } from './signer';

/** A signature under the papers of the step, or their return with a reason; a decision also makes its row of competence. */
export const ky: Act = async (context) => {
  const outcome = textOf(context.data, 'outcome') ?? 'sign';
  if (outcome === 'send-back') {
    return sendBack(context);
  }
  const mode = textOf(context.data, 'signatureMode');
  if (outcome !== 'sign' || (mode !== 'digital' && mode !== 'wet-ink')) {
    throw new Refused('form-invalid', { problems: [{ field: outcome === 'sign' ? 'signatureMode' : 'outcome', code: 'not-a-choice' }] });
  }
  return context.task.step === 'decision' ? signDecisions(context, mode) : signPapers(context, mode);
};

function sendBack({ data }: ActContext): ActResult {
  if (textOf(data, 'reason') === undefined) {
    throw new Refused('form-invalid', { problems: [{ field: 'reason', code: 'required' }] });
  }
  return { variables: { outcome: 'send-back' }, audit: { action: 'papers-sent-back' } };
}

async function signPapers(context: ActContext, mode: SignatureMode): Promise<ActResult> {
  const { deps, tx, task, nowMs } = context;
  const { positionId, personId, capacity } = signerOf(context);
  await demandLentAwards(context);
  if (isSubmissionToCentre(task)) {
    const round = await roundOfTask(context);
    await demandSubmission(deps, { provinceId: task.provinceId, round, today: context.today }, tx);
  }
  const papers = await papersAtHand(context, 'drafted');
  if (!(await signedTogether(context)) && !(await broughtByUnit(context))) {
    demandPapers(papers, context);
  }
  for (const paper of papers) {
    if (paper.draftSha256 === null) {
      throw new Refused('paper-state', { reason: 'not-made-yet', paperId: paper.id });
    }
    await deps.stores.papers.sign(tx, task.provinceId, paper.id, { mode, positionId, personId, decisionId: null, atMs: nowMs });
  }
  const paperIds = papers.map((paper) => paper.id);
  return { variables: { outcome: 'sign' }, audit: { action: 'papers-signed', facts: { paperIds, signatureMode: mode, capacity } } };
}

/** The chair of the province submits to nobody but the centre. */
function isSubmissionToCentre({ authority }: ActContext['task']): boolean {
  return authority?.level === 'TINH' && authority.role === 'chair' && authority.power === 'submit';
}

/** A power lent for named awards signs no paper about another. @throws Refused not-competent */
async function demandLentAwards({ deps, tx, acting, task }: ActContext): Promise<void> {
  const bound = acting.delegation?.scope.awards;
  if (bound === undefined) {
    return;
  }
  const { provinceId, dossierId, roundId } = task;
  const rows =
    dossierId === null
      ? await deps.stores.rows.ofRound(provinceId, roundId ?? '', tx)
      : await deps.stores.rows.ofDossier(provinceId, dossierId, tx);
  const other = rows.find((row) => row.state === 'open' && !bound.includes(row.award));
  if (other !== undefined) {
    const facts = { reason: 'not-lent', ruleId: 'AU-00', citation: acting.delegation?.paper ?? '', deciderTitle: '' };
    throw new Refused('not-competent', { ...facts, award: other.award, awardName: other.award });
  }
}
