import type { Decision } from '@thidua/feel';

/** What a diagram may refer to outside itself: the same release's forms and decisions, the worker's job types, callable processes. */
export interface Surroundings {
  readonly jobTypes: ReadonlySet<string>;
  readonly formIds: ReadonlySet<string>;
  /** By decision id. */
  readonly decisions: ReadonlyMap<string, Decision>;
  /** Ids of processes that may be called, besides those of the same file. */
  readonly callable: ReadonlySet<string>;
  /** Where whoever comes may take a task nobody is named for; a place with inboxes by position leaves this out, and refuses such tasks. */
  readonly unassignedTasks?: 'accepted';
}
