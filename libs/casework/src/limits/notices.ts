import { mayReadRegister, principalsOf } from '@thidua/access';
import { isoOf } from '@thidua/kernel';
import type { Handler } from '../handler';
import { reassignmentNotices } from '../operations/reassignment-notices';
import { waitingPapers } from '../registers/waiting-papers';

/**
 * Reminders and escalations of steps that are still open, of the bodies the reader holds a post in; papers that are late in leaving the house
 * (T-27); open tasks that an administrator took from the reader's posts or gave to them. */
export const limitNotices: Handler<'limitNotices'> = async (deps, { actor }) => {
  const orgIds = [...new Set([...actor.positions, ...actor.delegations.map((lent) => lent.from)].map((position) => position.orgId))];
  const notices = await deps.stores.limitNotices.ofOrgs(actor.provinceId, orgIds);
  const kept = orgIds.filter((orgId) => mayReadRegister(actor, orgId).allowed);
  const waiting = await waitingPapers(deps, actor.provinceId, kept);
  return {
    notices: notices.map((notice) => ({ ...notice, dueAt: isoOf(notice.dueAt.getTime()), at: isoOf(notice.at.getTime()) })),
    unissued: waiting.filter((paper) => paper.overdue),
    reassigned: await reassignmentNotices(deps, actor.provinceId, principalsOf(actor)),
  };
};
