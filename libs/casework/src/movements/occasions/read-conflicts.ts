import { decisionFor, planTitle } from '@thidua/awards';
import { mayRunMovement } from '@thidua/access';
import type { PlanConflicts } from '@thidua/contract';
import { isoOf } from '@thidua/kernel';
import type { Handler } from '../../handler';
import { movementFor } from '../movement-at-hand';
import { conflictView } from './conflict-view';
import { planSide } from './plan-side';
import { viewAround } from './view-around';

/** Every place of the plan that a person settles, with what was settled, by whom and why. */
export const planConflicts: Handler<'planConflicts'> = async (deps, { actor, params }): Promise<PlanConflicts> => {
  const { record, org, standing: office } = await movementFor(deps, actor, params['id'] ?? '');
  const side = await planSide(deps, actor.provinceId, record.id);
  const around = await viewAround(deps, side, org);
  const choices = await deps.stores.choices.ofMovement(actor.provinceId, record.id);
  const standing = choices.filter((one) => one.replacedAt === null);
  return {
    planTitle: planTitle(side.standing.printed),
    conflicts: side.conflicts.map((conflict) => {
      const decision = decisionFor(conflict, standing);
      return conflictView(
        conflict,
        standing.find((one) => one === decision),
        around,
      );
    }),
    chain: side.standing.links.map(({ id, name, launcher, launcherBody, years, plan }) => ({
      id,
      name,
      launcher,
      launcherBody,
      years,
      plan,
    })),
    replaced: choices
      .filter((one) => one.replacedAt !== null)
      .map(({ path, quote, picked, reason, personName, at }) => ({
        ...{ path, quote, picked: [...picked], reason, personName },
        at: isoOf(at.getTime()),
      })),
    may: { decide: mayRunMovement(actor, office.id).allowed },
  };
};
