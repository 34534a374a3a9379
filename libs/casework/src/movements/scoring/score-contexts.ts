import { dayOf, formatLocalDate } from '@thidua/kernel';
import type { TaskContextQuery } from '../../task-context';
import { postsForTeam } from '../inspections/inspection-choices';
import { movementAtHand } from '../movement-at-hand';
import { workContext } from '../work-context';

/** Who may lead the meeting and write its minutes: posts of the body that scores and of its office. */
const hop: TaskContextQuery = async (deps, task) => {
  const around = await workContext(deps, task);
  const { provinceId, instanceId } = task;
  const work = await deps.stores.works.byInstance(provinceId, instanceId);
  const movement = work === undefined ? undefined : await movementAtHand(deps, provinceId, work.movementId);
  const board = work === undefined ? undefined : await deps.stores.scores.byId(provinceId, work.id);
  if (work === undefined || movement === undefined || board === undefined) {
    return around;
  }
  const org = board.scope === 'cluster' ? await deps.stores.people.org(provinceId, work.orgId) : undefined;
  const posts = await postsForTeam(deps, org === undefined ? movement : { ...movement, org, standing: org });
  const options = posts.map(({ positionId, name, title }) => ({ value: positionId, label: `${name} (${title})` }));
  return {
    ...around,
    values: { date: formatLocalDate(dayOf(deps.clock.nowMs())) },
    options: { chairs: options, secretaries: options },
  };
};

/** By form id: what is filled in stands on the page of the work. */
export const SCORING_CONTEXTS: Readonly<Record<string, TaskContextQuery>> = {
  'lap-tieu-chi-cham-diem': workContext,
  'dong-nhan-tu-cham': workContext,
  'tham-dinh-diem': workContext,
  'hop-cham-diem': hop,
  'tu-cham-diem': workContext,
  'duyet-tu-cham': workContext,
};
