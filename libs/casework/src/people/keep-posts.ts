import type { PostEnding } from '@thidua/contract';
import { dayOf, formatLocalDate } from '@thidua/kernel';
import type { RegisterPost, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { note } from '../note';
import { isId } from '../papers/sight';
import { demandAdministrator } from '../processes/administrator';
import { Refused } from '../refused';
import { dayAfter } from './keep-organisations';
import { appointChecked } from './keep-people';
import { keeping } from './keeping';

/** What would happen if the post ended on a day. */
export const postEnding: Handler<'postEnding'> = (deps, { actor, params, query }) => {
  demandAdministrator(actor);
  const { provinceId } = actor;
  return deps.database.inTransaction(async (tx) => {
    const post = await postOf(deps, tx, provinceId, params['id'] ?? '');
    return endingOf(deps, tx, provinceId, { post, lastDay: query.lastDay });
  });
};

/**
 * A post's last day. Open tasks wait at the post, not with the person: they go to whoever holds it the day after, and without anybody it does
 * not end. Ballots bind a person and are left as they are. @throws Refused forbidden, not-found, request-invalid, state-conflict, post-needs-holder
 */
export const endPost: Handler<'endPost'> = (deps, { actor, params, body, key }) =>
  keeping(deps, { actor, key }, async (tx, by) => {
    const { provinceId } = actor;
    const { position } = by;
    const { lastDay, replacement } = body;
    const post = await postOf(deps, tx, provinceId, params['id'] ?? '');
    if (post.to !== null && post.to <= lastDay) {
      throw new Refused('state-conflict', { reason: 'post-over', positionId: post.id });
    }
    if (lastDay < post.from) {
      throw new Refused('request-invalid', { problems: [{ field: 'lastDay', code: 'before-start' }] });
    }
    if (position.id === post.id && replacement === undefined) {
      throw new Refused('state-conflict', { reason: 'own-post', positionId: post.id });
    }
    const ending = await endingOf(deps, tx, provinceId, { post, lastDay });
    if (ending.tasks > 0 && ending.others.length === 0 && replacement === undefined) {
      throw new Refused('post-needs-holder', { tasks: ending.tasks, positionId: post.id });
    }
    const { register, delegations } = deps.stores;
    await register.endPost(tx, provinceId, post.id, lastDay);
    const cut = { positionId: position.id, reason: body.paper, atMs: deps.clock.nowMs(), lastDay };
    const ended = await delegations.endWithPosts(tx, provinceId, [post.id], cut);
    const facts = { lastDay, tasks: ending.tasks, delegations: ended, replacedBy: replacement?.personId ?? null };
    await note(deps, tx, actor, { on: 'position', id: post.id, position, action: 'post-ended', facts });
    if (replacement === undefined) {
      return { ...ending, delegations: ended };
    }
    const { personId, title = post.title } = replacement;
    const ask = { personId, orgId: post.orgId, role: post.role, title, from: dayAfter(lastDay, 'lastDay') };
    await appointChecked(deps, tx, by, ask);
    const [taker] = await deps.stores.people.persons(provinceId, [personId], tx);
    return { ...ending, delegations: ended, others: [...ending.others, taker?.fullName ?? ''] };
  });

async function endingOf(
  { stores, clock }: CaseworkDeps,
  tx: Tx,
  provinceId: string,
  { post, lastDay }: { readonly post: RegisterPost; readonly lastDay: string },
): Promise<PostEnding> {
  const { register, people, delegations, rosters } = stores;
  const today = formatLocalDate(dayOf(clock.nowMs()));
  const after = dayAfter(lastDay, 'lastDay');
  const holders = await people.holders(provinceId, post, after > today ? after : today, tx);
  const seats = await rosters.seatsOf(provinceId, post.personId, after > today ? after : today, tx);
  return {
    tasks: await register.tasksAt(provinceId, post, tx),
    others: holders.filter((one) => one.id !== post.id).map((one) => one.fullName),
    ballots: await register.ballotsOf(provinceId, post.personId, tx),
    delegations: await delegations.reachingPast(provinceId, post.id, lastDay, tx),
    councils: seats.map((seat) => seat.name),
  };
}

/** Locked until the transaction ends. @throws Refused not-found */
async function postOf({ stores }: CaseworkDeps, tx: Tx, provinceId: string, id: string): Promise<RegisterPost> {
  const post = isId(id) ? await stores.register.lockPost(tx, provinceId, id) : undefined;
  if (post === undefined) {
    throw new Refused('not-found', { what: 'position' });
  }
  return post;
}
