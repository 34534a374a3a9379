import type { Actor, HeldPosition } from '@thidua/access';
import type { JsonObject } from '@thidua/kernel';
import type { Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';

export interface LawNote {
  /** The confirmation or the proposal. */
  readonly id: string;
  readonly position: HeldPosition;
  readonly action: string;
  readonly facts: JsonObject;
}

/** A line of the law's own trail: who proposed and who settled what, by which paper. */
export async function noteOnLaw({ stores, clock }: CaseworkDeps, tx: Tx, actor: Actor, note: LawNote): Promise<void> {
  const { id, position, action, facts } = note;
  await stores.trail.append(tx, actor.provinceId, {
    subjectType: 'law',
    subjectId: id,
    atMs: clock.nowMs(),
    action,
    personId: actor.personId,
    positionId: position.id,
    grantVersion: position.version,
    facts,
  });
}

/** The day of a paper is not later than today, and its scan was uploaded. */
export interface NamedPaper {
  readonly body: string;
  readonly number: string;
  readonly date: string;
  readonly fileSha256: string;
  readonly note?: string | undefined;
}
