import type { Decision } from '@thidua/feel';

/** A row of law by which a position decides at a level; it names itself in what a diagram is refused with. */
export interface DecidingRow {
  readonly id: string;
  readonly level: string;
  readonly role: string;
  readonly citation: string;
  /** Whom it lets decide, in words. */
  readonly decider: string;
}

/** A limit of law as a diagram may name it; `workingDays` where it is counted in these. */
export interface LimitFact {
  readonly id: string;
  readonly workingDays?: number;
  readonly citation: string;
}

/** What a diagram may refer to outside itself: the same release's forms and decisions, the worker's job types, callable processes. */
export interface Surroundings {
  readonly jobTypes: ReadonlySet<string>;
  readonly formIds: ReadonlySet<string>;
  /** By decision id. */
  readonly decisions: ReadonlyMap<string, Decision>;
  /** Ids of processes that may be called, besides those of the same file. */
  readonly callable: ReadonlySet<string>;
  /** By form id: the variables it sets. A form that is not there may set any. */
  readonly formFields?: ReadonlyMap<string, readonly string[]>;
  /** By process id: the variables it is started with. A process that is not there may begin with any. */
  readonly startVariables?: ReadonlyMap<string, readonly string[]>;
  /** Rows in force: a wrong decider is told which row it departs from. Without them the sentence names no row. */
  readonly deciders?: readonly DecidingRow[];
  /** Limits of law, also of earlier days. Without them no row is looked up. */
  readonly limits?: readonly LimitFact[];
  /** Posts a body may have. Without them every word is one. */
  readonly roles?: ReadonlySet<string>;
  /** Kinds of papers the house can make. Without them every word is one. */
  readonly paperKinds?: ReadonlySet<string>;
  /** Where whoever comes may take a task nobody is named for; a place with inboxes by position leaves this out, and refuses such tasks. */
  readonly unassignedTasks?: 'accepted';
  /** Where a model may get stuck, as the standard lets it: soundness warns. A place where people's dossiers hang on it leaves this out. */
  readonly unsound?: 'accepted';
}
