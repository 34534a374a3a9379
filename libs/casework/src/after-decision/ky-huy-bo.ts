import { formatLocalDate } from '@thidua/kernel';
import { fp, newId } from '@thidua/runtime';
import type { PaperRecord, RevocationRecord, SignatureMode } from '@thidua/store';
import type { Act, ActContext, ActResult } from '../acts/act';
import { textOf } from '../acts/form-data';
import { demandPapers, papersAtHand } from '../acts/papers-at-hand';
import { signerOf } from '../acts/signer';
import { demandPower } from '../authority/demand-power';
import { packOn } from '../law/pack-of';
import { Refused } from '../refused';
import { caseOfTask } from './case-at-hand';

/** The decider takes the award back, keeps it with a reason, or sends the draft back: the power is that of giving it, by today's law. */
export const kyHuyBo: Act = async (context) => {
  const outcome = textOf(context.data, 'outcome') ?? 'sign';
  const reason = textOf(context.data, 'reason');
  const found = await caseOfTask(context);
  if (outcome === 'sign') {
    return sign(context, found);
  }
  if (reason === undefined) {
    throw new Refused('form-invalid', { problems: [{ field: 'reason', code: 'required' }] });
  }
  await demandDecider(context, found);
  if (outcome === 'refuse') {
    await context.deps.stores.revocations.setStatus(context.tx, context.task.provinceId, found.id, { status: 'deciding', refusal: reason });
  }
  return {
    variables: { outcome },
    audit: { action: outcome === 'refuse' ? 'award-kept' : 'papers-sent-back', facts: { revocationId: found.id } },
  };
};

async function sign(context: ActContext, found: RevocationRecord): Promise<ActResult> {
  const { deps, tx, task, data, today, nowMs } = context;
  const mode = textOf(data, 'signatureMode');
  if (mode !== 'digital' && mode !== 'wet-ink') {
    throw new Refused('form-invalid', { problems: [{ field: 'signatureMode', code: 'not-a-choice' }] });
  }
  const papers = await papersAtHand(context, 'drafted');
  demandPapers(papers, context);
  const [draft] = papers;
  if (draft === undefined || papers.length > 1 || draft.draftSha256 === null) {
    throw new Refused('paper-state', { reason: 'not-made-yet', paperId: draft?.id ?? '' });
  }
  await decide(context, found, { draft, mode });
  fp('sign.after-decision-row');
  const { positionId, personId, capacity } = signerOf(context);
  await deps.stores.papers.sign(tx, task.provinceId, draft.id, { mode, positionId, personId, decisionId: null, atMs: nowMs });
  const facts = { revocationId: found.id, paperIds: [draft.id], signatureMode: mode, capacity, date: formatLocalDate(today) };
  return { variables: { outcome: 'sign' }, audit: { action: 'revocation-signed', facts } };
}

async function decide(
  context: ActContext,
  found: RevocationRecord,
  { draft }: { readonly draft: PaperRecord; readonly mode: SignatureMode },
): Promise<void> {
  const { deps, tx, task, today } = context;
  const { positionId, personId, capacity, onBehalfOf, office } = signerOf(context);
  const { row, packHash } = await demandDecider(context, found);
  await deps.stores.revocations.decide(tx, task.provinceId, {
    id: newId(deps.clock),
    revocationId: found.id,
    orgId: office.orgId,
    award: found.award,
    level: row.level,
    role: row.role,
    packHash,
    ruleId: row.id,
    ruleFrom: formatLocalDate(row.effectiveFrom),
    positionId,
    personId,
    capacity,
    onBehalfOf,
    date: formatLocalDate(today),
    external: false,
    paperId: draft.id,
  });
}

async function demandDecider(
  context: ActContext,
  found: RevocationRecord,
): Promise<{ readonly row: Awaited<ReturnType<typeof demandPower>>; readonly packHash: string }> {
  const { deps, tx, task, today } = context;
  const { positionId, capacity, onBehalfOf } = signerOf(context);
  const { pack, hash: packHash } = packOn(deps.law, today, task.provinceId);
  const asked = { provinceId: task.provinceId, pack, award: found.award, positionId, capacity, onBehalfOf, date: today };
  return { row: await demandPower(deps, asked, tx), packHash };
}
