import { reaches, type Fraction } from '@thidua/kernel';
import { demandCounts } from './bad-count';

/** A row that reached its threshold. What is not known of it is null: it is then neither preferred nor passed over by the rule. */
export interface Candidate {
  readonly rowId: string;
  readonly kind: 'individual' | 'collective' | 'household';
  readonly yes: number;
  /** Of an individual. */
  readonly female: boolean | null;
  /** Of a collective. */
  readonly women: { readonly count: number; readonly of: number } | null;
}

export interface Choice {
  /** No choice is forced · votes alone decide · several stand equal at the last place. */
  readonly kind: 'enough' | 'by-votes' | 'tie';
  /** Rows that have a place without a choice. */
  readonly sure: readonly string[];
  /** Rows that stand equal for the places left. */
  readonly tied: readonly string[];
  readonly placesLeft: number;
  /** Of the tied, those R-07 would choose: a woman, or a collective with at least the rule's share of women. */
  readonly preferred: readonly string[];
  /** Tied rows of which the facts R-07 asks for are missing. */
  readonly unknown: readonly string[];
}

/** Which of the rows that passed get one of `places`, by their yes votes; equal ones at the last place are the council's to choose. */
export function choiceAmong(candidates: readonly Candidate[], places: number, shareOfWomen: Fraction): Choice {
  demandCounts({ places });
  if (candidates.length <= places) {
    return { kind: 'enough', sure: ids(candidates), tied: [], placesLeft: places - candidates.length, preferred: [], unknown: [] };
  }
  const ranked = candidates.toSorted((a, b) => b.yes - a.yes);
  const last = ranked[places - 1]?.yes ?? Number.POSITIVE_INFINITY;
  const sure = ranked.filter((one) => one.yes > last);
  const atLine = ranked.filter((one) => one.yes === last);
  const placesLeft = places - sure.length;
  if (atLine.length <= placesLeft) {
    return { kind: 'by-votes', sure: ids([...sure, ...atLine]), tied: [], placesLeft: 0, preferred: [], unknown: [] };
  }
  return {
    kind: 'tie',
    sure: ids(sure),
    tied: ids(atLine),
    placesLeft,
    preferred: ids(atLine.filter((one) => isPreferred(one, shareOfWomen) === true)),
    unknown: ids(atLine.filter((one) => isPreferred(one, shareOfWomen) === null)),
  };
}

function isPreferred({ kind, female, women }: Candidate, share: Fraction): boolean | null {
  if (kind === 'individual') {
    return female;
  }
  return women === null || women.of === 0 ? null : reaches(women.count, women.of, share);
}

function ids(candidates: readonly Candidate[]): readonly string[] {
  return candidates.map((one) => one.rowId);
}
