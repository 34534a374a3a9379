import type { Act } from '../../acts/act';
import { textOf } from '../../acts/form-data';
import type { JobVerb } from '../../jobs/job-verb';
import { Refused } from '../../refused';
import { endWork, workOf } from '../end-work';
import { draftAtHand } from './draft-at-hand';
import { proposeTexts } from './plan-texts';
import { startLaunch } from './start-launch';

/** A body puts its own plan forward, or hands in the one it has signed: a movement of its own under the one it carries out. */
export const keHoachDonVi: Act = async ({ deps, tx, actor, acting, task, data }) => {
  const { provinceId } = task;
  const work = await workOf(deps, task, tx);
  const plan = await draftAtHand(deps, provinceId, textOf(data, 'draftId') ?? '', tx);
  const org = await deps.stores.people.org(provinceId, work.orgId, tx);
  if (org === undefined || plan.orgId !== work.orgId) {
    throw new Refused('not-found', { what: 'plan-draft' });
  }
  const launched = await startLaunch(deps, tx, {
    ...{ actor, acting, org, plan, parentId: work.movementId, recipients: [], unitPlansDue: null },
    texts: proposeTexts(plan.contents[0]),
    alreadyIssued: textOf(data, 'mode') === 'issued',
    answers: work.id,
  });
  return { variables: {}, audit: { action: 'unit-plan-put-forward', facts: { workId: work.id, movementId: launched.movementId } } };
};

/** A body that was asked to join in answers: with what it will do, with a plan of its own, or that it cannot. */
export const deNghiPhoiHop: Act = async ({ deps, tx, task, data }) => {
  const work = await workOf(deps, task, tx);
  const outcome = textOf(data, 'outcome') ?? 'agree';
  const [note, reason] = [textOf(data, 'note'), textOf(data, 'reason')];
  if (outcome === 'agree' && note === undefined) {
    throw new Refused('form-invalid', { problems: [{ field: 'note', code: 'required' }] });
  }
  if (outcome === 'decline' && reason === undefined) {
    throw new Refused('form-invalid', { problems: [{ field: 'reason', code: 'required' }] });
  }
  const answer = { outcome, note: (outcome === 'decline' ? reason : note) ?? '' };
  await deps.stores.works.setFacts(tx, task.provinceId, work.id, { answer });
  return { variables: { outcome }, audit: { action: 'cooperation-answered', facts: { workId: work.id, outcome } } };
};

/** Its answer stands: the body owes no plan. */
export const noteCooperation: JobVerb = async ({ deps, tx, job }) => {
  const work = await workOf(deps, job, tx);
  await endWork(deps, tx, { provinceId: job.provinceId, workId: work.id, status: 'done' });
  return {};
};

/** The body has its plan; the movement it set up stands in the facts since it came into force. */
export const keepUnitPlan: JobVerb = async ({ deps, tx, job }) => {
  const work = await workOf(deps, job, tx);
  await endWork(deps, tx, { provinceId: job.provinceId, workId: work.id, status: 'done' });
  return {};
};

export const cancelUnitPlan: JobVerb = async ({ deps, tx, job }) => {
  const work = await workOf(deps, job, tx);
  await endWork(deps, tx, { provinceId: job.provinceId, workId: work.id, status: 'canceled' });
  return {};
};
