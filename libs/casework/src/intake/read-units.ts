import { mayStandAtDesk } from '@thidua/access';
import { dayOf } from '@thidua/kernel';
import type { Handler } from '../handler';
import { Refused } from '../refused';
import { intakePlace, type IntakePlace } from './intake-place';

/** Bodies below the actor's desk, by name; the desk itself first. */
export const intakeUnits: Handler<'intakeUnits'> = async (deps, { actor }) => {
  const day = dayOf(deps.clock.nowMs());
  const atDesk = actor.positions.some((position) => mayStandAtDesk(actor, position.orgId).allowed);
  const orgs = atDesk ? await deps.stores.people.orgs(actor.provinceId) : [];
  const near = orgs.filter((org) => org.level === 'UNIT' || actor.positions.some((position) => position.orgId === org.id));
  const places: IntakePlace[] = [];
  for (const org of near) {
    const place = await placeOrNone(() => intakePlace(deps, { provinceId: actor.provinceId, orgId: org.id, day }));
    if (place !== undefined && mayStandAtDesk(actor, place.desk.id).allowed) {
      places.push(place);
    }
  }
  const units = places.map(({ submitter, desk }) => ({
    id: submitter.id,
    name: submitter.name,
    deskOrgId: desk.id,
    deskName: desk.name,
    own: submitter.id === desk.id,
  }));
  return { units: units.toSorted((a, b) => Number(b.own) - Number(a.own) || a.name.localeCompare(b.name, 'vi')) };
};

/** Bodies that have ended or stand alone hand nothing in. */
async function placeOrNone(find: () => Promise<IntakePlace>): Promise<IntakePlace | undefined> {
  try {
    return await find();
  } catch (error) {
    if (error instanceof Refused) {
      return undefined;
    }
    throw error;
  }
}
