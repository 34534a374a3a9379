import { formatLocalDate } from '@thidua/kernel';
import type { ModelRecord, Tx, WorkRecord } from '@thidua/store';
import type { Act } from '../../acts/act';
import { textOf, textsOf } from '../../acts/form-data';
import type { CaseworkDeps } from '../../deps';
import type { JobVerb } from '../../jobs/job-verb';
import { Refused } from '../../refused';
import type { TaskRecord } from '../../task-record';
import type { TaskContextQuery } from '../../task-context';
import { endWork, workOf } from '../end-work';
import { movementAtHand } from '../movement-at-hand';
import { communicatorsOf } from '../duties/plan-roles';
import { workContext } from '../work-context';
import { missingOf } from './model-at-hand';
import { assignPublications } from './publish-model';

/** The slip is complete: it goes to the head's signature. */
const gioiThieuDienHinh: Act = async ({ deps, tx, task }) => {
  const { model } = await modelOf(deps, task, tx);
  const problems = missingOf(model).map((field) => ({ field, code: 'required' }));
  if (problems.length > 0) {
    throw new Refused('work-incomplete', { workId: model.id, problems });
  }
  return { variables: {}, audit: { action: 'model-put-forward', facts: { workId: model.id, version: model.version } } };
};

/** Chosen or not, always with a reason; whom to ask to publish is kept until there is a consent. */
const luaChonDienHinh: Act = async ({ deps, tx, task, actor, data, today }) => {
  const { model, work } = await modelOf(deps, task, tx);
  const reason = textOf(data, 'reason');
  if (reason === undefined) {
    throw new Refused('form-invalid', { problems: [{ field: 'reason', code: 'required' }] });
  }
  const outcome = textOf(data, 'outcome') === 'select' ? 'select' : 'refuse';
  const on = formatLocalDate(today);
  const state = outcome === 'select' ? 'selected' : 'not-selected';
  await deps.stores.models.decide(tx, task.provinceId, model.id, { state, reason, on, by: actor.personId });
  const publishers = outcome === 'select' ? [...textsOf(data, 'publishers')] : [];
  await deps.stores.works.setFacts(tx, task.provinceId, work.id, { publishers, publishBy: textOf(data, 'publishBy') ?? null });
  return { variables: { outcome }, audit: { action: 'model-decided', facts: { workId: model.id, state, publishers: publishers.length } } };
};

export const MODEL_ACTS: Readonly<Record<string, Act>> = {
  'gioi-thieu-dien-hinh': gioiThieuDienHinh,
  'lua-chon-dien-hinh': luaChonDienHinh,
};

/** The signed slip has reached the standing office. */
const introduceModel: JobVerb = async ({ deps, tx, job, nowMs }) => {
  const { model } = await modelOf(deps, job, tx);
  await deps.stores.models.setState(tx, job.provinceId, model.id, 'introduced');
  await deps.stores.works.setStatus(tx, job.provinceId, model.id, 'submitted', nowMs);
  return {};
};

const assignPublicationsJob: JobVerb = async ({ deps, tx, job }) => {
  const { model, work } = await modelOf(deps, job, tx);
  await assignPublications(deps, tx, { provinceId: job.provinceId, work, model });
  return {};
};

const closeModel: JobVerb = async ({ deps, tx, job }) => {
  const { model } = await modelOf(deps, job, tx);
  const canceled = job.headers['result'] === 'canceled';
  if (canceled) {
    await deps.stores.models.setState(tx, job.provinceId, model.id, 'canceled');
  }
  await endWork(deps, tx, { provinceId: job.provinceId, workId: model.id, status: canceled ? 'canceled' : 'done' });
  return {};
};

export const MODEL_VERBS = {
  'introduce-model': introduceModel,
  'assign-publications': assignPublicationsJob,
  'close-model': closeModel,
} as const satisfies Readonly<Record<string, JobVerb>>;

/** The communication bodies of the plan stand ticked. */
const choosing: TaskContextQuery = async (deps, task) => {
  const common = await workContext(deps, task);
  const work = await deps.stores.works.byInstance(task.provinceId, task.instanceId);
  const movement = work === undefined ? undefined : await movementAtHand(deps, task.provinceId, work.movementId);
  const bodies = movement === undefined ? [] : await communicatorsOf(deps, movement);
  return {
    ...common,
    values: { publishers: bodies.filter((body) => body.ofPlan).map((body) => body.id) },
    options: { publishers: bodies.map(({ id, name }) => ({ value: id, label: name })) },
  };
};

export const MODEL_CONTEXTS: Readonly<Record<string, TaskContextQuery>> = {
  'gioi-thieu-dien-hinh': workContext,
  'lua-chon-dien-hinh': choosing,
};

async function modelOf(
  deps: CaseworkDeps,
  at: Pick<TaskRecord, 'provinceId' | 'instanceId'>,
  tx: Tx,
): Promise<{ readonly model: ModelRecord; readonly work: WorkRecord }> {
  const work = await workOf(deps, at, tx);
  const model = await deps.stores.models.lock(tx, at.provinceId, work.id);
  if (model === undefined) {
    throw new Error(`work ${work.id} introduces no model`);
  }
  return { model, work };
}
