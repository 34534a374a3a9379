import type { Machine } from './behaviour';
import { behaviourOf } from './behaviours/behaviours';
import { handlerDone } from './compensation';
import { completeChild } from './loops';

/** The parts put together: made here alone, so that the parts need not know each other. */
export const MACHINE: Machine = { behaviourOf, childCompleted: completeChild, handlerDone };
