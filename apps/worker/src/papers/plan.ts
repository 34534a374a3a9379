import type { PaperDataOf, PaperKind } from '@thidua/documents';
import type { JsonObject } from '@thidua/kernel';

/** A paper to be made: what it is, which slot it fills, and the frozen data of its template. */
export interface PaperPlan {
  readonly kind: PaperKind;
  /** `<kind>:<dossier or round>:<issuing org>[:<more>]`: the same slot is the same paper. */
  readonly slot: string;
  readonly orgId: string;
  readonly title: string;
  readonly data: JsonObject;
  readonly dossierId?: string;
  readonly roundId?: string;
  readonly decisionId?: string;
  readonly rowId?: string;
  readonly workId?: string;
  readonly unconfirmed: readonly string[];
  /** Nominee rows of a decision: it is not signed on a list that has changed since. */
  readonly rowIds?: readonly string[];
}

export function planOf<Kind extends PaperKind>(
  kind: Kind,
  data: PaperDataOf<Kind>,
  about: Omit<PaperPlan, 'kind' | 'data' | 'unconfirmed' | 'slot'> & { readonly slotOf: readonly string[] },
): PaperPlan {
  const { slotOf, ...rest } = about;
  return {
    ...rest,
    kind,
    slot: [kind, ...slotOf].join(':'),
    // Paper data are plain JSON objects by construction; their interfaces only lack the index signature.
    data: data as unknown as JsonObject,
    unconfirmed: data.frame.unconfirmedRows,
  };
}
