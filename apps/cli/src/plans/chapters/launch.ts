import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LaunchProposal, MovementDetail, PlanDraftView, WorkSummary } from '@thidua/contract';
import { expectThat, type Stage } from '../../cases/case';
import type { CaseLine } from '../../report';
import type { Session } from '../../session';
import { awaitDone, doStep, issuePaper, workOf } from '../../steps/works';
import { until } from '../../until';
import { bodiesOf, runnerOf, type Body } from '../bodies';
import type { PlanPlace } from '../plan-story';
import { saveWork } from '../work-papers';

export interface Launching {
  /** The plan's text, beside the driver. */
  readonly seed: string;
  /** By when units have their plans where the plan names no day, or one that has passed. */
  readonly unitPlansDue: string;
}

export interface Launched {
  readonly movementIds: readonly string[];
  readonly lines: readonly CaseLine[];
}

/** From the plan as it was written to a movement in force: read, every field settled by a person, put forward, signed, sent out. */
export async function launchPlan(stage: Stage, place: PlanPlace, launching: Launching): Promise<Launched> {
  const { cast } = stage;
  const runner = runnerOf(place);
  const office = await cast.as(runner.desk);
  const draft = await readDraft(stage, office, launching.seed);
  const proposal = await office.call<LaunchProposal>('launchProposal', { params: { id: draft.id } });
  const bodies = await bodiesOf(cast, place);
  const here = new Set(bodies.map(({ orgId }) => orgId));
  const recipients = proposal.recipients
    .filter(({ orgId }) => here.has(orgId))
    .map(({ orgId, asked, reason }) => ({ orgId, asked, reason }));
  const alreadyIssued = proposal.issued !== null;
  const { workId } = await office.call<{ workId: string }>('launchMovement', {
    body: {
      ...{ draftId: draft.id, recipients, texts: proposal.texts, alreadyIssued },
      parentId: proposal.parents.find(({ suggested }) => suggested)?.id ?? null,
      unitPlansDue: laterOf(proposal.unitPlans?.value, launching.unitPlansDue),
    },
  });
  stage.say(
    proposal.issued === null
      ? 'trình, ký, cấp số kế hoạch'
      : `kế hoạch đã ban hành: số ${proposal.issued.number} ngày ${proposal.issued.date}`,
  );
  if (!alreadyIssued) {
    await issuePaper(cast, workId, runner);
  }
  if (recipients.some(({ asked }) => asked === 'cooperation')) {
    stage.say('công văn đề nghị MTTQ, đoàn thể phối hợp');
    await issuePaper(cast, workId, runner);
  }
  const { movementId, facts } = await workOf(office, workId);
  await until('phong trào có hiệu lực', async () => {
    const detail = await office.call<MovementDetail>('movementDetail', { params: { id: movementId } });
    return detail.state === 'in-force' ? detail : undefined;
  });
  const also = Array.isArray(facts['also']) ? facts['also'].filter((id) => typeof id === 'string') : [];
  const movementIds = [movementId, ...also];
  stage.say(`phong trào đang thực hiện: ${movementIds.join(', ')}`);
  const answers = await unitsAnswer(stage, office, movementId, bodies);
  // A plan that was issued before it came here has its paper already.
  const own = await saveWork(stage, office, await workOf(office, workId), alreadyIssued ? [] : undefined);
  return { movementIds, lines: [own, ...answers] };
}

/** The file is read; what it says is confirmed field by field, what it does not say is marked as absent. */
async function readDraft(stage: Stage, office: Session, seed: string): Promise<PlanDraftView> {
  const bytes = await readFile(join(stage.texts ?? '', seed));
  const { bodies } = await office.call<{ bodies: readonly { orgId: string }[] }>('planDrafts');
  const file = { name: seed, bytes, mime: 'text/plain' };
  const { id } = await office.call<{ id: string }>('uploadPlan', { query: { orgId: bodies[0]?.orgId ?? '' }, file });
  const read = await office.call<PlanDraftView>('planDraft', { params: { id } });
  const errors = read.findings.filter(({ severity }) => severity === 'error').length;
  stage.say(`đọc kế hoạch: ${read.fields.length} nội dung, ${read.questions.length} câu hỏi, ${errors} sai sót căn cứ`);
  let { version } = read;
  for (const state of ['confirmed', 'absent'] as const) {
    const fieldIds = read.fields
      .filter((field) => field.state === 'proposed' && (field.value === null) === (state === 'absent'))
      .map((field) => field.id);
    if (fieldIds.length > 0) {
      const settled = { params: { id }, body: { version, fieldIds, state } };
      ({ version } = await office.call<{ version: number }>('settlePlanFields', settled));
    }
  }
  const view = await office.call<PlanDraftView>('planDraft', { params: { id } });
  expectThat(view.missing.length === 0, `dự thảo đủ nội dung, còn thiếu ${view.missing.map(({ kind }) => kind).join(', ')}`);
  return view;
}

