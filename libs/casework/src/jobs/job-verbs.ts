import type { JobType } from './job-types';
import type { JobVerb } from './job-verb';

/** Service tasks that only touch the database, by job type; those that make papers live in the worker. */
export const JOB_VERBS: Readonly<Partial<Record<JobType, JobVerb>>> = {};
