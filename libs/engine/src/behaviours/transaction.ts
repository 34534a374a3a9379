import type { Behaviour, ElementOf } from '../behaviour';
import { leaveCanceled } from '../compensation';
import { openScope } from '../scopes';

/** A subprocess that a cancel end event undoes as a whole (compensation.ts); otherwise it behaves as any subprocess. */
export const transaction = {
  enter(run, node, element) {
    openScope(run, node, element.starts);
  },
  compensated: leaveCanceled,
} satisfies Behaviour<ElementOf<'transaction'>>;
