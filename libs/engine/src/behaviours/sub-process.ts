import type { Behaviour, ElementOf } from '../behaviour';
import { openScope } from '../scopes';

/** An embedded subprocess: a scope of its own that leaves when no token is left inside. */
export const subProcess = {
  enter(run, node, element) {
    openScope(run, node, element.starts);
  },
} satisfies Behaviour<ElementOf<'subProcess'>>;
