/** Who is asking: a person with the posts held today and the delegations that reach them. Loaded once per request by casework. */
export interface Actor {
  readonly provinceId: string;
  readonly accountId: string;
  readonly personId: string;
  readonly positions: readonly HeldPosition[];
  readonly delegations: readonly ReceivedDelegation[];
}

export interface HeldPosition {
  readonly id: string;
  readonly orgId: string;
  readonly level: string;
  readonly role: string;
  readonly version: number;
}

/** Bounds of a delegation: steps of diagrams (thidua:step), awards; a missing list is no bound. */
export interface DelegationScope {
  readonly steps?: readonly string[];
  readonly awards?: readonly string[];
}

/** A post lent by another: KT. (deputy for head), TL., TUQ., Q., in force today and accepted. */
export interface ReceivedDelegation {
  readonly id: string;
  /** Number and date of the paper that lends it. */
  readonly paper: string;
  readonly scope: DelegationScope;
  readonly capacity: 'KT' | 'TL' | 'TUQ' | 'Q';
  readonly toPosition: string;
  readonly from: HeldPosition & { readonly personId: string };
}

export type Verdict<T> = ({ readonly allowed: true } & T) | { readonly allowed: false; readonly code: RefusalCode };

export type RefusalCode = 'forbidden' | 'not-your-task' | 'four-eyes' | 'own-row' | 'not-found' | 'proposer-cannot-publish';

/** `pos:<org>/<role>`: the principal under which a post's tasks stand in the inbox. */
export function principalOf(position: { readonly orgId: string; readonly role: string }): string {
  return `pos:${position.orgId}/${position.role}`;
}

/** Every principal whose inbox this actor reads, own posts first. */
export function principalsOf(actor: Actor): readonly string[] {
  return [
    ...new Set([
      ...actor.positions.map(principalOf),
      ...actor.delegations.map((lent) => principalOf(lent.from)),
      `person:${actor.personId}`,
    ]),
  ];
}
