import { dayOf, formatLocalDate } from '@thidua/kernel';
import type { CaseworkDeps } from '../../deps';
import type { MovementAtHand } from '../movement-at-hand';
import { candidatesOf } from '../reports/report-candidates';

/** Bodies below that have duties in the movement; fronts are asked to join in and are not inspected. */
export async function bodiesToInspect(
  deps: CaseworkDeps,
  movement: MovementAtHand,
): Promise<readonly { readonly orgId: string; readonly name: string }[]> {
  const found = await candidatesOf(deps, movement);
  return found.filter(({ asked }) => asked === 'duty').map(({ org }) => ({ orgId: org.id, name: org.name }));
}

/** Posts of the body that carries the movement out and of its standing office, held today. */
export async function postsForTeam(
  { stores, clock }: CaseworkDeps,
  { org, standing }: MovementAtHand,
): Promise<readonly { readonly positionId: string; readonly name: string; readonly title: string }[]> {
  const posts = await stores.people.postsIn(org.provinceId, [...new Set([org.id, standing.id])], formatLocalDate(dayOf(clock.nowMs())));
  return posts.map(({ id, fullName, title }) => ({ positionId: id, name: fullName, title }));
}
