import type { Behaviour, ElementOf } from '../behaviour';

/** A scope opened by its start event's trigger (see start-event.ts); no token ever enters it. */
export const eventSubProcess = {} satisfies Behaviour<ElementOf<'eventSubProcess'>>;
