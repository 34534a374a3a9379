import type { JsonObject } from '@thidua/kernel';
import type { RoundLevel } from '../rounds/round.store';

/** What papers are written from, as it stood when it was read; dates are 'YYYY-MM-DD', instants epoch milliseconds. */
export interface OrgFacts {
  readonly id: string;
  readonly parentId: string | null;
  readonly kind: string;
  readonly level: string;
  readonly name: string;
  readonly headBody: string;
  readonly place: string;
  readonly symbol: string;
  readonly tier: string;
  readonly legalPerson: boolean;
  readonly hasSeal: boolean;
  /** agency, enterprise, cooperative, school, village, party, front, association. */
  readonly orgKind: string;
}

export interface HolderFacts {
  readonly name: string;
  readonly title: string;
}

export interface DossierFacts {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly occasion: string;
  readonly year: number;
  readonly movementId: string | null;
  readonly orgId: string;
  readonly communeId: string | null;
  /** upper: sent to the receiver; own: the unit's head decides. */
  readonly route: 'upper' | 'own';
  readonly receiverOrgId: string | null;
  readonly deskOrgId: string | null;
  readonly procedure: 'ordinary' | 'simplified';
  readonly procedureGround: string | null;
  readonly packHash: string | null;
  readonly receivedMs: number | null;
  readonly createdMs: number;
}

export interface RoundFacts {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly level: RoundLevel;
  readonly occasion: string;
  readonly year: number;
  readonly movementId: string | null;
  readonly orgId: string;
  readonly standingOrgId: string;
  readonly packHash: string;
}

export interface RowFacts {
  readonly id: string;
  readonly seq: number;
  readonly dossierId: string;
  readonly dossierCode: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly kind: 'individual' | 'collective' | 'household';
  readonly personId: string | null;
  readonly name: string;
  readonly title: string;
  readonly award: string;
  readonly achievement: string;
  readonly details: JsonObject;
  readonly scope: 'inside' | 'outside' | 'independent';
  /** Truy tặng: the family receives. */
  readonly posthumous: boolean;
  readonly awardType: string;
  /** Period of the achievement; null where the proposal names none. */
  readonly achievementFrom: string | null;
  readonly achievementTo: string | null;
  /** A nominee from outside the territory: {managingBody, address}. */
  readonly outsider: JsonObject | null;
  readonly stage: string;
  readonly state: string;
  readonly reason: string | null;
  readonly decisionId: string | null;
  /** Of the round asked about; null for rows of a dossier. */
  readonly appraisal: string | null;
  readonly appraisalNote: string | null;
  readonly outcome: string | null;
}

export interface SessionFacts {
  readonly id: string;
  readonly councilName: string;
  readonly establishedBy: string;
  readonly body: string;
  readonly total: number;
  readonly place: string;
  readonly openedMs: number;
  readonly closedMs: number | null;
  readonly minutes: JsonObject | null;
  /** Members there when it opened, how many had to be, and the row that says so; null where the pack asks for no quorum. */
  readonly present: number;
  readonly quorumNeeded: number | null;
  readonly quorumRule: string | null;
  readonly items: readonly {
    readonly rowId: string;
    readonly ruleId: string;
    readonly needed: number;
    readonly yes: number;
    readonly no: number;
    readonly blank: number;
    readonly passed: boolean;
    readonly secret: boolean;
    /** What the council made of too few places; null where nothing had to be chosen. */
    readonly chosen: boolean | null;
    /** Members who did not vote on it for a conflict of interest, the nominee among them; they stay in the total. */
    readonly recused: number;
  }[];
  readonly members: readonly {
    readonly name: string;
    readonly title: string;
    readonly role: string;
    readonly voted: boolean;
    readonly attendance: string;
  }[];
  /** Ban kiểm phiếu, its head first; empty for sessions of before it was kept. */
  readonly team: readonly { readonly name: string; readonly title: string; readonly head: boolean }[];
  /** Ballots and papers: given out, come back, valid, void; `written` of them answered in writing. */
  readonly ballots: {
    readonly issued: number;
    readonly returned: number;
    readonly valid: number;
    readonly invalid: number;
    readonly written: number;
  };
  /** Declared conflicts that bound; `rowId` null is the whole agenda. */
  readonly recusals: readonly { readonly name: string; readonly rowId: string | null; readonly reason: string }[];
  /** Several equally placed and too few places; ids of rows. */
  readonly tieBreaks: readonly {
    readonly award: string;
    readonly places: number;
    readonly tied: readonly string[];
    readonly preferred: readonly string[];
    readonly chosen: readonly string[];
    readonly ruleId: string;
    readonly reason: string;
  }[];
  /** Sessions of this round that did not take place before it. */
  readonly postponements: readonly {
    readonly reason: string;
    readonly atMs: number;
    readonly present: number;
    readonly needed: number | null;
  }[];
}

export interface PaperFacts {
  readonly id: string;
  readonly kind: string;
  readonly slot: string;
  readonly title: string;
  readonly orgId: string;
  readonly orgName: string;
  readonly state: string;
  readonly numberText: string | null;
  readonly numberDate: string | null;
  readonly decisionId: string | null;
  /** Who signed it, by name and the role of the post; null before. */
  readonly signerName: string | null;
  readonly signerRole: string | null;
  readonly pages: number | null;
  readonly sha256: string | null;
  readonly createdMs: number;
}
