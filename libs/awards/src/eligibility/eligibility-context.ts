import { compareDates, formatLocalDate, type JsonObject, type JsonValue, type LocalDate } from '@thidua/kernel';
import { awardOf } from '../pack/award-name';
import type { Pack } from '../pack/pack';
import type { EligibilityFacts, PastAward, Proof } from './facts';
import { clockOf } from './next-award-clock';

/**
 * What the FEEL of eligibility.dmn may read; every name is always there, null = nobody has said. Entries of lists carry `kind`, `id` and
 * `text`, so a decision answers what it rests on by answering the entries themselves.
 *
 * Inside a filter the entries of an item are names: what is asked about is therefore `forAward`, `forKind`, `forYear`.
 *
 * - `forAward`, `awardType`, `forKind`, `forYear`, `occasion`, `today` (text YYYY-MM-DD), `stateLevel`, `names` (award code → name)
 * - `inMovement`, `launcher` (level), `movementYears`, `leadsMovement`, `movement`; `clusterRunBy`, `leadsCluster`, `cluster`
 * - `tier` of a body, `female`, `femaleLeader`, `labour`, `review` ({agreed}) of the unit's meeting
 * - `history`: {award, year, usable}; usable false = barred by R-03, null = its type is not known. `awardYearsKnown`, `awardsAllKnown`
 * - `clocks`: one per award given and usable, oldest first: {award, whole (years since), years (calendar years since)}
 * - `ratings`: {year, rating, maternity}; `results`: {result, scope, grade, recognisedBy, year, free}, `resultsAllKnown`
 * - `disciplines`: {serious, from, to}, `disciplineAllKnown`; `collectives`: {year, members, women, …}; `service`: {post, years}
 */
export function eligibilityContext(pack: Pack, facts: EligibilityFacts, date: LocalDate): JsonObject {
  const { movement, cluster } = facts;
  return {
    forAward: facts.award,
    awardType: facts.awardType,
    forKind: facts.kind,
    forYear: facts.year,
    occasion: facts.occasion,
    today: formatLocalDate(date),
    stateLevel: awardOf(pack, facts.award)?.stateLevel ?? false,
    names: Object.fromEntries(pack.awards.map((row) => [row.award, row.names[0]?.short ?? row.award])),
    inMovement: movement !== null,
    launcher: movement?.launcher ?? null,
    movementYears: movement?.years ?? null,
    leadsMovement: movement?.leads ?? null,
    movement: movement === null ? null : { kind: 'movement', id: movement.id, text: movement.name },
    clusterRunBy: cluster?.runBy ?? null,
    leadsCluster: cluster?.leads ?? null,
    cluster: cluster === null ? null : proof(cluster),
    tier: facts.tier,
    female: facts.female,
    femaleLeader: facts.femaleLeader,
    labour: facts.labour,
    review: facts.review === null ? null : { ...proof(facts.review), agreed: facts.review.agreed },
    history: facts.history.map((past) => ({ ...proof(past), award: past.award, year: past.year, usable: usableFor(facts, past) })),
    awardYearsKnown: yearsKnown(facts, 'awards'),
    awardsAllKnown: allKnown(facts, 'awards'),
    clocks: clocks(facts, date),
    ratings: facts.ratings.map((one) => ({ ...proof(one), year: one.year, rating: one.rating, maternity: one.maternity })),
    results: facts.results.map((one) => ({
      ...proof(one),
      result: one.result,
      scope: one.scope,
      grade: one.grade,
      recognisedBy: one.recognisedBy,
      year: one.year,
      free: one.used === null,
    })),
    resultsAllKnown: allKnown(facts, 'initiatives'),
    disciplines: facts.disciplines.map((one) => ({
      ...proof(one),
      serious: one.serious,
      from: formatLocalDate(one.from),
      to: one.to === null ? null : formatLocalDate(one.to),
    })),
    disciplineAllKnown: allKnown(facts, 'discipline'),
    collectives: facts.collectives.map((one) => ({ ...one })),
    service: facts.service.map((one) => ({ ...proof(one), post: one.post, years: wholeYears(one.from, one.to ?? date) })),
  };
}

/** results of themed and sudden awards are no basis for merit; an award whose type nobody knows may be one. */
export function usableFor({ awardType }: Pick<EligibilityFacts, 'awardType'>, past: PastAward): boolean | null {
  if (awardType !== 'merit') {
    return true;
  }
  return past.type === null ? null : past.type !== 'movement' && past.type !== 'sudden';
}

/** Full years from one day to another. */
export function wholeYears(from: LocalDate, to: LocalDate): number {
  const years = to.year - from.year;
  return compareDates({ ...to, year: from.year }, from) < 0 ? years - 1 : years;
}

function clocks(facts: EligibilityFacts, date: LocalDate): JsonValue {
  return facts.history
    .filter((past) => usableFor(facts, past) === true)
    .toSorted((a, b) => compareDates(clockOf(a).from, clockOf(b).from))
    .map((past) => {
      const { from } = clockOf(past);
      // The year the clock starts in counts when most of it is left.
      const first = from.month <= 6 ? from.year : from.year + 1;
      const years = Array.from({ length: Math.max(0, facts.year - first + 1) }, (_, index) => first + index);
      return { ...proof(past), award: past.award, whole: wholeYears(from, date), years };
    });
}

function yearsKnown({ complete }: EligibilityFacts, covers: string): number[] {
  const spans = complete.filter((one) => one.covers === covers);
  return [...new Set(spans.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index)))];
}

/** A statement that reaches up to the year before: what it does not name was never given. */
function allKnown({ complete, year }: EligibilityFacts, covers: string): boolean {
  return complete.some((one) => one.covers === covers && one.to >= year - 1);
}

function proof({ kind, id, text }: Proof): { kind: string; id: string; text: string } {
  return { kind, id, text };
}
