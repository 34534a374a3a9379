import { awardOf, type Pack } from '@thidua/awards';
import { newId } from '@thidua/runtime';
import type { AwardedRow, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { nameOfAward } from '../law/names';
import { tiersOf } from '../law/tiers-of';

export interface Awarded {
  readonly provinceId: string;
  readonly rowIds: readonly string[];
  readonly pack: Pack;
  /** Whose kind of local government the award's name is written for. */
  readonly orgId: string;
  readonly atMs: number;
}

/** Awarded rows go into the register, once each: later dossiers find them there, confirmed by the decision itself. */
export async function recordAwardHistory(deps: CaseworkDeps, tx: Tx, awarded: Awarded): Promise<void> {
  const { provinceId, rowIds, pack, orgId, atMs } = awarded;
  if (rowIds.length === 0) {
    return;
  }
  const tiers = await tiersOf(deps, provinceId, orgId);
  for (const row of await deps.stores.rowFacts.awarded(tx, provinceId, rowIds)) {
    const name = nameOfAward(pack, row.award, tiers, 'full');
    await deps.stores.evidence.add(tx, provinceId, 'award', {
      ...subjectOf(row),
      ...paperOf(row),
      id: newId(deps.clock),
      awardName: name,
      awardKind: awardOf(pack, row.award)?.kind ?? null,
      note: null,
      source: 'system',
      batchId: null,
      createdBy: null,
      createdMs: atMs,
      // The decision vouches for itself.
      confirmedBy: null,
      confirmedMs: atMs,
    });
  }
}

/** The award is taken back or annulled: it no longer counts for anything. Answers how many entries ended. */
export function cancelAwardHistory(
  deps: Pick<CaseworkDeps, 'stores'>,
  tx: Tx,
  ended: {
    readonly provinceId: string;
    readonly rowIds: readonly string[];
    readonly by: string | null;
    readonly atMs: number;
    readonly reason: string;
  },
): Promise<number> {
  const { provinceId, rowIds, ...ending } = ended;
  return deps.stores.evidence.cancelAwardsOfRows(tx, provinceId, rowIds, ending);
}

function subjectOf(row: AwardedRow): Pick<AwardedRow, 'personId' | 'orgId'> & { readonly subjectName: string } {
  return { personId: row.personId, orgId: row.personId === null ? row.orgId : null, subjectName: row.name };
}

type Carried = Omit<AwardedRow, 'personId' | 'orgId' | 'name' | 'body' | 'numberText'>;

function paperOf(
  row: AwardedRow,
): Carried & { readonly paperNumber: string | null; readonly paperDate: string; readonly paperBody: string } {
  const { rowId, award, awardType, year, movementId, achievement, achievementHash, achievementFrom, achievementTo } = row;
  const { decisionId, decidedOn, level, fileSha256, numberText: paperNumber, body: paperBody } = row;
  const given = { rowId, award, awardType, year, movementId, achievement, achievementHash, achievementFrom, achievementTo };
  return { ...given, decisionId, decidedOn, level, fileSha256, paperNumber, paperDate: decidedOn, paperBody };
}
