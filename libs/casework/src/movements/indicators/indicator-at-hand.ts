import { mayRunMovement, mayWorkFor, type Actor, type HeldPosition } from '@thidua/access';
import type { IndicatorSetRecord } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import { isId } from '../../papers/sight';
import { Refused } from '../../refused';
import { bodiesOf, bodyMeant, rolesOf } from '../duties/plan-roles';
import { movementAtHand, movementFor, type MovementAtHand } from '../movement-at-hand';

export interface SetAtHand {
  readonly set: IndicatorSetRecord;
  readonly movement: MovementAtHand;
}

/** Bodies that issue indicators: the standing office, whoever the plan gives them to, and whoever has a duty of that name. */
export async function issuersOf(
  deps: CaseworkDeps,
  movement: MovementAtHand,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const { record, standing } = movement;
  const bodies = await bodiesOf(deps, movement);
  const meant = rolesOf(record.content, 'indicators').flatMap((role) => bodyMeant(role.body, bodies)?.id ?? []);
  const works = await deps.stores.works.list(record.provinceId, { movementId: record.id, kinds: ['duty'] });
  const duties = await deps.stores.duties.byIds(
    record.provinceId,
    works.map((work) => work.id),
  );
  const given = works.filter((work) => duties.some((duty) => duty.id === work.id && duty.role === 'indicators')).map((work) => work.orgId);
  const ids = new Set([standing.id, ...meant, ...given]);
  return bodies.filter((body) => ids.has(body.id)).map(({ id, name }) => ({ id, name }));
}

/** Of the issuing body, or of the office that runs the movement. @throws Refused forbidden */
export function demandIssuer(actor: Actor, orgId: string, movement: MovementAtHand): HeldPosition {
  const own = mayWorkFor(actor, orgId);
  const run = mayRunMovement(actor, movement.standing.id);
  const verdict = own.allowed ? own : run;
  if (!verdict.allowed) {
    throw new Refused('forbidden', { orgId });
  }
  return verdict.position;
}

/** @throws Refused not-found */
export async function setFor(deps: CaseworkDeps, actor: Actor, id: string): Promise<SetAtHand> {
  const set = isId(id) ? await deps.stores.indicators.byId(actor.provinceId, id) : undefined;
  const known = set === undefined ? undefined : await movementAtHand(deps, actor.provinceId, set.movementId);
  if (set === undefined || known === undefined) {
    throw new Refused('not-found', { what: 'indicator-set' });
  }
  return { set, movement: await movementFor(deps, actor, set.movementId) };
}
