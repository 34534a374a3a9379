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
export const AREA_FORMS = ['any', 'tinh', 'thanh-pho', 'huyen', 'quan', 'thi-xa', 'xa', 'phuong', 'dac-khu', 'thi-tran'] as const;
export type AreaForm = (typeof AREA_FORMS)[number];

/** Loại hình khen thưởng (L2022 art. 8); 'movement' covers chuyên đề: every award given inside a movement. */
export const AWARD_TYPES = ['merit', 'sudden', 'movement', 'service', 'tenure', 'external'] as const;
export type AwardType = (typeof AWARD_TYPES)[number];

/** Who hands a proposal to the deciding level (law.md 2, 'submitted by'). */
export const SUBMITTERS = ['unit', 'commune', 'department', 'cluster'] as const;
export type Submitter = (typeof SUBMITTERS)[number];

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
  /** Types it may be given for; empty = every type. */
  readonly types: readonly AwardType[];
  /** ND152 3.1–3.2: state-level titles and forms. */
  readonly stateLevel: boolean;
  readonly submittedBy: readonly Submitter[];
  /** Considered once a year. */
  readonly yearly: boolean;
}

/** Who decides which awards (law.md section 3). Empty `orgKinds` = any body of that level. */
export interface AuthorityRow extends PackRow {
  readonly awards: readonly string[];
  readonly level: Level;
  readonly role: AuthorityRole;
  readonly orgKinds: readonly OrgKind[];
}

export type Threshold = { readonly kind: 'at-least'; readonly share: Fraction } | { readonly kind: 'majority' };

export const BALLOT_BASES = ['all-members', 'standing-members'] as const;
export type BallotBase = (typeof BALLOT_BASES)[number];

/** A share of ALL members (of the council, or of its standing members), present or not (law.md section 4). */
export interface BallotRow extends PackRow {
  readonly awards: readonly string[];
  readonly levels: readonly Level[];
  readonly threshold: Threshold;
  readonly base: BallotBase;
  readonly secret: boolean;
  /** An absent member is asked in writing and stays in the base (V-12). */
  readonly absentInWriting: boolean;
}

/** How many members must be present (V-05, V-13). Empty `awards` = any session; the row that names an award goes before. */
export interface QuorumRow extends PackRow {
  readonly awards: readonly string[];
  readonly levels: readonly Level[];
  readonly share: Fraction;
  readonly text: string;
}

export const COUNCIL_BODIES = ['none', 'standing', 'full'] as const;
export type CouncilBody = (typeof COUNCIL_BODIES)[number];

/** recuse: who declares a conflict does not vote · chair-rules: the same, unless the chair of the council declines it (V-14). */
export const CONFLICT_POLICIES = ['chair-rules', 'recuse'] as const;
export type ConflictPolicy = (typeof CONFLICT_POLICIES)[number];

export interface CouncilRow extends PackRow {
  readonly awards: readonly string[];
  readonly level: Level;
  readonly body: CouncilBody;
  readonly conflict: ConflictPolicy;
  /** Members of the counting team, its head among them. */
  readonly counters: number;
}

export interface LimitAmount {
  readonly value: number;
  readonly unit: 'working-day' | 'day' | 'month';
}

/** within: done before it ends · at-least: must have run its length · look-back: how old a fact may be · by-date: before a day of the year. */
export const LIMIT_KINDS = ['within', 'at-least', 'look-back', 'by-date'] as const;
export const STARTS = ['received', 'complete', 'event'] as const;
export const ON_SUPPLEMENT = ['restart', 'pause', 'none'] as const;
export const ON_OPINION = ['none', 'pause'] as const;

/** The last day of a 'by-date' limit. `yearOffset` counts from the year the matter belongs to: 1 = the year after (T-12). */
export interface FixedDay {
  readonly month: number;
  readonly day: number;
  readonly yearOffset: number;
}