/** Plans name a month or a year; a day that has passed is no day. */
function laterOf(planned: string | undefined, day: string): string {
  return planned?.length === 10 && planned > day ? planned : day;
}

/** Bodies with a duty make plans of their own, copied from this one; those asked to join in answer. */
async function unitsAnswer(stage: Stage, office: Session, movementId: string, bodies: readonly Body[]): Promise<readonly CaseLine[]> {
  const lines: CaseLine[] = [];
  const works = await until('nơi nhận có việc của mình', async () => {
    const found = await office.call<{ works: readonly WorkSummary[] }>('movementWorks', {
      params: { id: movementId },
      query: { kind: 'unit-plan' },
    });
    return found.works.length > 0 ? found.works : undefined;
  });
  for (const { id, orgId } of works) {
    const body = bodies.find((one) => one.orgId === orgId);
    if (body !== undefined) {
      lines.push(await unitAnswers(stage, office, { movementId, workId: id, body }));
    }
  }
  return lines;
}

interface Asked {
  readonly movementId: string;
  readonly workId: string;
  readonly body: Body;
}

async function unitAnswers(stage: Stage, office: Session, { movementId, workId, body }: Asked): Promise<CaseLine> {
  const { cast } = stage;
  const clerk = await cast.as(body.desk);
  const task = await until(`việc của ${body.prefix}`, async () => (await workOf(clerk, workId)).openTasks[0]);
  if (task.name === 'Trả lời đề nghị phối hợp') {
    await doStep(clerk, workId, task.name, { outcome: 'agree', note: 'Vận động đoàn viên, hội viên tham gia phong trào.' });
    return saveWork(stage, office, await awaitDone(office, workId));
  }
  stage.say(`${body.prefix} xây dựng, ký kế hoạch của đơn vị`);
  const draftId = await ownDraft(clerk, body.orgId, movementId);
  await doStep(clerk, workId, 'Xây dựng kế hoạch của đơn vị', { draftId, mode: 'issue' });
  const own = await until('kế hoạch của đơn vị trình ký', async () => {
    const { movementId: child } = await clerk.call<PlanDraftView>('planDraft', { params: { id: draftId } });
    const found =
      child === null
        ? undefined
        : await clerk.call<{ works: readonly WorkSummary[] }>('movementWorks', { params: { id: child }, query: { kind: 'plan' } });
    return found?.works[0]?.id;
  });
  await issuePaper(cast, own, body, body.sealed);
  await awaitDone(office, workId);
  return saveWork(stage, clerk, await workOf(clerk, own));
}

/** A copy of the plan above with the body's own name; what only the plan above knows is marked as absent. */
async function ownDraft(clerk: Session, orgId: string, movementId: string): Promise<string> {
  const { id } = await clerk.call<{ id: string }>('newPlanDraft', { body: { orgId, kind: 'copy', movementId } });
  const draft = await clerk.call<PlanDraftView>('planDraft', { params: { id } });
  let { version } = draft;
  const mine = draft.fields.find(({ kind }) => kind === 'carriedOutBy');
  const value = { level: 'UNIT', body: draft.orgName };
  const change = { version, fieldId: mine?.id ?? null, kind: 'carriedOutBy', value, line: null };
  ({ version } = await clerk.call<{ version: number }>('changePlanField', { params: { id }, body: change }));
  for (const state of ['confirmed', 'absent'] as const) {
    const fieldIds = draft.fields
      .filter((field) => field.state === 'proposed' && field.kind !== 'carriedOutBy' && (field.value === null) === (state === 'absent'))
      .map((field) => field.id);
    if (fieldIds.length > 0) {
      ({ version } = await clerk.call<{ version: number }>('settlePlanFields', { params: { id }, body: { version, fieldIds, state } }));
    }
  }
  return id;
}
