import type { Frame, PersonRef, Votes } from './common';

/** Minutes of the count by three members (law.md 12). `frame.signature` is the head of the counting team. */
export interface CountMinutes {
  readonly frame: Frame;
  readonly council: string;
  readonly subject: string;
  readonly time: string;
  readonly date: string;
  readonly place: string;
  readonly team: { readonly head: PersonRef; readonly members: readonly PersonRef[] };
  readonly totalMembers: number;
  /** Members who were not there; without any, nothing is said of written opinions. */
  readonly absent: number;
  readonly ballots: {
    readonly issued: number;
    readonly returned: number;
    readonly valid: number;
    readonly invalid: number;
    /** Written opinions of absent members, opened by the team and counted in the same total. */
    readonly written: number;
  };
  readonly rows: readonly {
    readonly index: number;
    readonly name: string;
    readonly award: string;
    readonly votes: Votes;
    readonly threshold: string;
    readonly passed: boolean;
  }[];
}
