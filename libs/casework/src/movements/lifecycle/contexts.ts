import type { TaskContextQuery } from '../../task-context';
import { isoOf } from '@thidua/kernel';
import { workContext } from '../work-context';
import { draftsOf } from './draft-at-hand';
import { latePlans } from './launch-verbs';

/** The unit's drafts that may be put forward, beside what it was asked. */
export const unitPlanContext: TaskContextQuery = async (deps, task, actor) => {
  const base = await workContext(deps, task);
  const work = await deps.stores.works.byInstance(task.provinceId, task.instanceId);
  const drafts = work === undefined ? [] : await draftsOf(deps, task.provinceId, work.orgId);
  return {
    context: { ...base.context, mine: actor.positions.some((position) => position.orgId === work?.orgId) },
    options: { drafts: drafts.map(({ id, title, at }) => ({ value: id, label: `${title} (${isoOf(at.getTime()).slice(0, 10)})` })) },
  };
};

/** Who is late with its plan, as the standing office sees it before it has a letter made. */
export const latePlansContext: TaskContextQuery = async (deps, task) => {
  const base = await workContext(deps, task);
  const work = await deps.stores.works.byInstance(task.provinceId, task.instanceId);
  const late = work === undefined ? [] : await latePlans(deps, undefined, task.provinceId, work.movementId);
  return { context: { ...base.context, late: late.map(({ orgName, dueOn, code }) => ({ orgName, dueOn, code })) } };
};

/** Why the movement is to end before its final review. */
export const closingContext: TaskContextQuery = async (deps, task) => {
  const base = await workContext(deps, task);
  const work = await deps.stores.works.byInstance(task.provinceId, task.instanceId);
  return { context: { ...base.context, why: work?.facts['reason'] ?? '' } };
};
