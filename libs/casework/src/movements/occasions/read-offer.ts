import { planOccasion, planTitle, planRuleText, type Movement } from '@thidua/awards';
import { mayRunMovement } from '@thidua/access';
import type { OccasionOffer } from '@thidua/contract';
import type { WorkOccasion, WorkRecord } from '@thidua/store';
import { textOf } from '../../acts/form-data';
import type { Handler } from '../../handler';
import { movementFor } from '../movement-at-hand';
import { candidatesOf } from '../reports/report-candidates';
import { conflictView } from './conflict-view';
import { awardLine, occasionAwards } from './occasion-awards';
import { OCCASIONS } from './occasion-words';
import { openFor, planSide } from './plan-side';
import { viewAround } from './view-around';

/** Occasions of a movement: what may be given, what must be settled first, who is invited, and those that were held. */
export const occasionOffer: Handler<'occasionOffer'> = async (deps, { actor, params }): Promise<OccasionOffer> => {
  const movement = await movementFor(deps, actor, params['id'] ?? '');
  const { record, org, standing: office } = movement;
  const { provinceId } = actor;
  const side = await planSide(deps, provinceId, record.id);
  const around = await viewAround(deps, side, org);
  const { read, decisions } = side.standing;
  const held = await deps.stores.works.list(provinceId, { movementId: record.id, kinds: ['occasion'] });
  const candidates = await candidatesOf(deps, movement);
  return {
    planTitle: planTitle(read),
    occasions: OCCASIONS.map((occasion) => ({
      occasion,
      awards: occasionAwards(read, occasion, side.pack).map((one) => awardLine(one, around)),
      years: yearsOf(read, occasion),
      open: openFor(side.conflicts, decisions, occasion).map((one) => conflictView(one, undefined, around)),
      rules: rulesOf(read, occasion),
    })),
    recipients: candidates.map(({ org: body, asked, chosen }) => ({ orgId: body.id, name: body.name, asked, chosen })),
    held: held.map(heldView),
    may: { open: record.state === 'in-force' && mayRunMovement(actor, office.id).allowed },
  };
};

/** Years in which the plan holds a review; a yearly award has every year of the movement. */
export function yearsOf({ phases }: Pick<Movement, 'phases'>, occasion: WorkOccasion): number[] {
  const wanted = planOccasion(occasion);
  return wanted === undefined || wanted === 'annual'
    ? []
    : phases.flatMap((phase) => (phase.review === wanted && phase.reviewYear !== null ? [phase.reviewYear] : []));
}

export function rulesOf({ rules }: Movement, occasion: WorkOccasion): OccasionOffer['occasions'][number]['rules'] {
  const wanted = planOccasion(occasion);
  return rules.flatMap((rule, index) =>
    wanted !== undefined && rule.occasions.includes(wanted)
      ? [
          {
            id: `KH-${String(index + 1).padStart(2, '0')}`,
            text: planRuleText(rule),
            plan: { quote: rule.quote, from: rule.line.from, to: rule.line.to },
          },
        ]
      : [],
  );
}

function heldView({ id, code, occasion, year, title, status, facts }: WorkRecord): OccasionOffer['held'][number] {
  return {
    ...{ workId: id, code, occasion: occasion ?? 'annual', year: year ?? 0, title, status },
    closesOn: textOf(facts, 'closesOn') ?? null,
    roundId: textOf(facts, 'round') ?? null,
  };
}