/** A time limit (law.md section 8, decision 30): when it starts and what stops it. */
export interface LimitRow extends PackRow {
  readonly text: string;
  readonly kind: (typeof LIMIT_KINDS)[number];
  readonly level: Level | null;
  readonly awards: readonly string[];
  /** 0 days for a limit by date. */
  readonly amount: LimitAmount;
  /** Of a limit by date; null there = the day is announced each time (T-14). */
  readonly fixedDay: FixedDay | null;
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

/** A cross-cutting rule (R-*): the sentence screens show, and the share it names where it names one. */
export interface RuleRow extends PackRow {
  readonly text: string;
  readonly share: Fraction | null;
}

export const OWN_ROW_POLICIES = ['deputy-signs', 'split'] as const;
export type OwnRowPolicy = (typeof OWN_ROW_POLICIES)[number];

/** House rule of decision 27: what happens when the signer stands on the list. */
export interface SigningRow extends PackRow {
  readonly text: string;
  readonly ownRow: OwnRowPolicy;
}

/**
 * One criterion of an award (E-*). Criteria of group 'all' must all be met; of every other group one is enough, and of several such
 * groups each. `decision` names a DMN decision of the pack's eligibility.dmn.
 */
export interface CriterionRow extends PackRow {
  readonly award: string;
  readonly kinds: readonly NomineeKind[];
  /** Empty = whatever the type. */
  readonly types: readonly AwardType[];
  readonly group: string;
  /** False: not met only warns. */
  readonly hard: boolean;
  readonly text: string;
  readonly decision: string;
}

export const DOSSIER_PROCEDURES = ['ordinary', 'simplified', 'any'] as const;
export type DossierProcedure = (typeof DOSSIER_PROCEDURES)[number];

/** A part of a dossier (D-*, law.md 7.1–7.2). */
export interface DossierPartRow extends PackRow {
  /** 'D-01' … 'D-09', 'D-03b'. */
  readonly part: string;
  readonly awards: readonly string[];
  readonly types: readonly AwardType[];
  readonly procedure: DossierProcedure;
  /** Kind of our own paper, where the system makes it. */
  readonly paperKind: string | null;
  readonly text: string;
  /** Form of the annex: 'Mẫu 05'. */
  readonly form: string | null;
  readonly required: boolean;
  /** The level that makes the part: what a unit cannot have yet is not asked of it. */
  readonly madeAt: Level;
  /** Number of sets, as printed: '01 bản chính'. */
  readonly sets: string | null;
}

export const QUOTA_BASES = ['cluster-leaders', 'awarded-in-round', 'unit-members'] as const;
export type QuotaBase = (typeof QUOTA_BASES)[number];

/** At most (or, for 'awarded-in-round', at least) a share of something. */
export interface QuotaRow extends PackRow {
  readonly award: string;
  readonly limit: 'at-most' | 'at-least';
  readonly share: Fraction;
  readonly of: QuotaBase;
  /** Of whom the share is counted: everyone, or those who work directly, not leading. */
  readonly who: 'all' | 'direct-workers';
  readonly text: string;
}

export const PROCEDURE_KINDS = ['public-notice', 'party-opinion', 'agency-opinion', 'ministry-opinion', 'confirmation'] as const;
export type ProcedureKind = (typeof PROCEDURE_KINDS)[number];

export const PROCEDURE_CASES = [
  'always',
  'under-party-management',
  'enterprise',
  'own-body',
  'ministry-body',
  'external-relations',
  'state-budget-body',
  'initiative',
] as const;
export type ProcedureCase = (typeof PROCEDURE_CASES)[number];

/** A step that law wants before the council or the submission (T-01, T-18, R-16, R-18, law.md 7.6). */
export interface ProcedureRow extends PackRow {
  readonly awards: readonly string[];
  readonly level: Level;
  readonly kind: ProcedureKind;
  readonly when: ProcedureCase;
  /** Bodies asked, as written to them. */
  readonly bodies: readonly string[];
  /** Procedures for which the step falls away. */
  readonly notProcedures: readonly 'simplified'[];
  /** Limit row: T-01, T-03, T-18. */
  readonly limit: string | null;
  /** What silence of the asked body means (T-03). */
  readonly silence: 'waits' | 'goes-on';
  readonly text: string;
}

export const FUND_PAYERS = ['decider', 'province', 'enterprise'] as const;
export type FundPayer = (typeof FUND_PAYERS)[number];

/** Who pays (M-06). `levels` are the levels that decide; empty `awards` = every award of those levels. */
export interface FundRow extends PackRow {
  readonly awards: readonly string[];
  readonly levels: readonly Level[];
  readonly payer: FundPayer;
  readonly text: string;
}

/** What a kind of paper must hold (law.md 7.3, 7.4), for the linter. */
export interface PaperRow extends PackRow {
  readonly kind: string;
  readonly awards: readonly string[];
  readonly text: string;
  readonly needs: readonly string[];
}

/** Rows that a place may switch off, e.g. `strict-80-3` (law.md section 3, reading A). */
export interface Overlay {
  readonly id: string;
  readonly off: readonly string[];
  readonly citation: string;
}

/** placeholder: no rows, never in force · local: a province's rows that are laid over `basedOn`, never in force by themselves. */
export const PACK_STATUSES = ['in-use', 'placeholder', 'local'] as const;

/** Award law for dossiers received in a period. */
export interface Pack {
  readonly id: string;
  readonly title: string;
  readonly status: (typeof PACK_STATUSES)[number];
  readonly receivedFrom: LocalDate;
  readonly receivedTo: LocalDate | null;
  /** First day on which the decree behind the pack no longer stands; null = open. */
  readonly lapsesOn: LocalDate | null;
  /** The pack whose law this one carries on, or lies over. */
  readonly basedOn: string | null;
  /** Null = the whole country. */
  readonly province: string | null;
  /** Made-up law for the demo clock; papers made under it are stamped MÔ PHỎNG. */
  readonly simulated: boolean;
  readonly citation: string;
  readonly confirmed: boolean;
  readonly note: string | null;
  readonly awards: readonly AwardRow[];
  readonly authorities: readonly AuthorityRow[];
  readonly ballots: readonly BallotRow[];
  readonly quorums: readonly QuorumRow[];
  readonly councils: readonly CouncilRow[];
  readonly criteria: readonly CriterionRow[];
  readonly dossierParts: readonly DossierPartRow[];
  readonly quotas: readonly QuotaRow[];
  readonly procedures: readonly ProcedureRow[];
  readonly limits: readonly LimitRow[];
  readonly baseSalaries: readonly BaseSalaryRow[];
  readonly coefficients: readonly CoefficientRow[];
  readonly rounding: readonly RoundingRow[];
  readonly funds: readonly FundRow[];
  readonly papers: readonly PaperRow[];
  readonly rules: readonly RuleRow[];
  readonly signing: readonly SigningRow[];
  readonly overlays: readonly Overlay[];
  /** Of a local pack: overlays of the pack below that the place insists on. */
  readonly switchOn: readonly string[];
  /** XML of eligibility.dmn; '' when there is none. */
  readonly eligibilityDmn: string;
}
