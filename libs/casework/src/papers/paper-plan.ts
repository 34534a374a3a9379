import type { JsonObject } from '@thidua/kernel';

/** A paper to be made: what it is, the slot it fills (`paperSlot`), and the data its template is filled with. */
export interface PaperPlan {
  readonly kind: string;
  readonly slot: string;
  readonly orgId: string;
  readonly title: string;
  readonly data: JsonObject;
  readonly dossierId?: string;
  readonly roundId?: string;
  readonly decisionId?: string;
  readonly rowId?: string;
  readonly workId?: string;
  /** Rows of law no agency has confirmed. */
  readonly unconfirmed: readonly string[];
  readonly templateVersion?: string;
  /** Nominee rows it names; a decision is not signed on a list that has changed since. */
  readonly rowIds?: readonly string[];
}
