/** Where a fact comes from: this system gave the award, an import brought it, a person entered it. */
export type EvidenceSource = 'system' | 'import' | 'manual';

/** The paper a fact rests on and who vouched for it; days are YYYY-MM-DD. Exactly one of person and body, but for awards of nominees without either. */
export interface Standing {
  readonly id: string;
  readonly personId: string | null;
  readonly orgId: string | null;
  readonly paperNumber: string | null;
  readonly paperDate: string | null;
  readonly paperBody: string | null;
  readonly fileSha256: string | null;
  readonly note: string | null;
  readonly source: EvidenceSource;
  readonly batchId: string | null;
  readonly createdBy: string | null;
  readonly createdAt: Date;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Date | null;
}

export type Rating = 'excellent' | 'good' | 'done' | 'not-done';
export type Labour = 'leader' | 'official' | 'worker' | 'farmer';

export interface AwardHistory extends Standing {
  readonly subjectName: string;
  /** A code of the packs, or the name itself for what no pack knows. */
  readonly award: string;
  readonly awardName: string;
  readonly awardKind: 'title' | 'form' | null;
  readonly awardType: 'merit' | 'sudden' | 'movement' | 'service' | 'tenure' | 'external' | null;
  readonly level: string | null;
  /** The year it was given for. */
  readonly year: number;
  readonly decidedOn: string;
  readonly achievementFrom: string | null;
  readonly achievementTo: string | null;
  readonly achievement: string | null;
  readonly achievementHash: string | null;
  readonly movementId: string | null;
  readonly rowId: string | null;
  readonly decisionId: string | null;
}

export interface YearlyRating extends Standing {
  readonly year: number;
  readonly rating: Rating | null;
  readonly maternity: boolean;
  readonly labour: Labour | null;
}

export type ResultKind = 'initiative' | 'topic' | 'invention' | 'prize' | 'combat-merit' | 'contribution' | 'achievement' | 'model';
export type ResultScope = 'unit' | 'commune' | 'district' | 'province' | 'nation' | 'region' | 'continent' | 'world';
export type ResultRecogniser = 'unit' | 'commune' | 'district' | 'province' | 'ministry' | 'nation';

export interface Initiative extends Standing {
  readonly name: string;
  readonly year: number;
  readonly kind: ResultKind;
  readonly scope: ResultScope | null;
  readonly grade: 'gold' | 'silver' | 'bronze' | null;
  readonly recognisedBy: ResultRecogniser | null;
  /** Award it was spent on before this system. */
  readonly usedAward: string | null;
}

export interface Discipline extends Standing {
  readonly form: string;
  /** From a warning (cảnh cáo) up. */
  readonly serious: boolean;
  readonly startsOn: string;
  readonly endsOn: string | null;
}

export interface CollectiveYear extends Standing {
  readonly year: number;
  readonly members: number | null;
  readonly women: number | null;
  readonly completed: number | null;
  readonly ldtt: number | null;
  readonly cstdcs: number | null;
  readonly disciplined: number | null;
  readonly directLabour: number | null;
  readonly partyRating: Rating | null;
  readonly massRating: Rating | null;
}

export interface ServiceTerm extends Standing {
  readonly post: 'minister' | 'vice-minister' | 'general-director' | 'deputy-general-director' | 'director' | 'deputy-director';
  readonly fromDate: string;
  readonly toDate: string | null;
}

/** What the register does not hold for these years did not happen. */
export interface RegisterStatement extends Standing {
  readonly covers: 'awards' | 'initiatives' | 'discipline';
  readonly fromYear: number;
  readonly toYear: number;
}

/** A body's value of an indicator of a set (Bộ chỉ tiêu) of a movement. */
export interface IndicatorResult extends Standing {
  readonly setId: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly year: number;
  readonly target: number | null;
  readonly value: number;
  /** Null: the set has no target for it. */
  readonly met: boolean | null;
}

export interface EvidenceRecords {
  readonly award: AwardHistory;
  readonly rating: YearlyRating;
  readonly initiative: Initiative;
  readonly discipline: Discipline;
  readonly collective: CollectiveYear;
  readonly service: ServiceTerm;
  readonly statement: RegisterStatement;
  readonly indicator: IndicatorResult;
}

export type EvidenceKind = keyof EvidenceRecords;
/** A fact to be written; times are given by the writer's clock. */
export type NewEvidence<K extends EvidenceKind> = Omit<EvidenceRecords[K], 'createdAt' | 'confirmedAt'> & {
  readonly createdMs: number;
  readonly confirmedMs: number | null;
};

/** All that is known of some people and bodies, cancelled facts left out. */
export type EvidenceBook = { readonly [K in EvidenceKind]: readonly EvidenceRecords[K][] };
