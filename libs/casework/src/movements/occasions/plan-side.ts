import { decisionFor, planConflicts, planOccasion, withChoices, type Pack, type PlanConflict, type PlanDecision } from '@thidua/awards';
import { dayOf, type LocalDate } from '@thidua/kernel';
import type { CaseworkDeps, MovementStanding } from '../../deps';
import { packOn } from '../../law/pack-of';
import { Refused } from '../../refused';

/** A plan beside the law of the day. */
export interface PlanSide {
  readonly standing: MovementStanding;
  readonly pack: Pack;
  readonly packHash: string;
  readonly today: LocalDate;
  readonly conflicts: readonly PlanConflict[];
}

/** The plan with every place a person must settle. @throws Refused not-found · no-pack-in-force */
export async function planSide(deps: CaseworkDeps, provinceId: string, movementId: string): Promise<PlanSide> {
  await deps.law.refresh();
  const standing = deps.law.standing(provinceId, movementId);
  if (standing === undefined) {
    throw new Refused('not-found', { what: 'movement' });
  }
  const today = dayOf(deps.clock.nowMs());
  const { pack, hash: packHash } = packOn(deps.law, today, provinceId);
  return { standing, pack, packHash, today, conflicts: conflictsOf(standing, pack, today) };
}

/** Once a list has its occasion, the law is asked about that occasion. */
export function conflictsOf({ printed, links, decisions }: MovementStanding, pack: Pack, date: LocalDate): readonly PlanConflict[] {
  const tied = withChoices(
    printed,
    decisions.filter((one) => one.code === 'occasion-open'),
  );
  const loose = planConflicts({ movement: printed, links, pack, date }).filter((one) => one.code === 'occasion-open');
  return [...loose, ...planConflicts({ movement: tied, links, pack, date }).filter((one) => one.code !== 'occasion-open')];
}

/** What must be settled before this occasion opens. */
export function openFor(conflicts: readonly PlanConflict[], decisions: readonly PlanDecision[], occasion: string): readonly PlanConflict[] {
  const wanted = planOccasion(occasion);
  return wanted === undefined
    ? []
    : conflicts.filter(
        (one) => (one.occasions.includes(wanted) || one.occasions.includes('unspecified')) && decisionFor(one, decisions) === undefined,
      );
}
