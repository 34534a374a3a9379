import { dayOf, formatLocalDate, type JsonObject } from '@thidua/kernel';
import type { MovementRecord, PaperRecord, Tx, WorkRecord } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import type { JobContext, JobVerb } from '../../jobs/job-verb';
import { KEPT_FOR_MS } from '../../kept-for';
import { contentHash } from '../../packs/store-pack';
import { endWork, workOf } from '../end-work';
import { dueInstant, openUnitPlan } from './open-unit-plan';

/** The plan is issued: the movement is in force by it, and every body with a duty gets its work. */
export const launchMovement: JobVerb = async ({ deps, tx, job, nowMs }) => {
  const { provinceId } = job;
  const work = await workOf(deps, job, tx);
  const paper = await issuedPaper(deps, tx, provinceId, work, 'ke-hoach-phong-trao');
  for (const id of [work.movementId, ...alsoOf(work)]) {
    await launchOne(deps, tx, { provinceId, id, paper, nowMs });
  }
  await endWork(deps, tx, { provinceId, workId: work.id, status: 'done' });
  await moveDraft(deps, tx, provinceId, work, 'released');
  const record = await movementOfWork(deps, tx, provinceId, work);
  const recipients = await deps.stores.recipients.ofMovement(provinceId, record.id, tx);
  for (const recipient of recipients.filter((one) => one.asked === 'duty' && one.workId === null)) {
    await openUnitPlan(deps, tx, { record, also: alsoOf(work) }, recipient);
  }
  await tellWhoWaited({ deps, tx, job, nowMs }, { work, record, issued: true });
  const due = work.facts['unitPlansDue'];
  return {
    hasCooperation: recipients.some((one) => one.asked === 'cooperation' && one.workId === null),
    unitPlansDueAt: dueInstant(typeof due === 'string' ? due : null),
  };
};

interface Launching {
  readonly provinceId: string;
  readonly id: string;
  readonly paper: PaperRecord | undefined;
  readonly nowMs: number;
}

async function launchOne(deps: CaseworkDeps, tx: Tx, { provinceId, id, paper, nowMs }: Launching): Promise<void> {
  const planned = await deps.stores.movements.lock(tx, provinceId, id);
  if (planned === undefined) {
    throw new Error(`movement ${id} is not there`);
  }
  const content = paper === undefined ? planned.content : { ...planned.content, plan: { ...planned.content.plan, ...numberOf(paper) } };
  await deps.stores.movements.launch(tx, provinceId, {
    ...{ id, content, hash: contentHash(content), planPaperId: paper?.id ?? null, atMs: nowMs },
  });
}

/** Further movements of the same plan: they share its paper, its recipients and their works. */
function alsoOf({ facts }: WorkRecord): readonly string[] {
  const { also } = facts;
  return Array.isArray(also) ? also.filter((one): one is string => typeof one === 'string') : [];
}

/** What was put forward is released with its paper, or open again. */
export async function moveDraft(
  { stores, clock }: CaseworkDeps,
  tx: Tx,
  provinceId: string,
  work: WorkRecord,
  to: 'released' | 'open',
): Promise<void> {
  const { draftId } = work.facts;
  if (typeof draftId === 'string') {
    const movementId = to === 'open' ? null : work.movementId;
    await stores.planDrafts.move(tx, provinceId, { id: draftId, from: 'submitted', to, movementId, atMs: clock.nowMs() });
  }
}

/** The plan was not issued: nothing came into force, and whoever waited for it hears so. */
export const dropMovement: JobVerb = async (context) => {
  const { deps, tx, job, nowMs } = context;
  const { provinceId } = job;
  const work = await workOf(deps, job, tx);
  const record = await movementOfWork(deps, tx, provinceId, work);
  for (const id of [record.id, ...alsoOf(work)]) {
    await deps.stores.movements.drop(tx, provinceId, id, nowMs);
  }
  await endWork(deps, tx, { provinceId, workId: work.id, status: 'canceled' });
  await moveDraft(deps, tx, provinceId, work, 'open');
  await tellWhoWaited(context, { work, record, issued: false });
  return {};
};

