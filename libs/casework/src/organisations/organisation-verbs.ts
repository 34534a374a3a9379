import type { JobVerb } from '../jobs/job-verb';
import { recordClusterResult } from './clusters/record-cluster-result';
import { openUnitRound } from './open-unit-round';

/** Service tasks of units and clusters, by job type. */
export const ORGANISATION_VERBS = {
  'open-unit-round': openUnitRound,
  'record-cluster-result': recordClusterResult,
} as const satisfies Readonly<Record<string, JobVerb>>;
