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
  readonly items: readonly {
    readonly rowId: string;
    readonly ruleId: string;
    readonly needed: number;
    readonly yes: number;
    readonly no: number;
    readonly blank: number;
    readonly passed: boolean;
  }[];
  readonly members: readonly {
    readonly name: string;
    readonly title: string;
    readonly role: string;
    readonly voted: boolean;
    readonly attendance: string;
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
