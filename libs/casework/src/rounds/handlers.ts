import type { Handlers } from '../handler';
import { openRound } from './open-round';
import { round, rounds } from './read-rounds';
import { recordCentralPaper } from './record-central-paper';
import { roundTimeline } from './round-timeline';

export const ROUND_HANDLERS = { rounds, openRound, round, roundTimeline, recordCentralPaper } satisfies Partial<Handlers>;
