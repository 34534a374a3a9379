import type { Pack } from '@thidua/awards';
import { formatLocalDate, type JsonObject } from '@thidua/kernel';
import { fp, newId } from '@thidua/runtime';
import type { PaperRecord, RoundRecord, SignatureMode } from '@thidua/store';
import type { ActContext, ActResult } from '../acts/act';
import { demandPower } from '../authority/demand-power';
import { papersAtHand } from '../acts/papers-at-hand';
import { roundOfTask } from '../acts/round-of-task';
import { signerOf, type Signer } from '../acts/signer';
import { deciderTitle } from '../law/deciding-row';
import { decisionSlot } from '../papers/paper-slot';
import { Refused } from '../refused';
import { packOfRound } from '../rounds/round-law';
import { decisionPlans, type DecisionPlan } from './decision-plans';

interface Signing {
  readonly context: ActContext;
  readonly round: RoundRecord;
  readonly pack: Pack;
  readonly signer: Signer;
  readonly mode: SignatureMode;
}

/** The decisions of a round: the third of the four locks on authority stands here, the fourth in the database (decision 26). */
export async function signDecisions(context: ActContext, mode: SignatureMode): Promise<ActResult> {
  const { deps, tx, task, today } = context;
  const round = await roundOfTask(context);
  const signing = { context, round, pack: await packOfRound(deps, round), signer: signerOf(context), mode };
  await deps.stores.roundRows.lockOfRound(tx, task.provinceId, round.id);
  const day = formatLocalDate(today);
  const plans = await decisionPlans(deps, { provinceId: task.provinceId, round, pack: signing.pack, day }, tx);
  const drafts = await papersAtHand(context, 'drafted');
  const decisionIds: string[] = [];
  for (const plan of plans) {
    demandNotOwnRow(plan, signing.signer);
    const draft = await draftOf(signing, plan, drafts);
    decisionIds.push(await decide(signing, plan, draft));
  }
  const warning: JsonObject = plans.some((plan) => plan.split !== null) ? { warning: 'H-01: own row split' } : {};
  const facts: JsonObject = { decisionIds, signatureMode: mode, capacity: signing.signer.capacity, ...warning };
  return { variables: { outcome: 'sign' }, audit: { action: 'decision-signed', facts } };
}

async function decide({ context, round, pack, signer, mode }: Signing, plan: DecisionPlan, draft: PaperRecord): Promise<string> {
  const { deps, tx, task, today, nowMs } = context;
  const { provinceId } = task;
  const { positionId, personId, capacity, onBehalfOf } = signer;
  const asked = { provinceId, pack, award: plan.award, positionId, capacity, onBehalfOf, date: today };
  const row = await demandPower(deps, asked, tx);
  if (signer.office.orgId !== round.orgId) {
    throw new Refused('not-competent', {
      ruleId: row.id,
      citation: row.citation,
      award: plan.award,
      deciderTitle: deciderTitle(row.level),
    });
  }
  const id = newId(deps.clock);
  await deps.stores.decisions.insert(tx, provinceId, {
    id,
    orgId: round.orgId,
    roundId: round.id,
    award: plan.award,
    level: row.level,
    role: row.role,
    packHash: round.packHash,
    ruleId: row.id,
    ruleFrom: formatLocalDate(row.effectiveFrom),
    positionId,
    personId,
    capacity,
    onBehalfOf,
    date: formatLocalDate(today),
    external: false,
    paperId: draft.id,
    centralPaperId: null,
  });
  fp('sign.after-decision-row');
  await deps.stores.papers.sign(tx, provinceId, draft.id, { mode, positionId, personId, decisionId: id, atMs: nowMs });
  const rowIds = plan.rows.map((one) => one.id);
  await deps.stores.roundRows.setDecision(tx, provinceId, rowIds, id);
  return id;
}

/** Nobody signs the list he stands on, but for the row the plan has set apart (decision 27). */
function demandNotOwnRow(plan: DecisionPlan, signer: Signer): void {
  if (plan.split === null && plan.rows.some((row) => row.personId === signer.personId)) {
    const deputies = plan.deputies.map(({ fullName, title }) => ({ fullName, title }));
    throw new Refused('own-row', { ruleId: 'H-01', award: plan.award, deputies });
  }
}

/** The frozen draft of this very list: names that were held or added since want a new draft before a signature. */
async function draftOf({ context, round }: Signing, plan: DecisionPlan, drafts: readonly PaperRecord[]): Promise<PaperRecord> {
  const { deps, tx, task } = context;
  const slot = decisionSlot(round, plan.award, plan.split);
  const draft = drafts.findLast((paper) => paper.slot.replace(/#\d+$/, '') === slot);
  if (draft === undefined || draft.draftSha256 === null) {
    throw new Refused('paper-state', { reason: 'not-made-yet', award: plan.award });
  }
  const frozen = (await deps.stores.payloads.get(task.provinceId, draft.dataHash, tx))?.['rowIds'];
  if (Array.isArray(frozen)) {
    const same = frozen.length === plan.rows.length && plan.rows.every((row) => frozen.includes(row.id));
    if (!same) {
      throw new Refused('paper-state', { reason: 'rows-changed', award: plan.award, paperId: draft.id });
    }
  }
  return draft;
}
