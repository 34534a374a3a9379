import { principalOf, type Actor, type HeldPosition, type Verdict } from '../actor';

export interface TaskAtHand {
  readonly candidateGroups: readonly string[];
  readonly assignee: string | null;
  readonly step: string | null;
  /** Persons who took the steps this one must not share an actor with (thidua:fourEyes). */
  readonly excludedPersons: readonly string[];
}

/** The post under which the act is recorded, and for whom. */
export interface ActingAs {
  readonly position: HeldPosition;
  readonly capacity: 'self' | 'KT' | 'TL' | 'TUQ' | 'Q';
  readonly onBehalfOf: string | null;
}

/** Steps that bind a person: a stand-in needs KT., TL., TUQ. or Q.; a ballot has no stand-in at all (decision 31). */
export function mayTakeTask(actor: Actor, task: TaskAtHand): Verdict<ActingAs> {
  const acting = task.assignee === null ? byGroup(actor, task.candidateGroups) : byAssignee(actor, task.assignee);
  if (acting === undefined) {
    return { allowed: false, code: 'not-your-task' };
  }
  if (task.step === 'ballot' && acting.capacity !== 'self') {
    return { allowed: false, code: 'not-your-task' };
  }
  if (task.excludedPersons.includes(actor.personId)) {
    return { allowed: false, code: 'four-eyes' };
  }
  return { allowed: true, ...acting };
}

function byAssignee(actor: Actor, assignee: string): ActingAs | undefined {
  const position = actor.positions[0];
  return assignee === `person:${actor.personId}` && position !== undefined ? { position, capacity: 'self', onBehalfOf: null } : undefined;
}

function byGroup(actor: Actor, groups: readonly string[]): ActingAs | undefined {
  const own = actor.positions.find((position) => groups.includes(principalOf(position)));
  if (own !== undefined) {
    return { position: own, capacity: 'self', onBehalfOf: null };
  }
  const lent = actor.delegations.find((delegation) => groups.includes(principalOf(delegation.from)));
  const position = actor.positions.find((held) => held.id === lent?.toPosition);
  return lent === undefined || position === undefined ? undefined : { position, capacity: lent.capacity, onBehalfOf: lent.from.id };
}
