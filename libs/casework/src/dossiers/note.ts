import type { ActingAs, Actor } from '@thidua/access';
import type { JsonObject } from '@thidua/kernel';
import type { Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';

/** A line of the dossier's own trail, for acts that move no process. Facts are ids, states and hashes: never names or texts. */
export async function noteOnDossier(
  { stores, clock }: CaseworkDeps,
  tx: Tx,
  actor: Actor,
  note: { readonly dossierId: string; readonly position: ActingAs['position']; readonly action: string; readonly facts: JsonObject },
): Promise<void> {
  const { dossierId, position, action, facts } = note;
  await stores.trail.append(tx, actor.provinceId, {
    subjectType: 'dossier',
    subjectId: dossierId,
    atMs: clock.nowMs(),
    action,
    personId: actor.personId,
    positionId: position.id,
    grantVersion: position.version,
    facts,
  });
}
