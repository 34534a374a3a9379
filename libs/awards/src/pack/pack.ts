import type { Fraction, LocalDate } from '@thidua/kernel';

/** UNIT: school, office, enterprise · XA: commune · HUYEN: district (ended 2025-06-30) · TINH: province · TTG: Prime Minister · CTN: President. */
export const LEVELS = ['UNIT', 'XA', 'HUYEN', 'TINH', 'TTG', 'CTN'] as const;
export type Level = (typeof LEVELS)[number];

export const AUTHORITY_ROLES = ['head', 'board-chair', 'chair', 'prime-minister', 'president'] as const;
export type AuthorityRole = (typeof AUTHORITY_ROLES)[number];

/** Only a unit's head has powers that depend on what kind of body the unit is (law.md AU-01 to AU-03). */
export const ORG_KINDS = ['agency', 'enterprise', 'cooperative'] as const;
export type OrgKind = (typeof ORG_KINDS)[number];

export const NOMINEE_KINDS = ['individual', 'collective', 'household'] as const;
export type NomineeKind = (typeof NOMINEE_KINDS)[number];

/** What kind of local government a name is written for: 'thanh-pho' is a centrally-run city. */
export const AREA_FORMS = ['any', 'tinh', 'thanh-pho', 'xa', 'phuong', 'dac-khu'] as const;
export type AreaForm = (typeof AREA_FORMS)[number];

/** What every fact of a pack carries: `citation` is printed as it stands; `confirmed: false` is sample data. */
export interface PackRow {
  readonly id: string;
  readonly effectiveFrom: LocalDate;
  /** Last day in force; null = open. */
  readonly effectiveTo: LocalDate | null;
  /** Null = the whole country. */
  readonly province: string | null;
  readonly citation: string;
  readonly confirmed: boolean;
  /** Key of law.md section 16. */
  readonly source: string;
  readonly note: string | null;
}

export interface AwardName {
  readonly area: AreaForm;
  /** As printed on papers, never abbreviated. */
  readonly full: string;
  /** For lists on screens. */
  readonly short: string;
}

/** An award of law.md section 2; `level` is the level that decides. */
export interface AwardRow extends PackRow {
  readonly award: string;
  readonly kind: 'title' | 'form';
  readonly nominees: readonly NomineeKind[];
  readonly level: Level;
  readonly names: readonly AwardName[];
}

/** Who decides which awards (law.md section 3). Empty `orgKinds` = any body of that level. */
export interface AuthorityRow extends PackRow {
  readonly awards: readonly string[];
  readonly level: Level;
  readonly role: AuthorityRole;
  readonly orgKinds: readonly OrgKind[];
}

export type Threshold = { readonly kind: 'at-least'; readonly share: Fraction } | { readonly kind: 'majority' };

/** A share of ALL members, present or not (law.md section 4). */
export interface BallotRow extends PackRow {
  readonly awards: readonly string[];
  readonly levels: readonly Level[];
  readonly threshold: Threshold;
  readonly base: 'all-members';
  readonly secret: boolean;
}

export const COUNCIL_BODIES = ['none', 'standing', 'full'] as const;
export type CouncilBody = (typeof COUNCIL_BODIES)[number];

export interface CouncilRow extends PackRow {
  readonly awards: readonly string[];
  readonly level: Level;
  readonly body: CouncilBody;
}

export interface LimitAmount {
  readonly value: number;
  readonly unit: 'working-day' | 'day' | 'month';
}

/** within: done before it ends · at-least: must have run its length · look-back: how old a fact may be. */
export const LIMIT_KINDS = ['within', 'at-least', 'look-back'] as const;
export const STARTS = ['received', 'complete', 'event'] as const;
export const ON_SUPPLEMENT = ['restart', 'pause', 'none'] as const;
export const ON_OPINION = ['none', 'pause'] as const;

/** A time limit (law.md section 8, decision 30): when it starts and what stops it. */
export interface LimitRow extends PackRow {
  readonly text: string;
  readonly kind: (typeof LIMIT_KINDS)[number];
  readonly level: Level | null;
  readonly awards: readonly string[];
  readonly amount: LimitAmount;
  readonly startsAt: (typeof STARTS)[number];
  readonly onSupplement: (typeof ON_SUPPLEMENT)[number];
  readonly onOpinion: (typeof ON_OPINION)[number];
}

export interface BaseSalaryRow extends PackRow {
  /** đồng per month. */
  readonly amount: number;
}

export interface CoefficientRow extends PackRow {
  readonly award: string;
  /** × base salary for an individual, or for the collective when the award has no individuals. */
  readonly base: Fraction;
  /** Factors on `base` by kind of nominee. */
  readonly factors: Readonly<Partial<Record<NomineeKind, Fraction>>>;
}

export const ROUNDING_ORDERS = ['multiplyFirst', 'roundFirst'] as const;
export type RoundingOrder = (typeof ROUNDING_ORDERS)[number];

export interface RoundingRow extends PackRow {
  /** Rounded up to a multiple of this many đồng. */
  readonly step: number;
  readonly order: RoundingOrder;
}

/** A cross-cutting rule (R-*): the sentence screens show. */
export interface RuleRow extends PackRow {
  readonly text: string;
}

export const OWN_ROW_POLICIES = ['deputy-signs', 'split'] as const;
export type OwnRowPolicy = (typeof OWN_ROW_POLICIES)[number];

/** House rule of decision 27: what happens when the signer stands on the list. */
export interface SigningRow extends PackRow {
  readonly text: string;
  readonly ownRow: OwnRowPolicy;
}

/** Rows that a place may switch off, e.g. `strict-80-3` (law.md section 3, reading A). */
export interface Overlay {
  readonly id: string;
  readonly off: readonly string[];
  readonly citation: string;
}

/** Award law for dossiers received in a period. A placeholder has no rows and is never in force. */
export interface Pack {
  readonly id: string;
  readonly title: string;
  readonly status: 'in-use' | 'placeholder';
  readonly receivedFrom: LocalDate;
  readonly receivedTo: LocalDate | null;
  /** First day on which the decree behind the pack no longer stands; null = open. */
  readonly lapsesOn: LocalDate | null;
  readonly citation: string;
  readonly confirmed: boolean;
  readonly note: string | null;
  readonly awards: readonly AwardRow[];
  readonly authorities: readonly AuthorityRow[];
  readonly ballots: readonly BallotRow[];
  readonly councils: readonly CouncilRow[];
  readonly limits: readonly LimitRow[];
  readonly baseSalaries: readonly BaseSalaryRow[];
  readonly coefficients: readonly CoefficientRow[];
  readonly rounding: readonly RoundingRow[];
  readonly rules: readonly RuleRow[];
  readonly signing: readonly SigningRow[];
  readonly overlays: readonly Overlay[];
}
