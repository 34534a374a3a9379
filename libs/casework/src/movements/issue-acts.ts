import type { Act, ActContext } from '../acts/act';
import { textOf } from '../acts/form-data';
import { demandPapers, papersAtHand } from '../acts/papers-at-hand';
import { signerOf } from '../acts/signer';
import { documentTypeOf } from '../papers/document-types';
import { Refused } from '../refused';
import { workOf } from './end-work';

/** The draft goes to the signature, or is worked over once more; nothing is decided here. */
const trinhVanBan: Act = async (context) => {
  const { deps, tx, task, data } = context;
  const outcome = textOf(data, 'outcome') ?? 'submit';
  const work = await workOf(deps, task, tx);
  const paperKind = textOf(task.local, 'paperKind') ?? '';
  const org = await deps.stores.people.org(task.provinceId, work.orgId, tx);
  // A body without a seal keeps no register; minutes take no number anywhere.
  const numbered = documentTypeOf(paperKind) !== undefined && org?.hasSeal === true;
  return {
    variables: { outcome, numbered },
    audit: { action: 'movement-paper-put-forward', facts: { workId: work.id, paperKind, outcome } },
  };
};

/** The signature under a paper of a movement, its return with a reason, or the end of the matter. */
const kyPhongTrao: Act = async (context) => {
  const outcome = textOf(context.data, 'outcome') ?? 'sign';
  if (outcome === 'sign') {
    return sign(context);
  }
  const reason = textOf(context.data, 'reason');
  if (reason === undefined) {
    throw new Refused('form-invalid', { problems: [{ field: 'reason', code: 'required' }] });
  }
  const { deps, tx, task } = context;
  const work = await workOf(deps, task, tx);
  await deps.stores.works.setFacts(tx, task.provinceId, work.id, { sentBack: { outcome, reason } });
  const action = outcome === 'refuse' ? 'movement-paper-refused' : 'papers-sent-back';
  return { variables: { outcome }, audit: { action, facts: { workId: work.id } } };
};

async function sign(context: ActContext): ReturnType<Act> {
  const { paperIds, signatureMode, capacity } = await signWorkPapers(context);
  return {
    variables: { outcome: 'sign' },
    audit: { action: 'papers-signed', facts: { paperIds: [...paperIds], signatureMode, capacity } },
  };
}

/** The signature under every draft of the step. @throws Refused form-invalid, not-competent, paper-state */
export async function signWorkPapers(
  context: ActContext,
): Promise<{ readonly paperIds: readonly string[]; readonly signatureMode: string; readonly capacity: string }> {
  const { deps, tx, task, data, nowMs } = context;
  const mode = textOf(data, 'signatureMode');
  if (mode !== 'digital' && mode !== 'wet-ink') {
    throw new Refused('form-invalid', { problems: [{ field: 'signatureMode', code: 'not-a-choice' }] });
  }
  const { positionId, personId, capacity } = signerOf(context);
  const papers = await papersAtHand(context, 'drafted');
  demandPapers(papers, context);
  for (const paper of papers) {
    if (paper.draftSha256 === null) {
      throw new Refused('paper-state', { reason: 'not-made-yet', paperId: paper.id });
    }
    await deps.stores.papers.sign(tx, task.provinceId, paper.id, { mode, positionId, personId, decisionId: null, atMs: nowMs });
  }
  return { paperIds: papers.map((paper) => paper.id), signatureMode: mode, capacity };
}

/** By form id: the steps of `ban-hanh-van-ban`. */
export const ISSUE_ACTS: Readonly<Record<string, Act>> = { 'trinh-van-ban': trinhVanBan, 'ky-phong-trao': kyPhongTrao };
