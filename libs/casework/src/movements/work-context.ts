import type { CaseworkDeps } from '../deps';
import type { TaskContext, TaskContextQuery } from '../task-context';
import type { TaskRecord } from '../task-record';

/** What every form of a movement's work shows: which work it is, of which movement, asked by whom and for when. */
export async function workContext(deps: CaseworkDeps, { provinceId, instanceId }: TaskRecord): Promise<TaskContext> {
  const work = await deps.stores.works.byInstance(provinceId, instanceId);
  const movement = work === undefined ? undefined : await deps.stores.movements.byId(provinceId, work.movementId);
  const askedBy = work === undefined ? undefined : await deps.stores.people.org(provinceId, work.askedByOrg);
  return work === undefined
    ? {}
    : {
        context: {
          workId: work.id,
          workKind: work.kind,
          workTitle: work.title,
          movementId: work.movementId,
          movementName: movement?.content.name.value ?? '',
          askedByName: askedBy?.name ?? '',
          dueOn: work.dueOn,
          sentBack: work.facts['sentBack'] ?? null,
        },
      };
}

/** By form id: the steps of `ban-hanh-van-ban`; the number's form is the register's own. */
export const ISSUE_CONTEXTS: Readonly<Record<string, TaskContextQuery>> = {
  'trinh-van-ban': workContext,
  'ky-phong-trao': workContext,
};
