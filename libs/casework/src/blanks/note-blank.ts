import type { Actor, HeldPosition } from '@thidua/access';
import type { JsonObject } from '@thidua/kernel';
import type { Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';

export interface BlankNote {
  readonly actor: Actor;
  readonly position: HeldPosition;
  readonly id: string;
  readonly action: 'blank-added' | 'blank-changed' | 'blank-retired' | 'blank-picture-set';
  readonly facts: JsonObject;
}

export async function noteOnBlank(deps: CaseworkDeps, tx: Tx, { actor, position, id, action, facts }: BlankNote): Promise<void> {
  await deps.stores.trail.append(tx, actor.provinceId, {
    subjectType: 'blank',
    subjectId: id,
    atMs: deps.clock.nowMs(),
    action,
    personId: actor.personId,
    positionId: position.id,
    grantVersion: position.version,
    facts: { blankId: id, ...facts },
  });
}
