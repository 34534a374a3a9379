import { randomBytes } from 'node:crypto';
import { DomainError, type JsonObject } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { PaperRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { isOwnFile } from '../files/own-part';
import type { JobRecord } from '../jobs/job-verb';
import { holdForDraft } from '../money/of-papers';
import type { PaperPlan } from './paper-plan';

export interface PreparedPaper {
  readonly paperId: string;
  readonly kind: string;
  readonly slot: string;
  readonly verifyToken: string;
  readonly data: JsonObject;
}

/** Somebody else has the job's lease: whatever was made goes to waste. */
export class JobFenced extends DomainError {
  readonly code = 'state-conflict';
}

/**
 * Freezes the data of papers and gives each its row: a repeated job finds the paper of its slot. A slot whose paper is beyond a draft is
 * re-made under `<slot>#n`, because what was signed or issued never changes. @throws JobFenced
 */
export async function preparePapers(
  deps: CaseworkDeps,
  tx: Tx,
  job: JobRecord,
  plans: readonly PaperPlan[],
): Promise<readonly PreparedPaper[]> {
  if (!(await deps.stores.jobs.holds(tx, job))) {
    throw new JobFenced('the job is in other hands', { jobId: job.id });
  }
  const prepared: PreparedPaper[] = [];
  for (const plan of plans) {
    const latest = await deps.stores.papers.latestOf(tx, job.provinceId, plan.slot);
    // The unit has brought its own file for this part: nothing of ours is made beside it.
    if (latest === undefined || !isOwnFile(latest)) {
      prepared.push(await prepare(deps, tx, job, { plan, latest }));
    }
  }
  return prepared;
}

interface Preparing {
  readonly plan: PaperPlan;
  readonly latest: PaperRecord | undefined;
}

async function prepare(deps: CaseworkDeps, tx: Tx, job: JobRecord, { plan, latest }: Preparing): Promise<PreparedPaper> {
  const { papers, payloads } = deps.stores;
  const { provinceId } = job;
  const atMs = deps.clock.nowMs();
  const body = { data: plan.data, ...(plan.rowIds === undefined ? {} : { rowIds: plan.rowIds }) };
  const dataHash = await payloads.put(tx, provinceId, body, atMs);
  const slot = slotFor(plan.slot, latest);
  const verifyToken = latest?.slot === slot ? latest.verifyToken : randomBytes(16).toString('base64url');
  const paperId = await papers.draft(
    tx,
    provinceId,
    {
      id: newId(deps.clock),
      orgId: plan.orgId,
      kind: plan.kind,
      slot,
      dossierId: plan.dossierId ?? null,
      roundId: plan.roundId ?? null,
      decisionId: plan.decisionId ?? null,
      rowId: plan.rowId ?? null,
      instanceId: job.instanceId,
      workId: plan.workId ?? null,
      title: plan.title,
      step: job.elementId,
      dataHash,
      templateVersion: plan.templateVersion ?? '',
      verifyToken,
      unconfirmed: plan.unconfirmed,
    },
    atMs,
  );
  if (paperId === undefined) {
    throw new JobFenced('the slot was taken meanwhile', { slot });
  }
  await holdForDraft(deps, tx, { provinceId, plan, atMs });
  return { paperId, kind: plan.kind, slot, verifyToken, data: plan.data };
}

export function slotFor(slot: string, latest: PaperRecord | undefined): string {
  if (latest === undefined || latest.state === 'drafted') {
    return latest?.slot ?? slot;
  }
  const made = Number(/#(\d+)$/.exec(latest.slot)?.[1] ?? 1);
  return `${slot}#${made + 1}`;
}
