import type { ActingAs, Actor } from '@thidua/access';
import type { JsonObject } from '@thidua/kernel';
import type { TrailEntry, Tx } from '@thidua/store';
import type { CaseworkDeps } from './deps';

export interface Note {
  /** Whose trail it is. */
  readonly on: TrailEntry['subjectType'];
  readonly id: string;
  readonly position: ActingAs['position'];
  readonly action: string;
  /** Ids, states, dates and hashes: never names or texts. */
  readonly facts: JsonObject;
}

/** A line of the trail by a person from a post, for acts that move no process by themselves. */
export async function note({ stores, clock }: Pick<CaseworkDeps, 'stores' | 'clock'>, tx: Tx, actor: Actor, line: Note): Promise<void> {
  const { on, id, position, action, facts } = line;
  await stores.trail.append(tx, actor.provinceId, {
    subjectType: on,
    subjectId: id,
    atMs: clock.nowMs(),
    action,
    personId: actor.personId,
    positionId: position.id,
    grantVersion: position.version,
    facts,
  });
}
