import type { Decision } from '@thidua/feel';

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
  /** Where whoever comes may take a task nobody is named for; a place with inboxes by position leaves this out, and refuses such tasks. */
  readonly unassignedTasks?: 'accepted';
  /** Where a model may get stuck, as the standard lets it: soundness warns. A place where people's dossiers hang on it leaves this out. */
  readonly unsound?: 'accepted';
}
