import { isoOf } from '@thidua/kernel';
import type { Handler } from '../handler';

/** Reminders and escalations of steps that are still open, of the bodies the reader holds a post in. */
export const limitNotices: Handler<'limitNotices'> = async (deps, { actor }) => {
  const orgIds = [...new Set([...actor.positions, ...actor.delegations.map((lent) => lent.from)].map((position) => position.orgId))];
  const notices = await deps.stores.limitNotices.ofOrgs(actor.provinceId, orgIds);
  return { notices: notices.map((notice) => ({ ...notice, dueAt: isoOf(notice.dueAt.getTime()), at: isoOf(notice.at.getTime()) })) };
};
