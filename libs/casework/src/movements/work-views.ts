import { mayRunMovement, mayWorkFor, type Actor } from '@thidua/access';
import type { WorkSummary, WorkView } from '@thidua/contract';
import { dayOf, formatLocalDate, isoOf } from '@thidua/kernel';
import type { WorkRecord } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { jsonRecord } from '../json-record';
import { paperSummary } from '../papers/paper-summary';
import { openTaskViews } from '../queries/open-tasks';
import type { WorkAtHand } from './movement-at-hand';

/** @param today YYYY-MM-DD */
export function workSummary(work: WorkRecord, today: string): WorkSummary {
  const { id, code, movementId, kind, title, orgId, orgName, status, occasion, year, dueOn } = work;
  return {
    ...{ id, code, movementId, kind, title, orgId, orgName, status, occasion, year, dueOn },
    late: status === 'open' && dueOn !== null && dueOn < today,
    openedAt: isoOf(work.openedAt.getTime()),
    doneAt: work.doneAt === null ? null : isoOf(work.doneAt.getTime()),
  };
}

export async function workView(deps: CaseworkDeps, actor: Actor, { work, movement }: WorkAtHand): Promise<WorkView> {
  const { provinceId } = actor;
  const { stores } = deps;
  const [papers, tasks, askedBy] = await Promise.all([
    stores.papers.ofWork(provinceId, work.id),
    work.instanceId === null ? [] : stores.tasks.ofInstance(provinceId, work.instanceId),
    stores.people.org(provinceId, work.askedByOrg),
  ]);
  return {
    ...workSummary(work, todayOf(deps)),
    movementName: movement.record.content.name.value,
    askedByName: askedBy?.name ?? '',
    parentId: work.parentId,
    facts: jsonRecord(work.facts),
    papers: papers.map(paperSummary),
    instanceId: work.instanceId,
    openTasks: await openTaskViews(deps, actor, tasks),
    may: { work: mayWorkFor(actor, work.orgId).allowed, run: mayRunMovement(actor, movement.standing.id).allowed },
  };
}

/** YYYY-MM-DD. */
export function todayOf({ clock }: Pick<CaseworkDeps, 'clock'>): string {
  return formatLocalDate(dayOf(clock.nowMs()));
}
