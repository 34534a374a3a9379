import { principalOf, type Actor, type HeldPosition, type ReceivedDelegation, type Verdict } from '../actor';

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
  /** The delegation used, with its paper; null in one's own post. */
  readonly delegation: Pick<ReceivedDelegation, 'id' | 'paper' | 'scope'> | null;
}

/** Steps that bind a person: a stand-in needs KT., TL., TUQ. or Q.; a ballot has no stand-in at all (decision 31). */
export function mayTakeTask(actor: Actor, task: TaskAtHand): Verdict<ActingAs> {
  const acting = task.assignee === null ? byGroup(actor, task) : byAssignee(actor, task.assignee);
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
  return assignee === `person:${actor.personId}` && position !== undefined ? own(position) : undefined;
}

function byGroup(actor: Actor, { candidateGroups: groups, step }: TaskAtHand): ActingAs | undefined {
  const held = actor.positions.find((position) => groups.includes(principalOf(position)));
  if (held !== undefined) {
    return own(held);
  }
  const lent = actor.delegations.find((delegation) => groups.includes(principalOf(delegation.from)) && reaches(delegation, step));
  const position = actor.positions.find((post) => post.id === lent?.toPosition);
  if (lent === undefined || position === undefined) {
    return undefined;
  }
  const { id, paper, scope } = lent;
  return { position, capacity: lent.capacity, onBehalfOf: lent.from.id, delegation: { id, paper, scope } };
}

function own(position: HeldPosition): ActingAs {
  return { position, capacity: 'self', onBehalfOf: null, delegation: null };
}

/** A delegation for named steps lends nothing at the others. */
function reaches({ scope }: ReceivedDelegation, step: string | null): boolean {
  return scope.steps === undefined || (step !== null && scope.steps.includes(step));
}
