import type { NomineeFactsRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';

/** What R-07 asks of a nominee; null where it is not recorded. */
export interface NomineeFacts {
  readonly female: boolean | null;
  readonly women: { readonly count: number; readonly of: number } | null;
}

/** From the person's record, and from what the register says of a collective's members. */
export async function nomineeFacts(
  deps: CaseworkDeps,
  provinceId: string,
  rowIds: readonly string[],
  tx: Tx,
): Promise<ReadonlyMap<string, NomineeFacts>> {
  const rows = await deps.stores.counts.nominees(provinceId, rowIds, tx);
  return new Map(rows.map((row) => [row.rowId, { female: femaleOf(row), women: womenOf(row) }]));
}

function femaleOf({ gender }: NomineeFactsRecord): boolean | null {
  return gender === null ? null : gender === 'nu';
}

function womenOf({ women, members }: NomineeFactsRecord): NomineeFacts['women'] {
  return women === null || members === null ? null : { count: women, of: members };
}
