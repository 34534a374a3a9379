import type { JobVerb } from '../jobs/job-verb';
import { openUnitRound } from './open-unit-round';

/** Service tasks of units and clusters, by job type. */
export const ORGANISATION_VERBS = { 'open-unit-round': openUnitRound } as const satisfies Readonly<Record<string, JobVerb>>;
