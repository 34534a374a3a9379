import type { NewAccount, NewCouncil, NewDelegation, NewOrg, NewPerson, NewPosition } from '@thidua/store';
import type { CellProblem } from '../../evidence/import/problem';

/** A line of a register with its verdict: new, known already, or wrong with every reason. */
export interface RegisterLine {
  readonly row: number;
  readonly name: string;
  readonly text: string;
  readonly verdict: 'new' | 'known' | 'wrong';
  readonly problems: readonly CellProblem[];
}

/** What a register would write; empty lists for what it does not touch. */
export interface RegisterPlan {
  readonly orgs: readonly NewOrg[];
  readonly people: readonly NewPerson[];
  readonly positions: readonly NewPosition[];
  readonly accounts: readonly NewAccount[];
  readonly councils: readonly NewCouncil[];
  readonly delegations: readonly NewDelegation[];
}

export interface ReadRegister {
  readonly lines: readonly RegisterLine[];
  readonly plan: RegisterPlan;
}

export const NOTHING: RegisterPlan = { orgs: [], people: [], positions: [], accounts: [], councils: [], delegations: [] };
