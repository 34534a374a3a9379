import { formatLocalDate, type JsonObject } from '@thidua/kernel';
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
  const own: JsonObject = outcome === 'refuse' ? await ownRowFacts(context, found) : {};
  if (outcome === 'refuse') {
    await context.deps.stores.revocations.setStatus(context.tx, context.task.provinceId, found.id, { status: 'deciding', refusal: reason });
  }
  return {
    variables: { outcome },
    audit: { action: outcome === 'refuse' ? 'award-kept' : 'papers-sent-back', facts: { revocationId: found.id, ...own } },
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
  const own = await ownRowFacts(context, found);
  await decide(context, found, { draft, mode });
  fp('sign.after-decision-row');
  const { positionId, personId, capacity } = signerOf(context);
  await deps.stores.papers.sign(tx, task.provinceId, draft.id, { mode, positionId, personId, decisionId: null, atMs: nowMs });
  const facts = { revocationId: found.id, paperIds: [draft.id], signatureMode: mode, capacity, date: formatLocalDate(today), ...own };
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

/**
 * Nobody judges the award that is his own while somebody else may: the head, or a deputy who signs KT. and is not concerned (decision 27).
 * Without anybody else it is done with a warning in the audit. @throws Refused own-row
 */
async function ownRowFacts(context: ActContext, found: RevocationRecord): Promise<JsonObject> {
  const { deps, tx, task, actor, today } = context;
  const { provinceId } = task;
  const { stores } = deps;
  const rows = await stores.revocations.rows(provinceId, found.id, tx);
  const concerned = new Set<string>();
  for (const { rowId } of rows) {
    const row = await stores.rows.lock(tx, provinceId, rowId);
    if (row?.personId !== undefined && row.personId !== null) {
      concerned.add(row.personId);
    }
  }
  const { personId, office, capacity } = signerOf(context);
  if (!concerned.has(personId)) {
    return {};
  }
  const lent = { capacity: 'KT', day: formatLocalDate(today), award: found.award } as const;
  const free = (await stores.decisions.standIns(tx, provinceId, office.id, lent)).filter((deputy) => !concerned.has(deputy.personId));
  const head = actor.delegations.find((one) => one.from.id === office.id)?.from.personId;
  if (free.length > 0 || (capacity !== 'self' && head !== undefined && !concerned.has(head))) {
    const deputies = free.map(({ fullName, title }) => ({ fullName, title }));
    throw new Refused('own-row', { ruleId: 'H-01', award: found.award, deputies });
  }
  return { warning: 'H-01: own row, nobody else may sign' };
}
