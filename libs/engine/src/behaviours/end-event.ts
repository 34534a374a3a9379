import type { Behaviour, ElementOf } from '../behaviour';
import { passThrows, resumeThrows } from './intermediate-throw-event';

/** End of a token: plain, or with what it throws (a message, a signal, an error, the end of its whole scope …). */
export const endEvent = {
  enter: passThrows,
  resume: resumeThrows,
  retryJob: passThrows,
} satisfies Behaviour<ElementOf<'endEvent'>>;
