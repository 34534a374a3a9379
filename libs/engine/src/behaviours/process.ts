import type { Behaviour, ElementOf } from '../behaviour';

/** The root scope: opened by the start command or by a call activity, closed when no token is left; no token ever enters it. */
export const process = {} satisfies Behaviour<ElementOf<'process'>>;
