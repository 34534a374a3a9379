import type { Resources } from '@thidua/store';

/** A diagram with the forms and decisions of the same release. */
export interface Release {
  /** Process id of the diagram. */
  readonly key: string;
  readonly name: string;
  readonly xml: string;
  readonly resources: Resources;
  /** `shipped/<n>` or `tenant`. */
  readonly origin: string;
  /** Person. */
  readonly createdBy?: string;
}

/** A drawing to be kept in a draft. */
export interface DraftSaving {
  readonly xml: string;
  /** Person. */
  readonly by: string;
  /** The saving it was made from. */
  readonly rev: number;
}

/** By whom a proposal is published, in which words, from which day, for whom. */
export interface Publishing {
  /** Person. */
  readonly by: string;
  readonly note: string;
  /** YYYY-MM-DD, today or later. */
  readonly effectiveFrom: string;
  readonly appliesTo: 'new' | 'chosen';
}

export interface Released {
  readonly id: string;
  /** 0: offered as a draft, for the tenant has a version of its own. */
  readonly version: number;
  /** False: the same content was released before; its version stands. */
  readonly isNew: boolean;
}
