import type { LocalDate } from '@thidua/kernel';
import type { AwardRow, AwardType, Pack } from '../pack/pack';
import { rowsOn } from '../pack/rows';
import type { EligibilityFacts } from './facts';
import { ruleVerdicts } from './rule-verdicts';
import { overallOf, type CriterionVerdict, type Verdict } from './verdict';
import { criterionVerdicts } from './verdicts-for';

export interface Prospect {
  readonly award: string;
  readonly awardType: AwardType;
  /** The year it would be for. */
  readonly year: number;
  readonly verdict: Verdict;
  /** Criteria that are met, for 'vì sao'. */
  readonly met: readonly CriterionVerdict[];
  /** What stands against it. */
  readonly failed: readonly CriterionVerdict[];
  /** What would have to be known or still to happen, in words. */
  readonly missing: readonly string[];
}

/** Rules that speak of the nominee and not of one proposal. */
const STANDING_RULES: readonly string[] = ['R-05', 'R-12'];
const ORDER: readonly Verdict[] = ['met', 'missing-data', 'not-met'];

/**
 * What the nominee could be given for each of `years` by the criteria proposals are judged by. A later year is asked for as of the same day
 * of that later time, by the law of today; what that year will bring is missing, not refused.
 */
export function prospects(pack: Pack, facts: EligibilityFacts, years: readonly number[], date: LocalDate): readonly Prospect[] {
  const awards = rowsOn(pack.awards, date).filter((row) => row.nominees.some((kind) => kind === facts.kind));
  const all = years.flatMap((year) =>
    awards.flatMap((row) => prospectOf({ pack, facts: { ...facts, year }, date }, row, year - facts.year)),
  );
  return all.toSorted(
    (a, b) => a.year - b.year || ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) || a.missing.length - b.missing.length,
  );
}

interface Asked {
  readonly pack: Pack;
  readonly facts: EligibilityFacts;
  readonly date: LocalDate;
}

function prospectOf({ pack, facts, date }: Asked, row: AwardRow, later: number): readonly Prospect[] {
  const awardType: AwardType = row.types.length === 0 || row.types.includes('merit') ? 'merit' : (row.types[0] ?? 'merit');
  const asked: EligibilityFacts = { ...facts, award: row.award, awardType, movement: null, plan: null };
  const then = { ...date, year: date.year + later, day: Math.min(date.day, 28) };
  const criteria = criterionVerdicts(pack, asked, later === 0 ? date : then, date);
  if (criteria.length === 0) {
    return [];
  }
  const rules = ruleVerdicts(pack, asked, date).filter((one) => STANDING_RULES.includes(one.ruleId));
  const verdicts = [...criteria, ...rules];
  const { verdict, failed, open } = overallOf(verdicts);
  const missing = [...new Set(open.flatMap((one) => one.missing))];
  return [
    { award: row.award, awardType, year: facts.year, verdict, met: criteria.filter((one) => one.verdict === 'met'), failed, missing },
  ];
}
