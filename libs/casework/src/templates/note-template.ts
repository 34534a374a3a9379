import type { Actor, HeldPosition } from '@thidua/access';
import type { JsonObject } from '@thidua/kernel';
import type { Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';

export interface TemplateNote {
  readonly id: string;
  readonly position: HeldPosition;
  readonly action: string;
  readonly facts: JsonObject;
}

/** A line of the trail: who wrote, proposed, released and withdrew which template. */
export async function noteOnTemplate({ stores, clock }: CaseworkDeps, tx: Tx, actor: Actor, note: TemplateNote): Promise<void> {
  const { id, position, action, facts } = note;
  await stores.trail.append(tx, actor.provinceId, {
    subjectType: 'paper-template',
    subjectId: id,
    atMs: clock.nowMs(),
    action,
    personId: actor.personId,
    positionId: position.id,
    grantVersion: position.version,
    facts,
  });
}
