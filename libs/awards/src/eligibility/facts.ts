import type { LocalDate } from '@thidua/kernel';
import type { Audience, PlanRule } from '../movements/movement';
import type { AwardType, Level, NomineeKind } from '../pack/pack';

/** Something a verdict rests on: an entry of the register, a paper, another dossier. `text` is what screens print. */
export interface Proof {
  readonly kind: ProofKind;
  readonly id: string;
  readonly text: string;
}

export type ProofKind =
  | 'award'
  | 'rating'
  | 'initiative'
  | 'discipline'
  | 'collective'
  | 'service'
  | 'statement'
  | 'dossier'
  | 'minutes'
  | 'cluster'
  | 'hold'
  | 'movement'
  | 'indicator'
  | 'report';

export type RatingGrade = 'excellent' | 'good' | 'done' | 'not-done';

/** An award the subject was given; `type` null = its paper does not say. */
export interface PastAward extends Proof {
  readonly award: string;
  readonly name: string;
  readonly type: AwardType | null;
  /** The year it was given for. */
  readonly year: number;
  readonly decidedOn: LocalDate;
  /** End of the achievement period written in the decision; null = none is written. */
  readonly achievementTo: LocalDate | null;
}

/** A year's official rating; null in a year of maternity leave, which counts as time. */
export interface YearRating extends Proof {
  readonly year: number;
  readonly rating: RatingGrade | null;
  readonly maternity: boolean;
}

/** An initiative, topic, prize or other result that somebody recognised on paper. */
export interface RecognisedResult extends Proof {
  readonly year: number;
  readonly result: string;
  readonly scope: string | null;
  readonly grade: string | null;
  readonly recognisedBy: string | null;
  /** What it was spent on before: a title or a form; null = still free. */
  readonly used: { readonly kind: 'title' | 'form'; readonly text: string } | null;
}

export interface DisciplineFact extends Proof {
  readonly serious: boolean;
  readonly from: LocalDate;
  /** Last day of the discipline period; null = still running. */
  readonly to: LocalDate | null;
}

/** A body's people in a year; null = not told. */
export interface CollectiveFact extends Proof {
  readonly year: number;
  readonly members: number | null;
  readonly women: number | null;
  readonly completed: number | null;
  readonly ldtt: number | null;
  readonly cstdcs: number | null;
  readonly disciplined: number | null;
  readonly directLabour: number | null;
  readonly partyRating: RatingGrade | null;
  readonly massRating: RatingGrade | null;
}

export interface ServiceFact extends Proof {
  readonly post: string;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

/** Another proposal about the same nominee, or on the same achievement; `likeness` of the texts, 0 to 1. */
export interface OtherRow extends Proof {
  readonly dossierCode: string;
  readonly orgName: string;
  readonly sameSubject: boolean;
  readonly achievement: string;
  readonly achievementHash: string;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  /** Ids of register entries and hashes of evidence files both rest on. */
  readonly evidence: readonly string[];
  readonly outcome: 'open' | 'awarded' | 'refused' | 'withdrawn';
}

/** A report the nominee's body owed in a movement; `onTime` null = its day has not come, or nobody has said. */
export interface OwedReport extends Proof {
  readonly year: number;
  readonly onTime: boolean | null;
}

/** What the plan of the movement asks of its nominees beside the law. */
export interface PlanFacts {
  readonly rules: readonly PlanRule[];
  /** Number and title of the plan, for citations. */
  readonly plan: string;
  /** As the plan divides those it addresses; null = nobody has said. */
  readonly audience: Audience | null;
  /** First and last year of the movement; null where the plan leaves them open. */
  readonly from: number | null;
  readonly to: number | null;
  /** Null = no reports were asked for yet. */
  readonly reports: readonly OwedReport[] | null;
}

/** All that is known when an award is considered for somebody. Null always means that nobody has said, never 'no'. */
export interface EligibilityFacts {
  readonly award: string;
  readonly awardType: AwardType;
  readonly kind: NomineeKind;
  /** The year the award is for: the last year of the achievement. */
  readonly year: number;
  readonly occasion: string;
  readonly movement: {
    readonly id: string;
    readonly name: string;
    readonly launcher: Level;
    /** Planned length in whole years; null where the plan gives no end. */
    readonly years: number | null;
    /** The nominee leads it; null = nobody has said. */
    readonly leads: boolean | null;
  } | null;
  /** Null outside of movements. */
  readonly plan: PlanFacts | null;
  /** The cluster (cụm, khối) the body competes in and whether it leads it that year. */
  readonly cluster: (Proof & { readonly runBy: Level | 'TW'; readonly leads: boolean | null }) | null;
  /** Of a body: 'xa', 'phuong', 'dac-khu', 'thon', 'don-vi' …; null for people and where nobody has said. */
  readonly tier: string | null;
  readonly female: boolean | null;
  readonly femaleLeader: boolean;
  readonly labour: 'leader' | 'official' | 'worker' | 'farmer' | null;
  readonly history: readonly PastAward[];
  readonly ratings: readonly YearRating[];
  readonly results: readonly RecognisedResult[];
  readonly disciplines: readonly DisciplineFact[];
  readonly collectives: readonly CollectiveFact[];
  readonly service: readonly ServiceFact[];
  /** Years for which the register is declared complete. */
  readonly complete: readonly { readonly covers: 'awards' | 'initiatives' | 'discipline'; readonly from: number; readonly to: number }[];
  readonly review: (Proof & { readonly agreed: boolean }) | null;
  readonly hold: { readonly state: 'none' | 'open' | 'closed'; readonly ground?: string } | null;
  readonly achievement: {
    readonly text: string;
    readonly hash: string | null;
    readonly from: LocalDate | null;
    readonly to: LocalDate | null;
    /** Ids of register entries and hashes of evidence files. */
    readonly evidence: readonly string[];
  };
  /** Past awards the proposal names as its ground; null = the nominee was not asked. */
  readonly basis: readonly string[] | null;
  readonly others: readonly OtherRow[];
  /** Day on which the province submits, or plans to. */
  readonly submittedOn: LocalDate | null;
}
