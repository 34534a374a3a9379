import type { Behaviour, ElementOf } from '../behaviour';
import { completeElement } from '../complete';
import { evaluateAt } from '../variables';

/** A FEEL expression whose value becomes a variable. */
export const scriptTask = {
  enter(run, node, element) {
    completeElement(run, node, element, { [element.resultVariable]: evaluateAt(run, node.key, element.expression) });
  },
} satisfies Behaviour<ElementOf<'scriptTask'>>;