/** The letter is out: every body it asks to join in may answer. */
export const askCooperation: JobVerb = async ({ deps, tx, job }) => {
  const { provinceId } = job;
  const work = await workOf(deps, job, tx);
  await openCooperation(deps, tx, await movementOfWork(deps, tx, provinceId, work), alsoOf(work));
  return {};
};

export async function openCooperation(deps: CaseworkDeps, tx: Tx, record: MovementRecord, also: readonly string[] = []): Promise<void> {
  for (const recipient of await deps.stores.recipients.ofMovement(record.provinceId, record.id, tx)) {
    if (recipient.asked === 'cooperation' && recipient.workId === null) {
      await openUnitPlan(deps, tx, { record, also }, recipient);
    }
  }
}

/** How many bodies with a duty have no plan on the day it was due. */
export const listLatePlans: JobVerb = async ({ deps, tx, job }) => {
  const work = await workOf(deps, job, tx);
  return { lateCount: (await latePlans(deps, tx, job.provinceId, work.movementId)).length };
};

export async function latePlans(
  deps: CaseworkDeps,
  tx: Tx | undefined,
  provinceId: string,
  movementId: string,
): Promise<readonly WorkRecord[]> {
  const today = formatLocalDate(dayOf(deps.clock.nowMs()));
  const open = await deps.stores.works.list(provinceId, { movementId, kinds: ['unit-plan'], statuses: ['open', 'submitted'] }, tx);
  // The job runs when the last day is over, in its evening.
  return open.filter((one) => one.facts['asked'] === 'duty' && one.dueOn !== null && one.dueOn <= today);
}

export async function movementOfWork(deps: CaseworkDeps, tx: Tx, provinceId: string, work: WorkRecord): Promise<MovementRecord> {
  const record = await deps.stores.movements.lock(tx, provinceId, work.movementId);
  if (record === undefined) {
    throw new Error(`movement ${work.movementId} of work ${work.id} is not there`);
  }
  return record;
}

/** The paper a work has sent out; one signed by hand is out while its scan is still to come. */
export async function issuedPaper(
  { stores }: CaseworkDeps,
  tx: Tx,
  provinceId: string,
  work: WorkRecord,
  kind: string,
): Promise<PaperRecord | undefined> {
  const papers = await stores.papers.ofWork(provinceId, work.id, tx);
  return papers.findLast((paper) => paper.kind === kind && paper.state !== 'drafted' && paper.state !== 'canceled');
}

/** Number and day as the paper bears them. */
function numberOf({ numberText, numberDate }: PaperRecord): { readonly number: string | null; readonly date: string | null } {
  return { number: numberText, date: numberDate };
}

interface Heard {
  readonly work: WorkRecord;
  readonly record: MovementRecord;
  readonly issued: boolean;
}

/** The unit's own work for the movement above: the one this plan was written for, or the one its body still had open. */
async function tellWhoWaited({ deps, tx, job }: JobContext, { work, record, issued }: Heard): Promise<void> {
  const { provinceId } = job;
  const answers = work.facts['answers'];
  const open =
    typeof answers === 'string' || record.parentId === null || !issued
      ? []
      : await deps.stores.works.list(
          provinceId,
          { movementId: record.parentId, kinds: ['unit-plan'], statuses: ['open', 'submitted'] },
          tx,
        );
  const waiting = typeof answers === 'string' ? answers : open.find((one) => one.orgId === record.orgId)?.id;
  if (waiting === undefined) {
    return;
  }
  const variables: JsonObject = { issued };
  await deps.stores.works.setFacts(tx, provinceId, waiting, issued ? { childId: record.id } : { refusedPlan: work.id });
  await deps.runtime.publish({ provinceId, name: 'ke-hoach-don-vi-xong', correlationKey: waiting, variables, ttlMs: KEPT_FOR_MS }, tx);
}
