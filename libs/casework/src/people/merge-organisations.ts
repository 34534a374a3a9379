import { POST_ROLES, type PostRole } from '@thidua/contract';
import { newId } from '@thidua/runtime';
import type { NewPosition, RegisterBody, RegisterPost, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { note } from '../note';
import { Refused } from '../refused';
import { hasRole, SINGLE_ROLES } from './body-facts';
import { demandPart, endBody } from './end-body';
import { addChecked, dayAfter, demandBody } from './keep-organisations';
import { keeping, type Keeper } from './keeping';

/**
 * Several bodies end on one day by one paper and one body comes after them, with their posts where that is wished; open files move when the
 * day has passed. @throws Refused forbidden, not-found, request-invalid, state-conflict
 */
export const mergeOrganisations: Handler<'mergeOrganisations'> = (deps, { actor, body, key }) => {
  const { provinceId } = actor;
  const { lastDay, kind, paper, takesOpenFiles, keepsPosts, successor } = body;
  const onDate = dayAfter(lastDay, 'lastDay');
  return keeping(deps, { actor, key }, async (tx, by) => {
    const { organisations, register } = deps.stores;
    const bodies = await register.bodies(provinceId, tx);
    const leaving = [...new Set(body.predecessorIds)].map((id) => demandLiving(bodies, id, lastDay));
    const successorId =
      'orgId' in successor
        ? demandBody(bodies, successor.orgId, onDate).id
        : (await addChecked(deps, tx, by, { ...successor, from: onDate })).id;
    if (leaving.some((one) => one.id === successorId)) {
      throw new Refused('state-conflict', { reason: 'own-successor', orgId: successorId });
    }
    // Read before the posts end with their bodies.
    const posts = (await register.posts(provinceId, tx)).filter((post) => post.to === null || post.to > lastDay);
    for (const one of leaving) {
      const succession = { predecessorId: one.id, successorId, kind, onDate, takesOpenFiles, paper };
      await organisations.addSuccession(tx, provinceId, succession);
      await endBody(deps, tx, by, { orgId: one.id, lastDay, kind, paper, successors: [successorId] });
    }
    const ids = leaving.map((one) => one.id);
    const kept = keepsPosts ? await keepPosts(deps, tx, by, { posts, ids, successorId, onDate }) : { posts: 0, vacant: [] };
    return { successorId, ...kept };
  });
};

interface Keeping {
  readonly posts: readonly RegisterPost[];
  readonly ids: readonly string[];
  readonly successorId: string;
  readonly onDate: string;
}

interface Kept {
  readonly posts: number;
  readonly vacant: { role: PostRole; held: string[] }[];
}

/** People go on in the successor in what they did; where several held what one may hold, somebody is appointed anew. */
async function keepPosts(
  deps: CaseworkDeps,
  tx: Tx,
  { actor, position }: Keeper,
  { posts, ids, successorId, onDate }: Keeping,
): Promise<Kept> {
  const { provinceId } = actor;
  const successor = await deps.stores.people.org(provinceId, successorId, tx);
  const going = posts.filter((post) => ids.includes(post.orgId) && post.role !== 'council-member');
  const there = posts.filter((post) => post.orgId === successorId);
  const roles = POST_ROLES.filter((role) => going.some((post) => post.role === role));
  const vacant: Kept['vacant'] = [];
  const made: NewPosition[] = [];
  for (const role of roles) {
    const held = going.filter((post) => post.role === role);
    const one = SINGLE_ROLES.includes(role);
    const taken = there.some((post) => post.role === role);
    if (successor === undefined || !hasRole(role, successor.kind) || (one && (held.length > 1 || taken))) {
      if (!taken && successor !== undefined && hasRole(role, successor.kind)) {
        vacant.push({ role, held: held.map((post) => `${post.fullName}, ${post.title}`) });
      }
      continue;
    }
    const fresh = held.filter((post) => !there.some((other) => other.role === role && other.personId === post.personId));
    made.push(
      ...fresh.map(({ personId, title, to }) => ({ id: newId(deps.clock), orgId: successorId, personId, role, title, from: onDate, to })),
    );
  }
  await deps.stores.registry.addPositions(tx, provinceId, made);
  const facts = { predecessors: [...ids], posts: made.length };
  await note(deps, tx, actor, { on: 'organisation', id: successorId, position, action: 'organisation-took-over', facts });
  return { posts: made.length, vacant };
}

/** @throws Refused not-found, state-conflict, request-invalid */
function demandLiving(bodies: readonly RegisterBody[], id: string, lastDay: string): RegisterBody {
  const body = bodies.find((one) => one.id === id);
  if (body === undefined) {
    throw new Refused('not-found', { what: 'organisation', orgId: id });
  }
  if (body.validTo !== null) {
    throw new Refused('state-conflict', { reason: 'organisation-ended', orgId: id, validTo: body.validTo });
  }
  demandPart(body);
  if (lastDay < body.validFrom) {
    throw new Refused('request-invalid', { problems: [{ field: 'lastDay', code: 'before-start' }] });
  }
  return body;
}
