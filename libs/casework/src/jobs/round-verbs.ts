import { closeRound } from './close-round';
import { forwardRows } from './forward-rows';
import type { JobVerb } from './job-verb';
import { joinRound } from './join-round';
import { passAppraised } from './pass-appraised';
import { remind } from './remind';
import { sendResults } from './send-results';
import { stillUpward } from './still-upward';

/** Service tasks of rounds, by job type. */
export const ROUND_VERBS = {
  'join-round': joinRound,
  'pass-appraised': passAppraised,
  'forward-rows': forwardRows,
  'send-results': sendResults,
  'close-round': closeRound,
  'still-upward': stillUpward,
  remind,
} as const satisfies Readonly<Record<string, JobVerb>>;
