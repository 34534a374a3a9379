import type { DossierRecord } from '@thidua/store';
import type { ActContext } from '../acts/act';
import { Refused } from '../refused';

/** Whoever typed a paper dossier does not receive it alone: another person receives it, or has compared it. @throws Refused four-eyes */
export async function demandSecondEyes({ deps, tx, actor }: ActContext, dossier: DossierRecord): Promise<void> {
  const entry = dossier.enteredByOrg === null ? undefined : await deps.stores.intake.paperEntry(dossier.provinceId, dossier.id, tx);
  if (entry !== undefined && entry.enteredBy === actor.personId && entry.checkedBy === null) {
    throw new Refused('four-eyes', { dossierId: dossier.id, reason: 'paper-entry' });
  }
}
