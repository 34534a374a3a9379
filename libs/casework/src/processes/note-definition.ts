import type { Actor } from '@thidua/access';
import type { JsonObject } from '@thidua/kernel';
import type { Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { demandAdministrator } from './administrator';

/** One line of the trail about a process version. @throws Refused forbidden */
export async function noteDefinition(
  { stores, clock }: CaseworkDeps,
  tx: Tx,
  actor: Actor,
  { id, action, facts }: { readonly id: string; readonly action: string; readonly facts: JsonObject },
): Promise<void> {
  const position = demandAdministrator(actor);
  await stores.trail.append(tx, actor.provinceId, {
    subjectType: 'definition',
    subjectId: id,
    atMs: clock.nowMs(),
    action,
    personId: actor.personId,
    positionId: position.id,
    grantVersion: position.version,
    facts,
  });
}
