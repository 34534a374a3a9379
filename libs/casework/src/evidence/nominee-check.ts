import { prospects } from '@thidua/awards';
import type { NomineeCheck, NomineeChecked } from '@thidua/contract';
import { dayOf } from '@thidua/kernel';
import type { EvidenceBook } from '@thidua/store';
import { achievementHash } from '../dossiers/achievement-hash';
import { usualAwardType } from '../dossiers/award-type';
import type { Handler } from '../handler';
import { nameOfAward } from '../law/names';
import { packOn } from '../law/pack-of';
import { tiersOf } from '../law/tiers-of';
import { searchable } from '../plain-text';
import { subjectFor } from './evidence-sight';
import { factsFor, type Asked } from './facts-for';
import { factText } from './proofs';
import { yearsWithoutRating } from './read-subject';
import { rowVerdicts } from './verdict-views';

/** Warnings at once when a nominee is chosen: the judgement of the appraiser before there is a dossier, and what else the case does meet. */
export const nomineeCheck: Handler<'nomineeCheck'> = async (deps, { actor, body }): Promise<NomineeChecked> => {
  const { provinceId } = actor;
  const today = dayOf(deps.clock.nowMs());
  const { pack } = packOn(deps.law, today, provinceId);
  const known = body.personId ?? body.subjectOrgId;
  const subject = known === undefined ? undefined : await subjectFor(deps, actor, known);
  const home = subject?.home?.id ?? actor.positions[0]?.orgId;
  const tiers = home === undefined ? [] : await tiersOf(deps, provinceId, home);
  const asked = askedOf(body, home);
  const facts = (await factsFor(deps, provinceId, { asked: [asked], pack })).get(asked.key);
  if (facts === undefined) {
    throw new Error('the check lost its question');
  }
  const personIds = body.personId === undefined ? [] : [body.personId];
  const orgIds = body.subjectOrgId === undefined ? [] : [body.subjectOrgId];
  const book = await deps.stores.evidence.book(provinceId, { personIds, orgIds });
  const others = prospects(pack, facts, [body.year], today).filter((one) => one.award !== body.award && one.verdict !== 'not-met');
  return {
    ...rowVerdicts({ pack, facts, today, overrides: [] }),
    history: historyOf(book),
    yearsWithoutRating: personIds.length + orgIds.length === 0 ? [] : yearsWithoutRating(book, today),
    alternatives: others.map(({ award, verdict }) => ({
      award,
      awardName: nameOfAward(pack, award, tiers),
      verdict: verdict === 'met' ? ('met' as const) : ('missing-data' as const),
    })),
  };
};

/** `orgId`: the body that would propose. */
function askedOf(body: NomineeCheck, orgId: string | undefined): Asked {
  const { kind, personId = null, subjectOrgId = null, name, award, movementId = null, occasion, year, achievement = '' } = body;
  return {
    key: 'nominee',
    proposal: {
      id: null,
      kind,
      personId,
      subjectOrgId,
      searchName: searchable(name),
      award,
      awardType: body.awardType ?? usualAwardType({ movementId, occasion }),
      achievement,
      achievementHash: achievementHash(achievement),
      achievementFrom: body.achievementFrom ?? null,
      achievementTo: body.achievementTo ?? null,
      evidence: body.evidence ?? [],
      femaleLeader: body.femaleLeader ?? false,
      details: {},
      state: null,
      reason: null,
    },
    around: {
      ...{ movementId, occasion, year, receiverOrgId: null, underMovementId: body.underMovementId ?? null },
      ...(orgId === undefined ? {} : { orgId }),
    },
  };
}

/** What a proposal may name as its ground. */
function historyOf(book: EvidenceBook): NomineeChecked['history'] {
  return (['award', 'rating', 'initiative'] as const).flatMap((kind) =>
    book[kind].map((fact) => ({ kind, id: fact.id, text: factText(kind, fact), confirmed: fact.confirmedAt !== null })),
  );
}
