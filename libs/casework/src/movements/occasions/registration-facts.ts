import type { OccasionDossier, Tx, WorkOccasion, WorkRecord } from '@thidua/store';
import { textOf } from '../../acts/form-data';
import type { CaseworkDeps } from '../../deps';

/** registered: its list is signed · none: it registers nobody · late: the list closed first · null: nothing said yet. */
export type RegistrationAnswer = 'registered' | 'none' | 'late';

export function answerOf({ facts }: Pick<WorkRecord, 'facts'>): RegistrationAnswer | null {
  const said = textOf(facts, 'answer');
  return said === 'registered' || said === 'none' || said === 'late' ? said : null;
}

export function askedOf({ facts }: Pick<WorkRecord, 'facts'>): 'duty' | 'cooperation' {
  return textOf(facts, 'asked') === 'cooperation' ? 'cooperation' : 'duty';
}

/** The occasion a dossier names; đột xuất stands outside of the plan's list. */
export function aboutOf(work: Pick<WorkRecord, 'movementId' | 'occasion' | 'year'>): {
  readonly movementId: string | null;
  readonly occasion: WorkOccasion;
  readonly year: number;
} {
  const occasion = work.occasion ?? 'annual';
  return { movementId: occasion === 'ad-hoc' ? null : work.movementId, occasion, year: work.year ?? 0 };
}

/** What a unit has handed in for the occasion it was invited to. */
export async function dossiersOfUnit(
  { stores }: CaseworkDeps,
  provinceId: string,
  work: WorkRecord,
  tx?: Tx,
): Promise<readonly OccasionDossier[]> {
  const found = await stores.registrations.dossiersOf(provinceId, aboutOf(work), tx);
  return found.filter((one) => one.orgId === work.orgId && one.status !== 'drafting');
}
