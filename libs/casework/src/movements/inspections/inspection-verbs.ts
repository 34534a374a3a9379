import type { JobVerb } from '../../jobs/job-verb';
import { KEPT_FOR_MS } from '../../kept-for';
import { endWork, workOf } from '../end-work';
import { openWork, signerRole } from '../open-work';

/** The decision on the team is issued: every body of the plan is inspected by a process of its own. */
const openInspectedUnits: JobVerb = async ({ deps, tx, job }) => {
  const { provinceId } = job;
  const work = await workOf(deps, job, tx);
  const { stores } = deps;
  const plan = await stores.inspections.byId(provinceId, work.id, tx);
  const org = await stores.people.org(provinceId, work.orgId, tx);
  const leader = plan?.team.find(({ role }) => role === 'leader');
  const [post] =
    leader?.positionId === undefined || leader.positionId === null
      ? []
      : await stores.people.positionsById(provinceId, [leader.positionId], tx);
  if (plan === undefined || org === undefined || post === undefined) {
    throw new Error(`inspection ${work.id} has no plan or no leader`);
  }
  const asked = { askedBySignerRole: signerRole(org), leaderOrg: post.orgId, leaderRole: post.role };
  for (const body of plan.bodies) {
    const unit = await openWork(deps, tx, {
      ...{
        provinceId,
        movementId: work.movementId,
        kind: 'inspected-unit',
        orgId: body.orgId,
        askedByOrgId: work.orgId,
        parentId: work.id,
      },
      ...{ title: work.title, dueOn: body.date, year: work.year, process: 'kiem-tra-don-vi', variables: asked },
    });
    await stores.inspections.addUnit(
      tx,
      provinceId,
      { id: unit.id, inspectionId: work.id, orgId: body.orgId, inspectOn: body.date, place: body.place },
      plan.items,
    );
  }
  return { openUnits: plan.bodies.length };
};

/** One body is through: its result counts from here on, and the inspection learns how many are left. */
const closeInspectedUnit: JobVerb = async ({ deps, tx, job, nowMs }) => {
  const { provinceId } = job;
  const work = await workOf(deps, job, tx);
  const parentId = work.parentId ?? '';
  // Two bodies that end at once count one after the other.
  await deps.stores.works.lock(tx, provinceId, parentId);
  await deps.stores.inspections.conclude(tx, provinceId, work.id, nowMs);
  await endWork(deps, tx, { provinceId, workId: work.id, status: 'done' });
  const left = await deps.stores.works.list(provinceId, { parentId, kinds: ['inspected-unit'], statuses: ['open', 'submitted'] }, tx);
  const variables = { openUnits: left.length };
  await deps.runtime.publish({ provinceId, name: 'xong-kiem-tra-don-vi', correlationKey: parentId, variables, ttlMs: KEPT_FOR_MS }, tx);
  return {};
};

const closeInspection: JobVerb = async ({ deps, tx, job }) => {
  const work = await workOf(deps, job, tx);
  const units = await deps.stores.inspections.unitsOf(job.provinceId, work.id, tx);
  const results = Object.fromEntries(units.map(({ orgId, result }) => [orgId, result]));
  await endWork(deps, tx, { provinceId: job.provinceId, workId: work.id, status: 'done', facts: { results } });
  return {};
};

/** By job type. */
export const INSPECTION_VERBS = {
  'open-inspected-units': openInspectedUnits,
  'close-inspected-unit': closeInspectedUnit,
  'close-inspection': closeInspection,
} as const satisfies Readonly<Record<string, JobVerb>>;
