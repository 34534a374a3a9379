import type { Behaviour, ElementOf } from '../behaviour';
import { receive, waitFor } from './intermediate-catch-event';

/** An activity that waits for its message. */
export const receiveTask = {
  enter: waitFor,
  trigger: receive,
} satisfies Behaviour<ElementOf<'receiveTask'>>;
