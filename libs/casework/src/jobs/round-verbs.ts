import { closeRound } from './close-round';
import { forwardRows } from './forward-rows';
import type { JobVerb } from './job-verb';
import { joinRound } from './join-round';
import { passAppraised } from './pass-appraised';
import { sendResults } from './send-results';

/** Service tasks of rounds, by job type. */
export const ROUND_VERBS = {
  'join-round': joinRound,
  'pass-appraised': passAppraised,
  'forward-rows': forwardRows,
  'send-results': sendResults,
  'close-round': closeRound,
} as const satisfies Readonly<Record<string, JobVerb>>;
