import type { Movement } from '@thidua/awards';
import type { MovementSource, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import { Refused } from '../../refused';

/** A plan whose every field a person has settled, ready to become a movement or to amend one. */
export interface PlanAtHand {
  readonly draftId: string;
  readonly orgId: string;
  readonly content: Movement;
  readonly source: MovementSource;
  /** Movement it amends. */
  readonly amends: string | null;
  /** By when units have their own plan, as far as the plan says. */
  readonly unitPlans: { readonly value: string; readonly quote: string; readonly line: number } | null;
}

/** @throws Refused not-found · work-incomplete with what is still to be settled */
export function draftAtHand(_deps: CaseworkDeps, _provinceId: string, draftId: string, _tx?: Tx): Promise<PlanAtHand> {
  return Promise.reject(new Refused('not-found', { what: 'plan-draft', draftId }));
}

/** Drafts of a body that are ready and have launched nothing yet, newest first. */
export function draftsOf(
  _deps: CaseworkDeps,
  _provinceId: string,
  _orgId: string,
): Promise<readonly { readonly id: string; readonly title: string; readonly at: Date }[]> {
  return Promise.resolve([]);
}
