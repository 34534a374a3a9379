/** What a case stands on. */
export type RevocationGround = 'false-declaration' | 'false-papers' | 'unlawful-appraisal' | 'standard-not-met';
export type RevocationStatus = 'proposing' | 'deciding' | 'forwarded' | 'recovering' | 'recovered' | 'kept' | 'restored';

/** Taking back an award: one decision, one conclusion, some or all of its rows. Days are YYYY-MM-DD. */
export interface RevocationRecord {
  readonly id: string;
  readonly code: string;
  readonly decisionId: string;
  readonly award: string;
  readonly roundId: string | null;
  readonly dossierId: string | null;
  /** here: the decider is in this register; central: PM or President, whose papers are recorded. */
  readonly path: 'here' | 'central';
  readonly proposerOrgId: string;
  readonly proposerName: string;
  readonly deciderOrgId: string | null;
  readonly deciderName: string | null;
  readonly ground: RevocationGround;
  readonly conclusionText: string;
  readonly conclusionNumber: string;
  readonly conclusionDate: string;
  readonly conclusionBody: string;
  readonly fileSha256: string | null;
  readonly status: RevocationStatus;
  readonly openedAt: Date;
  readonly instanceId: string | null;
  readonly revokedOn: string | null;
  /** Last day on which honourees give back items and money (T-24). */
  readonly recoverBy: string | null;
  readonly publishedOn: string | null;
  readonly publishedWhere: string | null;
  /** Why the decider kept the award. */
  readonly refusal: string | null;
  readonly closedAt: Date | null;
  readonly version: number;
}

export type NewRevocation = Pick<
  RevocationRecord,
  | 'id'
  | 'code'
  | 'decisionId'
  | 'award'
  | 'roundId'
  | 'dossierId'
  | 'path'
  | 'proposerOrgId'
  | 'deciderOrgId'
  | 'ground'
  | 'conclusionText'
  | 'conclusionNumber'
  | 'conclusionDate'
  | 'conclusionBody'
  | 'fileSha256'
  | 'instanceId'
> & {
  readonly openedBy: string;
  readonly rows: readonly { readonly rowId: string; readonly moneyDue: number; readonly itemDue: boolean }[];
};

export interface RevocationRow {
  readonly rowId: string;
  readonly name: string;
  readonly kind: 'individual' | 'collective' | 'household';
  readonly title: string;
  readonly unitName: string;
  readonly state: string;
  readonly moneyDue: number;
  readonly moneyBack: number;
  readonly itemDue: boolean;
  readonly itemBack: boolean;
}

export interface RecoveryEntry {
  readonly rowId: string;
  readonly kind: 'item' | 'money';
  /** đồng; 0 for an item. */
  readonly amount: number;
  readonly receivedOn: string;
  readonly receipt: string;
}

export interface RevocationPaper {
  readonly id: string;
  readonly kind: 'sent' | 'returned' | 'decision' | 'items-forwarded' | 'restoration';
  readonly numberText: string | null;
  readonly date: string;
  readonly body: string;
  readonly ground: string | null;
  /** Of a decision: whether the award was taken back. */
  readonly granted: boolean | null;
  readonly fileSha256: string | null;
}

/** The decider's act in the register of authority; the same lock as for giving the award. */
export interface NewRevokingDecision {
  readonly id: string;
  readonly revocationId: string;
  readonly orgId: string;
  readonly award: string;
  readonly level: string;
  readonly role: string;
  readonly packHash: string;
  readonly ruleId: string;
  readonly ruleFrom: string;
  readonly positionId: string;
  readonly personId: string;
  readonly capacity: 'self' | 'KT' | 'TL' | 'TUQ' | 'Q';
  readonly onBehalfOf: string | null;
  readonly date: string;
  readonly external: boolean;
  readonly paperId: string | null;
}
