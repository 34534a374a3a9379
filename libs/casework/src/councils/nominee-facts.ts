import type { JsonObject } from '@thidua/kernel';
import type { NomineeFactsRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';

/** What R-07 asks of a nominee; null where it is not recorded. */
export interface NomineeFacts {
  readonly female: boolean | null;
  readonly women: { readonly count: number; readonly of: number } | null;
}

/** From the person's record, and from what the report of a collective says of its members. */
export async function nomineeFacts(
  deps: CaseworkDeps,
  provinceId: string,
  rowIds: readonly string[],
  tx: Tx,
): Promise<ReadonlyMap<string, NomineeFacts>> {
  const rows = await deps.stores.counts.nominees(provinceId, rowIds, tx);
  return new Map(rows.map((row) => [row.rowId, { female: femaleOf(row), women: womenOf(row.details) }]));
}

function femaleOf({ gender }: NomineeFactsRecord): boolean | null {
  return gender === null ? null : gender === 'nu';
}

function womenOf(details: JsonObject): NomineeFacts['women'] {
  const { women, members } = details;
  return typeof women === 'number' && typeof members === 'number' ? { count: women, of: members } : null;
}
