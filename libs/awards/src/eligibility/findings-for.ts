import { compareDates, type LocalDate } from '@thidua/kernel';
import { awardOf } from '../pack/award-name';
import type { AwardType, Pack } from '../pack/pack';
import { rowsOn } from '../pack/rows';
import { addMonths } from '../deadlines/add-months';
import { limitFor } from '../deadlines/limit-for';

/** Another nominee row that rests on an achievement; open rows and decided ones alike. */
export interface OtherRow {
  readonly rowId: string;
  readonly dossierCode: string;
  readonly achievementHash: string;
  readonly outcome: 'open' | 'awarded' | 'refused' | 'withdrawn';
}

export interface RowFacts {
  readonly award: string;
  readonly awardType: AwardType;
  /** Hash of the normalised achievement text or evidence; null = not known yet. */
  readonly achievementHash: string | null;
  readonly others: readonly OtherRow[];
  /** Past awards on which the proposal rests; null = the nominee's history was not given. */
  readonly basis: readonly { readonly reference: string; readonly awardType: AwardType }[] | null;
  /** Discipline, investigation, inspection, complaint: null = nobody has answered yet. */
  readonly hold: { readonly state: 'none' | 'open' | 'closed'; readonly ground?: string } | null;
  /** Last day of the achievement content. */
  readonly achievementTo: LocalDate | null;
  /** Day on which the province submits, or plans to. */
  readonly submittedOn: LocalDate | null;
}

export interface Finding {
  readonly rule: 'R-02' | 'R-03' | 'R-04' | 'R-10';
  readonly verdict: 'met' | 'not-met' | 'missing-data';
  readonly citation: string;
  readonly confirmed: boolean;
  /** What the verdict rests on: dossier codes, references, the ground of a hold. */
  readonly because: readonly string[];
}

type Verdict = Pick<Finding, 'verdict' | 'because'>;

const MET: Verdict = { verdict: 'met', because: [] };

/** Cross-cutting checks of one nominee row (law.md section 6). Rules that do not apply to it give no finding; missing facts never fail. */
export function findingsFor(pack: Pack, facts: RowFacts, date: LocalDate): readonly Finding[] {
  const verdicts: readonly (readonly [Finding['rule'], Verdict | null])[] = [
    ['R-02', oneAchievementOneAward(facts)],
    ['R-03', facts.awardType === 'merit' ? noThemedBasis(facts) : null],
    ['R-04', notOnHold(facts)],
    ['R-10', isStateLevel(pack, facts.award) ? freshEnough(pack, facts) : null],
  ];
  return verdicts.flatMap(([rule, verdict]) => {
    const row = rowsOn(pack.rules, date).find((candidate) => candidate.id === rule);
    return verdict === null || row === undefined ? [] : [{ rule, ...verdict, citation: row.citation, confirmed: row.confirmed }];
  });
}

function oneAchievementOneAward({ achievementHash, others }: RowFacts): Verdict {
  if (achievementHash === null) {
    return { verdict: 'missing-data', because: [] };
  }
  const same = others.filter(
    (other) => other.achievementHash === achievementHash && (other.outcome === 'open' || other.outcome === 'awarded'),
  );
  return same.length === 0 ? MET : { verdict: 'not-met', because: same.map((other) => other.dossierCode) };
}

function noThemedBasis({ basis }: RowFacts): Verdict {
  if (basis === null) {
    return { verdict: 'missing-data', because: [] };
  }
  const barred = basis.filter((past) => past.awardType === 'movement' || past.awardType === 'sudden');
  return barred.length === 0 ? MET : { verdict: 'not-met', because: barred.map((past) => past.reference) };
}

function notOnHold({ hold }: RowFacts): Verdict {
  if (hold === null) {
    return { verdict: 'missing-data', because: [] };
  }
  return hold.state === 'open' ? { verdict: 'not-met', because: hold.ground === undefined ? [] : [hold.ground] } : MET;
}

function freshEnough(pack: Pack, { achievementTo, submittedOn }: RowFacts): Verdict {
  const months = limitFor(pack, 'T-15')?.amount.value;
  if (achievementTo === null || submittedOn === null || months === undefined) {
    return { verdict: 'missing-data', because: [] };
  }
  return compareDates(submittedOn, addMonths(achievementTo, months)) <= 0 ? MET : { verdict: 'not-met', because: [] };
}

function isStateLevel(pack: Pack, award: string): boolean {
  const level = awardOf(pack, award)?.level;
  return level === 'TTG' || level === 'CTN';
}
