import type { CaseworkDeps } from '@thidua/casework';
import type { PaperMaker } from '@thidua/documents';
import type { ClaimedJob, FactsStore } from '@thidua/store';
import type { Jobs } from '@thidua/runtime';
import type { KeyRing } from '../signing/key-ring';

/** What a service task works with; made once per worker. */
export interface TaskRoom {
  readonly deps: CaseworkDeps;
  readonly jobs: Jobs;
  readonly facts: FactsStore;
  readonly maker: PaperMaker;
  readonly keys: KeyRing;
  /** The folder `workflows/papers`. */
  readonly papersDir: string;
}

/**
 * One service task under a lease: does its work and completes the job in the transaction that records the result.
 * Throws RetryLater, GiveUp or Fenced; anything else is tried again.
 */
export type ServiceTask = (room: TaskRoom, job: ClaimedJob) => Promise<void>;
